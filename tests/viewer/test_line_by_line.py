"""Line by line, through the whole window: into the mode, what is done there, and out again."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from library.model.annotation import Passage
from library.model.reading import Arrangement
from tests.records import make_record
from tests.viewer.desk import Desk
from viewer.places import Place

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
PAGES = tuple(
    "\n".join(f"Line {line} of leaf {page} is about the bridge" for line in range(1, 21))
    for page in range(1, 6)
)
TRANSCRIPT = tuple(" ".join(page.split("\n")) for page in PAGES)


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined, in the middle of being read."""
    file = make_record(
        tmp_path / "a record.pdf",
        pages=PAGES,
        transcript=TRANSCRIPT,
        text_layer=True,
        translation=("Eine Zeile über die Brücke.", "Noch eine."),
    )
    tab = desk.open(file)
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: joint.progress is None)
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    return tab


def enter(desk, tab):
    desk.press("strip")
    desk.wait(lambda: tab.strip.view.column is not None)
    return tab.strip.view


def offset_of(tab, words):
    return tab.reading.version.text.index(words)


def is_read(tab, offset) -> bool:
    """Whether the line that is read in the strip has this place of the text."""
    item = tab.strip.view.read_block().block.item
    return item.start <= offset < item.end


def read(tab) -> str:
    """The words of the line that is read in the strip."""
    item = tab.strip.view.read_block().block.item
    return tab.reading.version.text[item.start : item.end].strip()


def point(tab, words) -> QPoint:
    """The middle of a word in the strip's viewport."""
    view, offset = tab.strip.view, offset_of(tab, words)
    for placed in view.visible():
        for word in placed.block.words:
            if word.start <= offset < word.end:
                left = view.column.setter.measure.left
                return (QPointF(left, placed.top - view.top) + word.rect.center()).toPoint()
    raise AssertionError(f"{words!r} is not in view")


def test_the_mode_takes_the_room_of_both_sides_and_gives_it_back(desk, tab):
    view = enter(desk, tab)
    assert view.isVisible()
    assert not tab.scan.isVisible()
    assert not tab.text.isVisible()
    assert desk.window.actions_by_name["strip"].isChecked()
    assert not desk.window.actions_by_name["zoom_in"].isEnabled()
    desk.press("beside")
    assert tab.scan.isVisible()
    assert tab.text.isVisible()
    assert not view.isVisible()
    assert desk.window.actions_by_name["zoom_in"].isEnabled()


def test_keys_go_to_the_lines_and_back_to_the_scan(desk, tab):
    view = enter(desk, tab)
    desk.window.activateWindow()
    desk.wait(lambda: QApplication.focusWidget() is view)
    desk.press("beside")
    desk.wait(lambda: QApplication.focusWidget() is tab.scan.view)


def test_entering_shows_where_the_reader_was_in_the_text(desk, tab):
    tab.text.view.go_to(offset_of(tab, "Line 7 of leaf 3"))
    tab.text.following.see(tab.text.view.offset_read())
    enter(desk, tab)
    assert is_read(tab, tab.text.view.offset_read())


def test_entering_from_the_scan_alone_shows_where_the_reader_was_on_it(desk, tab):
    desk.press("scan_only")
    page = tab.reading.document.scan_pages[2]
    tab.scan.view.show_place(2, 0.3)
    tab.reading.see_page(page)
    enter(desk, tab)
    block = tab.strip.view.read_block().block
    assert block.slip.page == page
    assert "Line 1 " not in read(tab)


def test_leaving_comes_back_to_the_same_place_on_both_sides(desk, tab):
    view = enter(desk, tab)
    view.go_to(offset_of(tab, "Line 5 of leaf 4"))
    view.scrolled.emit()
    desk.press("beside")
    shown = tab.text.view.offset_read()
    assert "Line 5 of leaf 4" in tab.reading.version.text[shown - 120 : shown + 120]
    assert tab.scan.view.page == tab.reading.document.scan_pages[3]


