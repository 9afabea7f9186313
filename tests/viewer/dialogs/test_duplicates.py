"""Duplicates found from the menu, seen side by side, made one, told apart, and taken back."""

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from library.errors import DocumentNotFound
from library.model.annotation import AnnotationKind
from tests.records import make_record
from tests.viewer.desk import select
from viewer.dialogs.duplicates import DuplicatesDialog
from viewer.dialogs.trash import TrashDialog


@pytest.fixture
def twice(desk, tmp_path):
    """The ids of a document, and of the same one with a highlight, downloaded another time."""
    ids = []
    for title in ("A Talk about the New Bridge", "The Bridge: a Talk"):
        tab = desk.open(make_record(tmp_path / f"{title[:5]}.pdf", title=title))
        ids.append(tab.reading.document.id)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    select(tab, "forty tons")
    desk.press("highlight")
    desk.press("star")
    return ids


@pytest.fixture
def dialog(desk, twice):
    dialog = DuplicatesDialog(desk.session)
    desk.qtbot.addWidget(dialog)
    settle(desk, dialog)
    yield dialog
    dialog.done(0)


def settle(desk, dialog):
    desk.wait(lambda: not dialog.is_looking and not desk.session.jobs.running)


def listed(dialog):
    return [(entry.group, entry.text) for entry in dialog.model.entries()]


def press(desk, dialog, words):
    (button,) = (each for each in dialog._buttons if each.text() == words)
    assert button.isEnabled()
    button.click()
    settle(desk, dialog)


def seen(dialog):
    return " ".join(label.text() for label in dialog.compared.findChildren(QLabel))


def test_a_pair_is_listed_and_seen_side_by_side(desk, dialog):
    names = "A Talk about the New Bridge – The Bridge: a Talk"
    assert listed(dialog) == [("The same record", names)]
    words = seen(dialog)
    assert "1 note ·" in words
    assert "1 bookmark" in words
    assert "The texts are the same." in words


def test_merging_moves_the_notes_and_undo_brings_both_back(desk, dialog, twice):
    kept, gone = twice
    press(desk, dialog, "Merge into the Left")
    assert listed(dialog) == []
    store = desk.store
    assert [note.kind for note in store.annotations(kept)] == [AnnotationKind.HIGHLIGHT]
    assert len(store.bookmarks(kept)) == 1
    assert store.holding(gone).deleted
    assert [r.document.id for r in desk.session.readings] == [kept]
    (reading,) = desk.session.readings
    assert len(reading.annotations) == 1
    desk.press("library")
    assert desk.undo_text() == "Undo Merge Documents"
    desk.undo()
    settle(desk, dialog)
    assert store.annotations(kept) == ()
    assert reading.annotations == ()
    assert len(store.annotations(gone)) == 1
    assert len(listed(dialog)) == 1


def test_a_merge_is_not_undone_by_half_when_the_other_document_is_gone_for_good(
    desk, dialog, twice, monkeypatch
):
    kept, gone = twice
    press(desk, dialog, "Merge into the Left")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    trash = TrashDialog(desk.session)
    desk.qtbot.addWidget(trash)
    trash.emptying.click()
    settle(desk, dialog)
    desk.press("library")
    desk.undo()
    assert len(desk.store.annotations(kept)) == 1
    assert len(desk.store.bookmarks(kept)) == 1
    assert desk.store.undoable(kept) == ()
    with pytest.raises(DocumentNotFound):
        desk.store.document(gone)


def test_what_is_told_apart_is_not_listed_again(desk, dialog):
    press(desk, dialog, "Not Duplicates")
    assert listed(dialog) == []
    desk.press("library")
    desk.undo()
    settle(desk, dialog)
    assert len(listed(dialog)) == 1


def test_a_closed_dialog_looks_no_further(desk, dialog, twice):
    dialog.done(0)
    desk.session.remove_documents(twice[:1])
    assert not dialog.is_looking
    dialog._session.changed.connect(dialog._take_change)  # for the fixture to let go of


def test_the_menu_opens_it(desk, monkeypatch):
    opened = []
    monkeypatch.setattr(DuplicatesDialog, "exec", lambda self: opened.append(self.done(0)))
    desk.press("duplicates")
    assert len(opened) == 1
