"""A library that is hurt when the program starts: told, mended, gone back from, or left."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget

from library.errors import LibraryDamaged
from library.progress import quietly
from library.store.opening import checking
from library.store.store import Store
from tests.library.store.safety.hurting import alter, filled, left_open
from viewer import library_at_start
from viewer.dialogs.damage import DamageDialog, WayOut
from viewer.library_at_start import open_library


@pytest.fixture
def folder(tmp_path):
    """A library with a backup, then hurt and not closed."""
    folder = tmp_path / "library"
    with Store.open(folder) as store:
        filled(store)
        quietly(store.safety.backing_up())
    alter(folder, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    left_open(folder)
    return folder


@pytest.fixture
def reader(monkeypatch, qapp):
    """Chooses in turn what he was told to, and keeps what was said to him."""

    reader = SimpleNamespace(ways=[], seen=[], told=[])

    def ask(dialog):
        reader.seen.append(dialog)
        return reader.ways.pop(0)

    monkeypatch.setattr(DamageDialog, "ask", ask)
    monkeypatch.setattr(library_at_start, "_tell", lambda *told: reader.told.extend(told))
    return reader


def notes_of(store):
    (entry,) = store.shelf()
    return {note.id: note.note for note in store.annotations(entry.id)}


def test_what_is_hurt_is_told_and_the_ways_out_are_offered(folder, reader):
    reader.ways = [None]
    assert open_library(folder) is None
    (dialog,) = reader.seen
    listed = dialog.findChild(QListWidget)
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "The note “Note 1: compare with the minutes” in “A letter” is not as it was saved."
    ]
    assert set(dialog.choices) == set(WayOut)
    assert "Backup of Today" in dialog.choices[WayOut.GO_BACK].text()


def test_mending_brings_the_note_back_and_says_so(folder, reader):
    reader.ways = [WayOut.MEND]
    with open_library(folder) as store:
        assert notes_of(store)["n1"] == "Note 1: compare with the minutes"
    assert reader.told == [
        "9 notes and marks are saved.",
        "Of these, 1 had been hurt and could be mended.",
    ]
    assert quietly(checking(folder, thoroughly=True)).is_well


def test_going_back_opens_the_backup_and_keeps_what_was_there(folder, reader):
    reader.ways = [WayOut.GO_BACK]
    with open_library(folder) as store:
        assert notes_of(store)["n1"] == "Note 1: compare with the minutes"
    assert len(list((folder / "kept-aside").iterdir())) == 1


def test_going_on_opens_what_is_there_and_the_next_start_asks_again(folder, reader):
    reader.ways = [WayOut.GO_ON]
    with open_library(folder) as store:
        assert notes_of(store)["n1"] == "other"
    reader.ways = [None]
    assert open_library(folder) is None


def test_what_cannot_be_opened_at_all_is_not_offered_twice(folder, reader):
    (folder / "library.db").write_bytes(b"\0" * 50_000)
    reader.ways = [WayOut.GO_ON, WayOut.MEND, WayOut.GO_BACK]
    with open_library(folder) as store:
        assert len(notes_of(store)) == 3
    first, second, _ = reader.seen
    assert WayOut.GO_ON in first.choices
    assert WayOut.GO_ON not in second.choices
    assert "Nothing of it can be read" in reader.told[0] or "is damaged" in reader.told[0]


def test_without_a_backup_none_is_offered(folder, reader):
    for path in (folder / "backups").iterdir():
        path.unlink()
    reader.ways = [None]
    open_library(folder)
    assert WayOut.GO_BACK not in reader.seen[0].choices


def test_a_click_is_the_answer(folder, qtbot):
    for way in WayOut:
        dialog = DamageDialog(LibraryDamaged(folder), None)
        qtbot.addWidget(dialog)
        if way in dialog.choices:
            dialog.choices[way].click()
            assert dialog.way is way
            assert dialog.result() == DamageDialog.DialogCode.Accepted


def test_the_program_waits_for_the_click_and_then_opens_the_mended_library(
    folder, qtbot, monkeypatch
):
    told = []
    monkeypatch.setattr(library_at_start, "_tell", lambda *words: told.extend(words))

    def click():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DamageDialog):
            dialog.choices[WayOut.MEND].click()
        else:
            QTimer.singleShot(10, click)

    QTimer.singleShot(10, click)
    with open_library(folder) as store:
        assert notes_of(store)["n1"] == "Note 1: compare with the minutes"
    assert len(told) == 2
