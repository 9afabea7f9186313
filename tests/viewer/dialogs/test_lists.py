"""History, trash, bookmarks and tags of the whole library: listed, found, and set right."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox

from library.model.annotation import Colour
from tests.records import make_record
from tests.viewer.desk import select
from tests.viewer.listed import choose, headings, lines
from viewer.clock import utc_now
from viewer.dialogs.bookmarks import BookmarksDialog
from viewer.dialogs.history import HistoryDialog
from viewer.dialogs.tags import TagsManager
from viewer.dialogs.trash import TrashDialog
from viewer.theme import Scheme


@pytest.fixture
def tab(desk, record):
    tab = desk.open(record)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    for words in ("forty tons", "The engineer"):
        select(tab, words)
        desk.press("highlight")
    return tab


def opened(desk, make):
    dialog = make(desk.session)
    desk.qtbot.addWidget(dialog)
    return dialog


def do(dialog, number=0):
    dialog._buttons[number].click()


def test_the_history_says_what_was_done_to_which_words(desk, tab):
    dialog = opened(desk, HistoryDialog)
    assert lines(dialog)[:2] == [
        "Highlight · “The engineer” · A Talk about the New Bridge",
        "Highlight · “forty tons” · A Talk about the New Bridge",
    ]
    assert headings(dialog)[0] == "Today"


def test_a_step_is_taken_back_out_of_turn(desk, tab):
    dialog = opened(desk, HistoryDialog)
    choose(dialog, "forty tons")
    do(dialog)
    assert [note.targets[0].quote for note in desk.notes] == ["The engineer"]


def test_a_step_on_what_has_changed_since_is_not_taken_back(desk, tab):
    dialog = opened(desk, HistoryDialog)
    note = next(note for note in desk.notes if note.targets[0].quote == "forty tons")
    tab.reading.notebook.recolour(note.id, Colour.RED)
    failed = []
    desk.session.failed.connect(failed.append)
    choose(dialog, "Highlight · “forty tons”")
    do(dialog)
    assert len(desk.notes) == 2
    assert "changed elsewhere" in failed[0]


def test_what_was_thrown_away_is_brought_back_from_the_trash(desk, tab):
    before = desk.notes
    tab.reading.notebook.delete_all([note.id for note in desk.notes])
    dialog = opened(desk, TrashDialog)
    assert set(lines(dialog)) == {"“forty tons”", "“The engineer”"}
    choose(dialog, "forty")
    do(dialog)
    assert [note.id for note in desk.notes] == [before[0].id]
    assert lines(dialog) == ["“The engineer”"]


def test_the_trash_is_emptied_for_good(desk, tab):
    tab.reading.notebook.delete_note(desk.notes[0].id)
    assert desk.store.trash.empty(utc_now() - timedelta(days=1)) == 0
    assert desk.store.trash.empty(utc_now() + timedelta(seconds=1)) == 1
    assert lines(opened(desk, TrashDialog)) == []


def test_a_removed_document_is_brought_back(desk, tab):
    document = tab.reading.document.id
    desk.session.remove_documents([document])
    dialog = opened(desk, TrashDialog)
    choose(dialog, "New Bridge")
    do(dialog)
    assert [entry.id for entry in desk.store.shelf()] == [document]


def test_documents_and_notes_come_back_in_one_step(desk, tab, tmp_path):
    note, document = desk.notes[0], tab.reading.document.id
    tab.reading.notebook.delete_note(note.id)
    other = desk.open(make_record(tmp_path / "other.pdf", title="Another")).reading.document.id
    desk.session.remove_documents([document, other])
    dialog = opened(desk, TrashDialog)
    dialog.table.selectAll()
    do(dialog)
    assert {entry.id for entry in desk.store.shelf()} == {document, other}
    assert note.id in [each.id for each in desk.store.annotations(document)]
    desk.press("library")
    desk.undo()
    assert desk.store.shelf() == ()
    assert len(desk.store.trash.notes()) == 1


def test_a_bookmark_of_any_document_is_gone_to(desk, tab):
    select(tab, "forty tons")
    desk.press("bookmark")
    desk.press("library")
    dialog = opened(desk, BookmarksDialog)
    choose(dialog, "forty tons")
    do(dialog)
    desk.wait(lambda: desk.window.tabs.front is not None)
    desk.wait(lambda: desk.tab.reading.chosen == tab.reading.bookmarks[0].id)


def test_bookmarks_show_a_thumbnail(desk, tab):
    desk.press("bookmark")
    dialog = opened(desk, BookmarksDialog)
    (entry,) = dialog.model.entries()
    assert entry.picture is not None
    assert dialog.table.row_height > 52, "a page, not a small sign"


def test_tags_are_merged_in_all_notes_and_parted_again_by_undo(desk, tab):
    first, second = desk.notes
    tab.reading.notebook.tag_all([first.id], ["air"])
    tab.reading.notebook.tag_all([second.id], ["Air power", "doubt"])
    dialog = opened(desk, TagsManager)
    assert lines(dialog) == ["air", "Air power", "doubt"]
    dialog.merge(["air", "Air power"], "air power")
    assert [note.tags for note in desk.notes] == [("air power",), ("air power", "doubt")]
    desk.press("library")
    desk.undo()
    assert [use.name for use in desk.store.tags.used()] == ["air", "Air power", "doubt"]


def test_a_tag_is_deleted_and_its_notes_stay(desk, tab):
    tab.reading.notebook.tag_all([desk.notes[0].id], ["air", "doubt"])
    dialog = opened(desk, TagsManager)
    choose(dialog, "air")
    do(dialog, 2)
    assert desk.notes[0].tags == ("doubt",)
    assert len(desk.notes) == 2


def test_a_document_is_deleted_for_good_after_a_question(desk, tab, monkeypatch):
    document = tab.reading.document
    file = desk.store.path_of(document.files[0])
    desk.session.remove_documents([document.id])
    dialog = opened(desk, TrashDialog)
    answers, asked = ["No", "Yes"], []

    def ask(_parent, _title, question):
        asked.append(question)
        return QMessageBox.StandardButton[answers[len(asked) - 1]]

    monkeypatch.setattr(QMessageBox, "question", ask)
    choose(dialog, "New Bridge")
    do(dialog, 1)
    assert file.exists()
    assert lines(dialog) == ["A Talk about the New Bridge"]
    do(dialog, 1)
    desk.wait(lambda: lines(dialog) == [])
    assert not file.exists()
    assert "1 document for good" in asked[1]
    assert "cannot be undone" in asked[1]
    history = opened(desk, HistoryDialog)
    choose(history, "Delete for Good")
    assert not history._buttons[0].isEnabled(), "there is nothing to bring back"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_sign_of_a_chosen_row_stands_out(desk, tab, scheme):
    desk.theme.use(scheme)
    tab.reading.notebook.tag_all([desk.notes[0].id], ["air", "doubt"])
    dialog = opened(desk, TagsManager)
    dialog.show()

    def contrast():
        row = dialog.table.visualRect(dialog.model.index(1, 0))
        sign = QRect(row.left(), row.top(), 24, row.height())  # whole words of four bytes
        picture = dialog.table.viewport().grab(sign).toImage()
        picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        return max(bytes(picture.constBits())) - min(bytes(picture.constBits()))

    choose(dialog, "air")
    assert contrast() > 100
