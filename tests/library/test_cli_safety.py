"""The commands that look after the library."""

import json

import pytest
from click.testing import CliRunner

from library.cli import cli
from library.store.migrations import VERSION
from library.store.store import Store
from tests.library.store.safety.hurting import alter, filled, left_open
from tests.library.store.test_opening import (
    empty_file,
    foreign_database,
    garbage,
    newer_library,
    write_database,
)


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def made(folder):
    with Store.open(folder) as store:
        return filled(store)


def test_a_whole_library_is_said_to_be(tmp_path):
    made(tmp_path)
    told = run("check", "--library", tmp_path)
    assert told.exit_code == 0
    assert told.stdout == "The library is whole: 9 notes and marks are as they were saved.\n"


def test_what_is_hurt_is_named_and_nothing_is_changed_by_the_check(tmp_path):
    made(tmp_path)
    alter(tmp_path, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    told = run("check", "--library", tmp_path)
    assert told.exit_code == 1
    assert "“Note 1: compare with the minutes” in “A letter” is not as it was" in told.stdout
    told = json.loads(run("check", "--json", "--library", tmp_path).stdout)
    assert [(hurt["id"], hurt["harm"]) for hurt in told["hurt"]] == [("n1", "changed")]
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_library_in_use_can_be_checked(tmp_path):
    with Store.open(tmp_path) as store:
        filled(store)
        assert run("check", "--library", tmp_path).exit_code == 0


def test_where_there_is_no_library_there_is_none_to_check(tmp_path):
    told = run("check", "--library", tmp_path / "none")
    assert told.exit_code == 1
    assert "There is no library" in told.stderr
    assert not (tmp_path / "none").exists()


def test_a_damaged_library_is_refused_in_a_sentence_that_names_what_is_hurt(tmp_path):
    document = made(tmp_path)
    alter(tmp_path, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    left_open(tmp_path)
    bookmark = "bookmark", document.id, "--page", 1, "--library", tmp_path
    told = run(*bookmark)
    assert told.exit_code == 1
    assert "“Note 1: compare with the minutes” in “A letter” is not as it was" in told.stderr
    assert "`diptych mend` saves what can be saved" in told.stderr
    told = run("mend", "--library", tmp_path)
    assert told.stdout.startswith(
        "9 notes and marks are saved.\nOf these, 1 had been hurt and could be mended.\n"
    )
    assert run(*bookmark).exit_code == 0


def test_a_backup_is_made_listed_and_gone_back_to(tmp_path):
    made(tmp_path)
    assert "1 documents, 4 notes" in run("backup", "--library", tmp_path).stdout
    (listed,) = json.loads(run("backup", "--list", "--json", "--library", tmp_path).stdout)
    assert listed["contents"] == {"documents": 1, "notes": 4, "texts": 1, "changes": 7}
    alter(tmp_path, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    told = run("restore", "--library", tmp_path)
    assert told.exit_code == 0
    assert f"as it was in {listed['name']}: 1 documents, 4 notes" in told.stdout
    assert run("check", "--library", tmp_path).exit_code == 0
    assert (tmp_path / "kept-aside").is_dir()


def test_going_back_while_the_library_is_open_is_refused_in_a_sentence(tmp_path):
    made(tmp_path)
    run("backup", "--library", tmp_path)
    with Store.open(tmp_path):
        told = run("restore", "--library", tmp_path)
    assert told.exit_code == 1
    assert told.stderr.endswith("is open in another Diptych. Close that one first.\n")


def test_there_may_be_no_backup_yet(tmp_path):
    made(tmp_path)
    assert "There are no backups yet" in run("backup", "--list", "--library", tmp_path).stderr
    assert "has no backup that is whole" in run("restore", "--library", tmp_path).stderr


def everything(folder):
    return {p.relative_to(folder): p.is_file() and p.read_bytes() for p in folder.rglob("*")}


@pytest.mark.parametrize("command", ["check", "backup", "restore", "mend", "list", "search x"])
@pytest.mark.parametrize("make", [foreign_database, garbage, empty_file, newer_library])
def test_what_is_not_ours_is_refused_and_not_a_byte_is_changed(tmp_path, make, command):
    folder = tmp_path / "library"
    folder.mkdir()
    make(folder / "library.db")
    before = everything(tmp_path)
    told = run(*command.split(), "--library", folder)
    assert told.exit_code == 1
    assert "nothing was changed" in told.stderr or "has no backup" in told.stderr
    assert everything(tmp_path) == before


def test_a_backup_of_a_newer_version_is_not_gone_back_to(tmp_path):
    made(tmp_path)
    run("backup", "--library", tmp_path)
    (backup,) = (tmp_path / "backups").iterdir()
    write_database(backup, f"PRAGMA user_version = {VERSION + 1}")
    before = (tmp_path / "library.db").read_bytes()
    assert "made by a newer Diptych" in run("restore", "--library", tmp_path).stderr
    assert (tmp_path / "library.db").read_bytes() == before