def test_a_word_that_was_clicked_is_gone_to_on_leaving(desk, tab):
    view = enter(desk, tab)
    view.go_to(offset_of(tab, "Line 5 of leaf 4"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, point(tab, "Line 8 of leaf 4"))
    desk.press("beside")
    place = offset_of(tab, "Line 8 of leaf 4")
    assert tab.text.view.shows_text(place, place + 4)
    (spot, *_) = tab.reading.joint.at_text(place).spots
    scan = tab.scan.view
    rect = scan.scene().box_rect(scan.place_of(spot.page), spot.box)
    assert scan.viewport().rect().contains(rect.center().toPoint())


def test_entering_and_leaving_again_changes_nothing(desk, tab):
    tab.text.view.go_to(offset_of(tab, "Line 7 of leaf 3"))
    tab.text.following.see(tab.text.view.offset_read())
    before = tab.reading.page, tab.text.view.offset_read()
    enter(desk, tab)
    desk.press("beside")
    assert (tab.reading.page, tab.text.view.offset_read()) == before
    enter(desk, tab)
    assert is_read(tab, before[1])


def test_the_mode_is_kept_for_the_next_time(desk, tab, tmp_path, pool, qtbot):
    enter(desk, tab)
    tab.strip.view.go_to(offset_of(tab, "Line 5 of leaf 4"))
    tab.strip.view.scrolled.emit()
    desk.wait(lambda: tab.reading.position.offset == tab.strip.view.offset_read())
    document = tab.reading.document.id
    desk.close()
    again = Desk(tmp_path, pool, qtbot)
    try:
        opened = again.reopen(document)
        assert opened.sides.arrangement is Arrangement.STRIP
        again.wait(lambda: opened.strip.view.column is not None)
        assert read(opened).startswith("Line 5 of leaf 4")
    finally:
        again.close()


def test_going_to_a_page_goes_to_its_first_line(desk, tab):
    enter(desk, tab)
    tab.reading.go_to(Place(page=tab.reading.document.scan_pages[3]))
    assert read(tab).startswith("Line 1 of leaf 4")
    desk.press("next_page")
    assert read(tab).startswith("Line 1 of leaf 5")


def test_going_back_goes_where_the_reader_was(desk, tab):
    view = enter(desk, tab)
    view.go_to(offset_of(tab, "Line 7 of leaf 2"))
    view.scrolled.emit()
    desk.wait(lambda: tab.reading.position.offset == view.offset_read())
    tab.reading.go_to(Place(page=tab.reading.document.scan_pages[4]))
    desk.press("back")
    assert read(tab).startswith("Line 7 of leaf 2")


def test_selected_words_are_copied_as_they_stand_in_the_text(desk, tab):
    view = enter(desk, tab)
    desk.drag(view.viewport(), point(tab, "leaf 1 is"), point(tab, "Line 3 of"))
    desk.press("copy")
    text = tab.reading.version.text
    first = text.index("leaf 1 is")
    assert QApplication.clipboard().text() == text[first : text.index("Line 3 of") + 4]


def test_selected_words_are_highlighted_and_let_go(desk, tab):
    view = enter(desk, tab)
    desk.drag(view.viewport(), point(tab, "Line 2 of"), point(tab, "2 of leaf"))
    desk.press("highlight")
    (made,) = desk.notes
    (passage,) = (target for target in made.targets if isinstance(target, Passage))
    assert passage.quote == "Line 2"
    assert view.shown.selection == (0, 0)
    assert [mark.annotation.id for mark in view.shown.marks.in_text(0, 10**6)] == [made.id]


def test_finding_leads_to_the_text(desk, tab):
    enter(desk, tab)
    desk.press("find")
    assert tab.text.isVisible()
    assert tab.text.column.searching.bar.isVisible()


def test_a_translation_offers_the_transcript(desk, tab):
    enter(desk, tab)
    translation = tab.reading.document.versions[1]
    tab.reading.choose_version(translation.id)
    assert tab.strip.instead.isVisible()
    tab.strip.instead.click()
    assert tab.reading.version.id != translation.id
    desk.wait(lambda: tab.strip.view.column is not None)


def test_differences_are_marked_under_their_words(desk, tmp_path):
    scan = "The engineer said that the bridge\nwould bear forty tons and no more"
    text = ("The engineer said that the bridge would surely bear forty tons and no more",)
    tab = desk.open(make_record(tmp_path / "a.pdf", pages=[scan], transcript=text, text_layer=True))
    desk.wait(lambda: tab.reading.joint.joined.pages and tab.reading.joint.progress is None)
    view = enter(desk, tab)
    before = view.grab().toImage()
    desk.press("differences")
    assert view.shown.differences
    assert view.grab().toImage() != before


def test_the_scan_that_is_hidden_asks_for_no_pages(desk, tab):
    view = enter(desk, tab)
    desk.wait(lambda: view.is_sharp and not tab.scan.view.drawings.is_waiting)
    tab.reading.go_to(Place(page=tab.reading.document.scan_pages[4]))
    assert not tab.scan.view.drawings.is_waiting
    desk.press("beside")
    desk.wait(lambda: tab.scan.view.is_sharp)


def test_a_document_that_is_opened_line_by_line_begins_at_the_very_top(desk, tab):
    view = enter(desk, tab)
    assert view.top == 0


def words_of(tab) -> str:
    """All words in view in the strip, as they are shown."""
    blocks = [placed.block for placed in tab.strip.view.visible()]
    return " ".join(word.shown for block in blocks for word in block.words)


def correct(desk, tab, words, instead):
    version, start = tab.reading.version, offset_of(tab, words)
    tab.reading.correcting.correct(version, (start, start + len(words)), instead)
    desk.wait(lambda: tab.strip.view.content.corrected.text != version.text)


def test_words_stand_as_the_reader_corrected_them(desk, tab):
    enter(desk, tab)
    correct(desk, tab, "Line 2 of", "Row the second of")
    assert "Row the second of leaf 1" in words_of(tab)
    start, end = offset_of(tab, "Line 2 of"), offset_of(tab, "Line 2 of") + len("Line 2 of")
    blocks = [placed.block for placed in tab.strip.view.visible()]
    (row,) = {(w.start, w.end) for b in blocks for w in b.words if w.shown == "second"}
    assert row == (start, end), "its place in the text is that of all the corrected words"


def test_the_untouched_words_are_shown_where_the_reader_wants_them(desk, tab):
    enter(desk, tab)
    correct(desk, tab, "Line 2 of", "Row the second of")
    tab.reading.correcting.switch(False)
    desk.wait(lambda: "Line 2 of leaf 1" in words_of(tab))


def test_correcting_selected_words_leads_to_the_text(desk, tab):
    view = enter(desk, tab)
    desk.drag(view.viewport(), point(tab, "Line 2 of"), point(tab, "2 of leaf"))
    desk.press("correct")
    assert tab.text.column.corrector.popup.isVisible()
    assert tab.text.isVisible()
