"""The annotations that a PDF holds itself, offered and adopted through the whole window."""

import pymupdf
import pytest

from library.model.annotation import AnnotationKind
from tests.viewer.desk import Desk
from tests.viewer.listed import choose, lines
from viewer.dialogs.file_notes import FileNotesDialog


@pytest.fixture
def annotated(record, tmp_path):
    """The record, with three notes in the PDF: two on its second page, one on its third."""
    path = tmp_path / "annotated.pdf"
    with pymupdf.open(record) as pdf:
        first, second = pdf[1], pdf[2]
        first.add_text_annot((200, 300), "Who is he?").update()
        first.add_rect_annot((100, 100, 200, 140)).update()
        made = second.add_highlight_annot(pymupdf.Rect(80, 80, 220, 100))
        made.set_info(content="Fourteen?", title="An earlier reader")
        made.update()
        pdf.save(path)
    return path


@pytest.fixture
def tab(desk, annotated):
    return opened(desk, annotated)


def opened(desk, path):
    tab = desk.open(path)
    tab.furnish()
    desk.wait(lambda: tab.reading.file_notes.count == 3)
    return tab


@pytest.fixture
def dialog(desk, tab):
    tab.sidebar.notes.offer.button.click()
    return desk.window.findChild(FileNotesDialog)


def test_the_notes_panel_offers_them_quietly(desk, tab):
    offer = tab.sidebar.notes.offer
    assert not offer.isHidden()
    assert offer.words.text() == "This file holds 3 notes of its own."
    assert desk.notes == (), "nothing is adopted unasked"


def test_a_file_without_notes_offers_nothing(desk, record):
    tab = desk.open(record)
    tab.furnish()
    desk.wait(lambda: desk.session.pages.is_idle)
    assert tab.sidebar.notes.offer.isHidden()


def test_they_are_listed_with_their_pages_and_contents(dialog):
    shown = {row.text: (row.group, row.aside) for row in dialog.model.entries()}
    assert len(shown) == 3
    assert shown["Who is he?"] == ("Page 1", "")
    (told,) = [line for line in shown if line.endswith("Fourteen?")]
    assert shown[told] == ("Page 2", "An earlier reader")


def test_one_is_adopted_and_taken_back(desk, tab, dialog):
    choose(dialog, "Who is he?")
    dialog._buttons[0].click()
    (note,) = desk.notes
    assert (note.kind, note.note) == (AnnotationKind.NOTE, "Who is he?")
    assert len(lines(dialog)) == 2
    assert tab.sidebar.notes.offer.words.text() == "This file holds 2 notes of its own."
    desk.undo()
    assert desk.notes == ()
    assert len(lines(dialog)) == 3


def test_all_are_adopted_as_one_step(desk, tab, dialog):
    dialog.all.click()
    assert len(desk.notes) == 3
    assert tab.sidebar.notes.offer.isHidden()
    assert not dialog.all.isEnabled()
    assert desk.undo_text() == "Undo Adopt Notes of the File"
    desk.undo()
    assert desk.notes == ()
    desk.redo()
    assert len(desk.notes) == 3


def test_one_that_was_thrown_away_can_be_adopted_again(desk, tab, dialog):
    dialog.all.click()
    tab.reading.notebook.delete_all([note.id for note in desk.notes])
    assert len(lines(dialog)) == 3
    dialog.all.click()
    assert len(desk.notes) == 3


def test_going_to_one_shows_its_page(tab, dialog):
    choose(dialog, "Fourteen?")
    dialog._buttons[1].click()
    assert tab.reading.page == tab.reading.document.scan_pages[1]


def test_what_was_adopted_is_not_offered_the_next_time(tmp_path, pool, qtbot, annotated):
    first = Desk(tmp_path, pool, qtbot)
    tab = opened(first, annotated)
    tab.reading.file_notes.adopt(tab.reading.file_notes.offered()[:1])
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    second.wait(lambda: second.tab.reading.file_notes.count == 3)
    assert len(second.tab.reading.file_notes.offered()) == 2
    second.close()


def test_a_tab_that_closes_while_its_file_is_read_is_left_alone(desk, annotated):
    tab = desk.open(annotated)
    desk.session.close(tab.reading)
    desk.wait(lambda: desk.session.pages.is_idle)
    assert desk.session.readings == []
