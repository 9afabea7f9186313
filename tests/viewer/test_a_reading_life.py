"""The main job, from the reader's side: open, read, annotate, close, and come back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from library.model.annotation import AnnotationKind, Colour, Passage, Region
from library.model.reading import Arrangement, Fit
from tests.records import make_encrypted, make_pictures, make_plain_pdf
from tests.viewer.desk import Desk, select


def test_a_record_opens_with_scan_text_and_details_side_by_side(desk, record):
    tab = desk.open(record)
    assert tab.reading.document.is_record
    assert tab.scan.isVisible()
    assert tab.text.isVisible()
    assert tab.sidebar.isVisible()
    assert "forty tons" in tab.text.view.document().toPlainText()


def test_what_was_made_is_all_there_when_the_reader_comes_back(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    tab = first.open(record)
    select(tab, "forty tons")
    first.press("highlight")
    (highlight,) = tab.reading.annotations
    tab.reading.open_note(highlight.id)
    first.wait(lambda: QApplication.focusWidget() is not None)
    first.keys(QApplication.focusWidget(), "Compare the engineer's book.")
    tab.sidebar.flush()
    first.press("next_page")
    first.press("bookmark")
    tab.reading.arrange(Arrangement.STACKED)
    tab.scan.view.set_zoom(1.5)
    page = tab.reading.page
    first.close()

    second = Desk(tmp_path, pool, qtbot)
    reading = second.tab.reading
    (kept,) = reading.annotations
    (target,) = kept.targets
    assert isinstance(target, Passage)
    assert (target.quote, kept.kind, kept.colour) == (
        "forty tons",
        AnnotationKind.HIGHLIGHT,
        Colour.YELLOW,
    )
    assert kept.note == "Compare the engineer's book."
    assert [bookmark.page for bookmark in reading.bookmarks] == [page]
    assert reading.page == page
    assert reading.position.arrangement is Arrangement.STACKED
    assert reading.position.fit is Fit.ZOOM
    assert reading.position.zoom == pytest.approx(1.5)
    second.close()


def test_every_edit_can_be_undone_by_name_and_done_again(desk, record):
    tab = desk.open(record)
    select(tab, "The mayor")
    desk.press("underline")
    (made,) = desk.notes
    assert desk.undo_text() == "Undo Underline"
    desk.undo()
    assert desk.notes == ()
    desk.redo()
    assert desk.notes == (made,)
    tab.reading.notebook.delete_note(made.id)
    assert desk.undo_text() == "Undo Delete Underline"
    desk.undo()
    assert desk.notes == (made,)


def test_typing_a_note_is_one_step_of_undo_however_often_it_was_saved(desk, record):
    tab = desk.open(record)
    select(tab, "forty tons")
    desk.press("highlight")
    (made,) = desk.notes
    for text in ("Com", "Compare", "Compare it"):
        tab.reading.notebook.write_note(made.id, text)
    desk.undo()
    assert [note.note for note in desk.notes] == [""]
    desk.redo()
    assert [note.note for note in desk.notes] == ["Compare it"]


def test_a_box_drawn_on_the_scan_is_a_region_in_page_units(desk, record):
    tab = desk.open(record)
    view = tab.scan.view
    desk.press("fit_page")
    desk.press("area")
    desk.wait(lambda: view.viewport().width() > 100)
    middle = view.viewport().rect().center()
    desk.drag(view.viewport(), middle - QPoint(60, 40), middle + QPoint(60, 40))
    (made,) = desk.notes
    (region,) = made.targets
    assert made.kind is AnnotationKind.AREA
    assert isinstance(region, Region)
    assert region.page == tab.reading.page
    (box,) = region.boxes
    assert 0 <= box.left < box.right <= 1
    assert 0 <= box.top < box.bottom <= 1


def test_turning_the_page_takes_the_text_along(desk, record):
    tab = desk.open(record)
    start = tab.text.view.offset_read()
    desk.press("next_page")
    assert tab.reading.page == tab.reading.document.scan_pages[1]
    version = tab.reading.version
    wanted = tab.reading.offset_at(tab.reading.page)
    assert wanted > start
    assert version.text[wanted:].startswith("-2-")


def test_opening_a_known_file_opens_its_document_and_not_another(desk, record, tmp_path):
    tab = desk.open(record)
    document = tab.reading.document.id
    copy = tmp_path / "the same under another name.pdf"
    copy.write_bytes(record.read_bytes())
    desk.press("close_tab")
    again = desk.open(copy)
    assert again.reading.document.id == document
    assert len(desk.store.shelf()) == 1


def test_opening_a_known_file_whose_tab_is_open_brings_that_to_the_front(desk, record, tmp_path):
    tab = desk.open(record)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(record.read_bytes())
    desk.press("library")
    desk.session.open_paths([copy])
    desk.wait(lambda: desk.window.tabs.front is tab and len(desk.window.tabs.readings) == 1)


def test_the_file_itself_is_never_changed(desk, record):
    before = record.read_bytes()
    tab = desk.open(record)
    select(tab, "forty tons")
    desk.press("highlight")
    desk.press("rotate_right")
    assert record.read_bytes() == before


def test_an_encrypted_file_asks_for_its_password_until_it_opens(desk, tmp_path):
    path = make_encrypted(tmp_path / "locked.pdf", "swordfish")
    asked = []
    desk.session.password_needed.disconnect()

    def answer(question):
        asked.append(question.wrong)
        question.answer("guess" if len(asked) == 1 else "swordfish")

    desk.session.password_needed.connect(answer)
    tab = desk.open(path)
    assert asked == [False, True]
    assert tab.reading.document.pages


def test_a_file_that_cannot_be_opened_is_told_in_a_sentence(desk, tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 nothing else")
    with desk.qtbot.waitSignal(desk.session.failed) as heard:
        desk.session.open_paths([path])
    assert "broken.pdf" in heard.args[0]
    assert desk.window.tabs.readings == ()


def test_pictures_of_a_folder_are_one_document(desk, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    make_pictures(folder, 3)
    tab = desk.open(folder)
    assert len(tab.reading.document.scan_pages) == 3
    assert tab.reading.version is not None


def test_a_document_without_text_gives_the_scan_its_room_and_says_why(desk, tmp_path):
    tab = desk.open(make_plain_pdf(tmp_path / "scan only.pdf", scanned=True))
    assert tab.reading.version is None
    assert not tab.text.isVisible()
    assert "no transcript" in tab.findChild(QLabel, "reason").text()
    assert tab.findChild(QLabel, "reason").isVisible()


def test_a_removed_document_comes_back_with_undo_and_its_notes(desk, record):
    tab = desk.open(record)
    select(tab, "forty tons")
    desk.press("highlight")
    document = tab.reading.document.id
    desk.press("library")
    desk.session.remove_documents([document])
    assert desk.store.shelf() == ()
    assert desk.undo_text() == "Undo Remove from Library"
    desk.undo()
    assert [entry.id for entry in desk.store.shelf()] == [document]
    desk.reopen(document)
    assert len(desk.notes) == 1


def test_a_removed_document_comes_back_when_its_file_is_opened_again(desk, record):
    document = desk.open(record).reading.document.id
    desk.session.remove_documents([document])
    tab = desk.open(record)
    assert tab.reading.document.id == document
    assert [entry.id for entry in desk.store.shelf()] == [document]


def test_back_and_forward_walk_over_the_jumps(desk, record):
    tab = desk.open(record)
    first, second = tab.reading.document.scan_pages
    desk.press("page_field")
    field = tab.findChild(QLineEdit, "page_field")
    field.setText("2")
    desk.key(field, Qt.Key.Key_Return)
    assert tab.reading.page == second
    assert tab.scan.view.hasFocus()  # so that the next key turns a page
    desk.press("back")
    assert tab.reading.page == first
    desk.press("forward")
    assert tab.reading.page == second
