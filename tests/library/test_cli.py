"""The command line: what it prints, where, and with which exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from library.cli.output import printable
from library.model.change import Change, Holding
from library.store.store import Store
from tests.commands import answer, run
from tests.documents import NOON
from tests.records import TITLE, make_encrypted, make_pictures, make_record


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def record(files):
    return make_record(files / "record.pdf")


@pytest.fixture(scope="module")
def library(tmp_path_factory, record):
    """A library that holds the record; tests may add notes to it."""
    folder = tmp_path_factory.mktemp("library")
    run("import", record, "--library", folder)
    return folder


@pytest.fixture(scope="module")
def document_id(library):
    (entry,) = answer("list", "--library", library)
    return entry["id"]


def test_help_and_version_need_no_window():
    script = "import sys; from library.cli import cli; cli(['--help'], prog_name='diptych')"
    told = subprocess.run(
        [sys.executable, "-c", f"{script}"], capture_output=True, text=True, check=True, env={}
    )
    assert "diptych FILE..." in told.stdout
    assert run("--version").stdout == "diptych 0.1.0\n"


def test_importing_says_the_ids_and_what_was_there_already(tmp_path, record):
    first = answer("import", record, "--library", tmp_path)
    again = answer("import", record, "--library", tmp_path)
    ((added,), (known,)) = first["added"], again["known"]
    assert added == known
    assert added["file"] == "record.pdf"
    assert again["added"] == []
    assert record.name in run("import", record, "--library", tmp_path).stdout


def test_a_file_that_fails_stops_no_other_and_is_said(tmp_path, record):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    folder = tmp_path / "library"
    result = run("import", empty, record, tmp_path / "none", "--library", folder, code=3)
    assert "diptych: empty.pdf is empty." in result.stderr
    assert "diptych: There is no file none." in result.stderr
    assert len(answer("list", "--library", folder)) == 1


def test_importing_takes_a_document_out_of_the_trash(tmp_path, record):
    run("import", record, "--library", tmp_path)
    with Store.open(tmp_path) as store:
        (entry,) = store.shelf()
        there = Holding(entry.id)
        store.apply(Change.alter("Delete", there, Holding(entry.id, NOON)))
    assert answer("list", "--library", tmp_path) == []
    run("import", record, "--library", tmp_path)
    assert [entry["id"] for entry in answer("list", "--library", tmp_path)] == [entry.id]


def test_the_list_shows_title_date_and_pages(library, document_id):
    (entry,) = answer("list", "--library", library)
    assert entry["title"] == TITLE
    assert entry["date"] == {"shown": "March 3, 1944", "edtf": "1944-03-03"}
    assert (entry["languages"], entry["pages"], entry["last_read"]) == (["en"], 2, None)
    assert f"{document_id}  March 3, 1944  {TITLE}" in run("list", "--library", library).stdout


def test_the_library_can_be_named_before_the_command(library, document_id):
    listed = json.loads(run("--library", library, "list", "--json").stdout)
    assert [entry["id"] for entry in listed] == [document_id]
    assert json.loads(run(f"--library={library}", "list", "--json").stdout) == listed


def test_listing_a_library_that_is_not_there_is_empty_and_makes_none(tmp_path):
    result = run("list", "--library", tmp_path / "none", "--json")
    assert json.loads(result.stdout) == []
    assert "no library" in result.stderr
    assert not (tmp_path / "none").exists()


def test_showing_a_file_tells_all_of_it_and_adds_it_nowhere(tmp_path, record):
    shown = answer("show", record, "--library", tmp_path / "none")
    assert list(shown) == ["id", "title", "record", "pages", "versions"]
    assert (shown["id"], shown["title"]) == (None, TITLE)
    assert list(shown["record"]) == [
        "date", "citation", "summary", "credits", "original_language", "contents", "url",
        "record_id", "repository", "collection", "container", "contributors", "head",
    ]  # fmt: skip
    assert [page["kind"] for page in shown["pages"]][:3] == ["cover", "scan", "scan"]
    assert [page["page"] for page in shown["pages"]] == list(range(1, len(shown["pages"]) + 1))
    (version,) = shown["versions"]
    assert (version["label"], version["kind"]) == ("Transcript - English", "transcript")
    assert "forty tons" in version["text"]
    assert not (tmp_path / "none").exists()


def test_showing_by_id_file_and_beginning_of_the_id_is_the_same(library, document_id, record):
    by_id = answer("show", document_id, "--library", library)
    assert by_id["id"] == document_id
    assert answer("show", document_id[:5], "--library", library) == by_id
    assert answer("show", record, "--library", library) == by_id


def test_showing_to_a_reader_prints_record_and_text(library, document_id):
    shown = run("show", document_id, "--library", library).stdout
    assert shown.startswith(TITLE)
    assert "Date: March 3, 1944" in shown
    assert "Page 1: cover\nPages 2-3: scan" in shown
    assert "--- Transcript - English (en) ---" in shown


def test_a_folder_of_pictures_is_one_document(tmp_path, library):
    (tmp_path / "letter").mkdir()
    make_pictures(tmp_path / "letter", 2)
    shown = answer("show", tmp_path / "letter", "--library", library)
    assert (shown["title"], len(shown["pages"])) == ("letter", 2)


def test_a_folder_of_several_documents_asks_for_one(tmp_path, library):
    make_record(tmp_path / "one.pdf")
    make_record(tmp_path / "two.pdf")
    result = run("show", tmp_path, "--library", library, code=1)
    assert "holds 2 documents" in result.stderr


def test_the_folder_we_are_in_has_a_name(tmp_path, library, monkeypatch):
    make_record(tmp_path / "one.pdf")
    make_record(tmp_path / "two.pdf")
    monkeypatch.chdir(tmp_path)
    told = run("show", ".", "--library", library, code=1).stderr
    assert told.startswith(f"diptych: {tmp_path.name} holds 2 documents.")


def test_what_holds_nothing_to_import_is_said_and_makes_no_library(tmp_path):
    (tmp_path / "papers").mkdir()
    folder = tmp_path / "library"
    told = run("import", tmp_path / "papers", "/nope.pdf", "--library", folder, code=3).stderr
    assert told == (
        "diptych: The folder papers holds no pictures and no PDFs.\n"
        "diptych: There is no file nope.pdf.\n"
    )
    assert not folder.exists()


@pytest.mark.parametrize("command", [["annotate", "--quote", "x"], ["bookmark"]])
def test_noting_what_is_not_there_makes_no_library(tmp_path, command):
    told = run(*command, "x", "--library", tmp_path / "new", code=1).stderr
    assert told.startswith("diptych: There is no library in")
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_answer_that_cannot_be_written_is_said_in_one_sentence(library, options):
    with Path("/dev/full").open("w") as full:
        told = in_a_process("list", "--library", library, *options, stdout=full)
    assert told.returncode == 1
    assert told.stderr == "diptych: The answer could not be written: no space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX systems")
def test_a_reader_who_stops_listening_is_left_in_peace(library, document_id):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with open(write_end, "w") as closed:  # noqa: PTH123 - a pipe has no path
        told = in_a_process("show", document_id, "--library", library, stdout=closed)
    assert told.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
def test_a_system_without_room_ends_an_import_in_one_sentence(tmp_path, record):
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500 << 10, 500 << 10))"
    told = in_a_process("import", record, "--library", tmp_path, before=limit)
    assert told.returncode == 1
    assert "\ndiptych: No page can be read just now" in told.stderr
    assert "Traceback" not in told.stderr
    assert answer("list", "--library", tmp_path) == []


def in_a_process(*arguments, stdout=subprocess.PIPE, before=""):
    script = f"import sys; {before}\nfrom library.cli import cli; cli(prog_name='diptych')"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def test_a_protected_file_asks_for_its_password(tmp_path):
    file = make_encrypted(tmp_path / "secret.pdf", "sesame")
    asked = "diptych: secret.pdf is protected with a password. Give it with --password.\n"
    assert run("show", file, code=1).stderr == asked
    assert asked in run("import", file, "--library", tmp_path / "library", code=3).stderr
    assert "does not open" in run("show", file, "--password", "wrong", code=1).stderr
    assert answer("show", file, "--password", "sesame")["pages"]


def test_an_annotation_is_there_when_it_is_printed(library, document_id):
    made = answer(
        "annotate", document_id, "--quote", "forty tons", "--note", "Enough?", "--colour", "green",
        "--tag", "bridge", "--tag", "doubt", "--version", "transcript - english",
        "--library", library,
    )  # fmt: skip
    assert made["quote"] == "forty tons"
    assert (made["note"], made["colour"], made["tags"]) == ("Enough?", "green", ["bridge", "doubt"])
    (target,) = made["targets"]
    text = answer("show", document_id, "--library", library)["versions"][0]["text"]
    assert text[target["start"] : target["end"]] == "forty tons"
    assert made in answer("annotations", document_id, "--library", library)
    listed = run("annotations", document_id, "--library", library).stdout
    assert "green highlight: “forty tons”\n    Enough?\n    #bridge #doubt" in listed


def test_annotations_are_listed_in_reading_order(tmp_path, record):
    for quote in ("forty tons", "MEMORANDUM", "new bridge"):
        run("annotate", record, "--quote", quote, "--library", tmp_path)
    listed = answer("annotations", record, "--library", tmp_path)
    assert [item["quote"] for item in listed] == ["MEMORANDUM", "new bridge", "forty tons"]


def test_of_several_places_the_first_is_taken_and_that_is_said(library, document_id):
    result = run("annotate", document_id, "--quote", "the", "--library", library)
    assert "The words stand in" in result.stderr
    assert "The words" not in result.stdout


def test_annotating_a_file_adds_it_to_the_library_first(tmp_path, record):
    made = answer("annotate", record, "--quote", "forty tons", "--library", tmp_path)
    (entry,) = answer("list", "--library", tmp_path)
    assert (entry["id"], entry["notes"]) == (made["document"], 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("annotate", "--quote", "never written"), "were not found"),
        (("annotate", "--quote", "forty", "--version", "Greek"), "no text called “Greek”"),
        (("bookmark", "--page", "99"), "There is no page 99"),
        (("bookmark", "--page", "0"), "There is no page 0"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_saved(library, document_id, arguments, sentence):
    command, *options = arguments
    before = answer("list", "--library", library)
    result = run(command, document_id, *options, "--library", library, code=1)
    assert result.stderr.startswith("diptych: ")
    assert sentence in result.stderr
    assert result.stdout == ""
    assert answer("list", "--library", library) == before


def test_an_unknown_document_is_said_in_one_sentence(library):
    result = run("show", "nothing", "--library", library, code=1)
    assert result.stderr.startswith("diptych: There is no document “nothing”.")


def test_wrong_usage_has_its_own_exit_code(library):
    run("annotate", "x", "--library", library, code=2)
    run("annotate", "x", "--quote", "x", "--colour", "beige", "--library", library, code=2)
    run("import", "--library", library, code=2)


def test_a_page_or_the_document_is_bookmarked(tmp_path, record):
    whole = answer("bookmark", record, "--library", tmp_path)
    page = answer("bookmark", record, "--page", "2", "--library", tmp_path)
    assert (whole["name"], whole["page"]) == (TITLE, None)
    assert answer("bookmarks", record, "--library", tmp_path) == [whole, page]
    assert page["name"] in run("bookmarks", record, "--library", tmp_path).stdout


def test_a_bookmark_is_named_as_the_window_counts_pages(tmp_path, record):
    scan = answer("bookmark", record, "--page", "3", "--library", tmp_path)
    text = answer("bookmark", record, "--page", "4", "--library", tmp_path)
    assert (scan["name"], scan["page"]) == ("Page 2", 3)
    assert (text["name"], text["page"]) == ("Page 4 of the file", 4)


def test_reading_works_while_the_window_is_open_and_writing_says_why_not(library, document_id):
    with Store.open(library):
        assert len(answer("list", "--library", library)) == 1
        answer("show", document_id, "--library", library)
        answer("annotations", document_id, "--library", library)
        result = run("bookmark", document_id, "--library", library, code=1)
    assert "open in another Diptych" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_files_with_names_that_are_no_unicode_can_be_used_and_named(tmp_path, record):
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xcf\xe8\xf1.pdf"))
    shutil.copy(record, file)
    (added,) = answer("import", file, "--library", tmp_path)["added"]
    assert added["file"] == "\ufffd\ufffd\ufffd.pdf"
    assert answer("show", file, "--library", tmp_path)["id"] == added["id"]
    file.unlink()
    assert "/\ufffd\ufffd\ufffd.pdf”" in run("show", file, "--library", tmp_path, code=1).stderr


def test_foreign_titles_cannot_steer_the_terminal():
    assert printable("A\x1b[2J\u202eB\ud800\tЯ\n") == "A\ufffd[2J\ufffdB\ufffd\tЯ\n"
