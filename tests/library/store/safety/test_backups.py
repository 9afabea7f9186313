"""Backups are whole, come in their order, and are gone back to without losing anything."""

import shutil
from datetime import timedelta

import pytest

from library.errors import (
    BackupHurt,
    BackupMissing,
    LibraryBusy,
    LibraryDamaged,
    LibraryForeign,
    LibraryInUse,
    NoBackups,
    UnknownFormat,
)
from library.importers.formats import Parcel
from library.importers.importing import import_parcels
from library.progress import quietly
from library.store.opening import checking
from library.store.safety import replacing
from library.store.safety.backups import backups_in, contents_of
from library.store.safety.restoring import named_backup, restore
from library.store.safety.safety import LARGE
from library.store.store import Store
from tests.documents import NOON
from tests.library.store.safety.hurting import alter, filled, left_open, renamed


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def document(folder):
    with Store.open(folder) as store:
        return filled(store)


def backed_up(folder, now=NOON):
    with Store.open(folder) as store:
        return quietly(store.safety.backing_up(now=now))


def edit(folder, document, words):
    with Store.open(folder) as store:
        store.apply(renamed(store.annotations(document.id)[0], words))


def first_note(folder, document):
    with Store.open(folder) as store:
        return store.annotations(document.id)[0].note


def test_a_backup_is_made_while_the_library_is_in_use_and_is_whole(folder, document):
    with Store.open(folder) as store:
        store.apply(renamed(store.annotations(document.id)[0], "newest"))
        backup = quietly(store.safety.backing_up(now=NOON))
        assert contents_of(backup.path) == contents_of(folder / "library.db")
    assert [path.name for path in (folder / "backups").iterdir()] == [backup.path.name]
    assert backups_in(folder) == (backup,)
    assert (backup.number, backup.time, backup.reason) == (1, NOON, "by-hand")


def test_backups_stand_in_their_order_also_where_the_clock_was_set_back(folder, document):
    made = [backed_up(folder, NOON - timedelta(days=n)) for n in range(14)]
    left = backups_in(folder)
    assert list(left) == made[:1:-1]  # those of the last twelve days
    assert left[0].number == 14


def test_old_backups_are_let_go(folder, document):
    made = [backed_up(folder, NOON + timedelta(minutes=n)) for n in range(12)]
    assert list(backups_in(folder)) == made[:1:-1]


def test_a_backup_of_an_earlier_version_of_the_program_counts_too(folder, document):
    backup = backed_up(folder)
    old = backup.path.with_name("library-2025-01-01-120000-000000-before-m002.db")
    shutil.copy(backup.path, old)
    assert [each.path for each in backups_in(folder)] == [backup.path, old]


def test_only_what_has_changed_is_backed_up_by_itself(folder):
    with Store.open(folder) as store:
        assert not store.safety.has_changed()
        filled(store)
        assert store.safety.has_changed()
        assert quietly(store.safety.backing_up_changes("at-start")) is not None
        assert quietly(store.safety.backing_up_changes("at-start")) is None


def test_a_hurt_library_is_not_backed_up_and_no_good_backup_is_let_go(folder, document):
    good = backed_up(folder)
    alter(folder, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    with pytest.raises(LibraryDamaged) as heard:
        backed_up(folder)
    assert "Note 1" in str(heard.value)
    assert list((folder / "backups").iterdir()) == [good.path]


def test_going_back_keeps_what_was_there_aside(folder, document):
    edit(folder, document, "early")
    backup = backed_up(folder)
    edit(folder, document, "late")
    aside = restore(folder, backup)
    assert first_note(folder, document) == "early"
    shutil.copy(aside / "library.db", folder / "library.db")
    assert first_note(folder, document) == "late"


def test_what_stood_in_the_log_alone_is_kept_aside_too_and_not_taken_for_new(folder, document):
    backup = backed_up(folder)
    killed = folder.with_name("killed")
    with Store.open(folder) as store:
        store.apply(renamed(store.annotations(document.id)[0], "late"))
        shutil.copytree(folder, killed)  # as a kill leaves it
    aside = restore(killed, backups_in(killed)[0])
    assert first_note(killed, document) == "Note 0: compare with the minutes"
    for path in aside.iterdir():
        shutil.copy(path, killed)
    assert first_note(killed, document) == "late"
    assert backup.name == backups_in(killed)[0].name


def test_a_damaged_library_is_whole_after_going_back(folder, document):
    backed_up(folder)
    whole = (folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(whole[:100] + b"\xaa" * (len(whole) - 100))
    left_open(folder)
    with pytest.raises(LibraryDamaged):
        Store.open(folder)
    restore(folder, named_backup(folder, "latest"))
    assert quietly(checking(folder, thoroughly=True)).is_well
    assert len(Store.open(folder).shelf()) == 1


def test_a_library_whose_first_page_is_gone_is_said_to_be_damaged_not_foreign(folder, document):
    whole = (folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(b"\0" * 4096 + whole[4096:])
    with pytest.raises(LibraryDamaged):
        Store.open(folder)
    (folder / "library.lock").unlink()
    with pytest.raises(LibraryForeign):
        Store.open(folder)


def test_a_hurt_backup_is_passed_over_or_refused_by_name(folder, document):
    good, hurt = backed_up(folder), backed_up(folder)
    hurt.path.write_bytes(hurt.path.read_bytes()[:8192])
    assert named_backup(folder, "latest") == good
    before = (folder / "library.db").read_bytes()
    with pytest.raises(BackupHurt):
        restore(folder, named_backup(folder, str(hurt.number)))
    assert (folder / "library.db").read_bytes() == before


def test_what_is_no_backup_is_not_found(folder, document):
    with pytest.raises(NoBackups):
        named_backup(folder, "latest")
    with pytest.raises(BackupMissing):
        named_backup(folder, "library-1")


def test_going_back_is_refused_where_another_program_has_the_library_open(folder, document):
    backup = backed_up(folder)
    with Store.open(folder), pytest.raises(LibraryInUse):
        restore(folder, backup)
    with Store.open(folder, read_only=True), pytest.raises(LibraryBusy):
        restore(folder, backup)
    assert not list((folder / "kept-aside").iterdir())
    assert first_note(folder, document)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("step", ["unlink", "replace"])
def test_an_exchange_that_was_cut_off_is_finished_when_the_library_is_opened(
    folder, document, monkeypatch, step, read_only
):
    edit(folder, document, "early")
    backup = backed_up(folder)
    edit(folder, document, "late")
    with monkeypatch.context() as patch:
        patch.setattr(replacing, "finish_replacing", lambda _: cut_off())
        with pytest.raises(KeyboardInterrupt):
            restore(folder, backup)
    if step == "replace":  # the old log and index are gone already
        (folder / "index.db").unlink()
    with Store.open(folder, read_only=read_only) as store:
        assert store.annotations(document.id)[0].note == "early"


def cut_off():
    raise KeyboardInterrupt


def test_a_library_that_was_deleted_comes_back(folder, document):
    backup = backed_up(folder)
    (folder / "library.db").unlink()
    restore(folder, backup)
    assert first_note(folder, document)


def test_a_backup_is_made_before_a_large_import_and_before_none_else(folder, document):
    with Store.open(folder) as store:
        for count in (LARGE - 1, LARGE):
            bad = [Parcel("bad.pdf", (), (), UnknownFormat("bad.pdf"))] * count
            report = quietly(import_parcels(bad, store, None))
            assert len(report.failed) == count
        (backup,) = store.safety.backups()
    assert backup.reason == "before-import"
