"""The strip in its panel: what it shows, and what the reader does in it."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from library.errors import PageCrashed
from library.model.annotation import Annotation, AnnotationKind, Colour, Region, passage_of
from library.model.difference import Difference, DifferenceKind
from library.model.document import VersionKind
from library.model.geometry import Box
from library.model.joined import Joined
from library.pages.pool import Urgency
from library.progress import Progress
from tests.library.joining.strip.typed import linked, typed, version_of
from tests.viewer.desk import hover
from viewer.places import PageShown, Side

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LONG = tuple(tuple(f"line {n} of page {page} here" for n in range(40)) for page in range(30))
LONG_TEXT = tuple(" ".join(lines) for lines in LONG)


def click(strip, point, modifier=NONE):
    QTest.mouseClick(strip.view.viewport(), LEFT, modifier, point)


def drag(strip, start, end):
    port = strip.view.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    for step in range(1, 9):
        QTest.mouseMove(port, start + (end - start) * (step / 8))
    QTest.mouseRelease(port, LEFT, NONE, end)


def key(strip, which, modifier=NONE):
    QTest.keyClick(strip.view, which, modifier)


# --- What is shown -------------------------------------------------------------------


def test_each_line_of_the_scan_stands_above_its_words(strip):
    assert strip.lines() == [
        "The engineer said that the bridge would bear",
        "forty tons, and the mayor asked infor",
        "mation whether that",
        "was enough.",
        "He asked twice.",
    ]
    for placed in strip.view.visible():
        for word in placed.block.words:
            assert word.rect.top() >= placed.block.picture.bottom()


def test_words_stand_under_their_places(strip):
    for words in ("engineer", "bridge", "tons"):
        assert abs(strip.point(words).x() - strip.point_on_picture(words).x()) < 40


def test_the_lines_are_drawn_sharp_and_nothing_else_is_asked_for(strip):
    assert strip.view.is_sharp
    pieces = {(asked.request.page, asked.request.width) for asked in strip.pages.asked}
    assert len(pieces) == 2, "each page once, in one size"


def test_a_picture_is_blank_first_and_then_sharp(make_strip):
    strip = make_strip()
    assert not strip.view.is_sharp
    before = strip.view.grab().toImage()
    strip.pages.answer_all()
    assert strip.view.is_sharp
    assert strip.view.grab().toImage() != before


def test_what_is_known_of_a_page_is_seen_until_it_is_drawn(make_strip):
    strip = make_strip()
    blank = strip.view.grab().toImage()
    small = QImage(60, 80, QImage.Format.Format_RGB32)
    small.fill(Qt.GlobalColor.darkGreen)
    strip.view.drawings.pictures.thumbnail = lambda _page: small
    assert strip.view.grab().toImage() != blank


def test_a_long_document_is_open_at_once_and_asks_only_for_what_is_near(make_strip):
    strip = make_strip(LONG, LONG_TEXT)
    assert strip.pages.waiting_pages(Urgency.VISIBLE) == {0}
    strip.pages.answer_all()
    assert {asked.request.page for asked in strip.pages.asked} <= {0, 1, 2}
    assert len(strip.view.column._laid) < 6


def test_pages_that_left_the_view_are_not_asked_for_any_more(make_strip):
    strip = make_strip(LONG, LONG_TEXT)
    key(strip, Qt.Key.Key_End)
    assert strip.pages.waiting_pages(Urgency.VISIBLE) == {29}


def test_a_page_that_cannot_be_drawn_says_so_and_is_tried_again_at_a_click(make_strip):
    strip = make_strip()
    strip.pages.failing[0] = PageCrashed("scan.pdf", 0)
    strip.pages.answer_all()
    assert strip.view.is_sharp, "what failed is waited for no longer"
    del strip.pages.failing[0]
    click(strip, strip.point_on_picture("engineer"))
    strip.pages.answer_all()
    assert not strip.view.drawings.problems


def test_what_only_the_scan_has_is_a_picture_alone(make_strip):
    version = version_of(["He asked twice."])
    alignment = linked(version, typed(["He asked twice."]))
    stamp = Region(0, (Box(0.2, 0.5, 0.4, 0.55),))
    differences = {version.id: (Difference(DifferenceKind.ON_SCAN, 15, 15, stamp, "SECRET"),)}
    joined = Joined({version.id: alignment}, differences=differences, pages=frozenset([0]))
    strip = make_strip([["He asked twice."]], ["He asked twice."], joined=joined)
    alone = [p.block for p in strip.view.visible() if p.block.is_alone]
    assert [(block.picture is not None, block.words) for block in alone] == [(True, ())]


def test_what_only_the_text_has_stands_alone(make_strip):
    text = ["He asked twice.", "[The editor remarks that nobody knows what he asked.]"]
    strip = make_strip([["He asked twice."]], text)
    alone = [p.block for p in strip.view.visible() if p.block.is_alone]
    assert [(block.picture, strip.words(block)) for block in alone] == [(None, text[1])]


def test_words_are_never_cut_off_and_never_overlap_in_a_narrow_window(make_strip):
    strip = make_strip(size=(320, 600))
    assert strip.view.width() <= 320
    for placed in strip.view.visible():
        words = placed.block.words
        assert all(w.rect.left() >= 0 for w in words)
        assert all(w.rect.right() <= strip.view.column.setter.measure.width for w in words)
        for one, other in pairwise(words):
            assert one.rect.right() <= other.rect.left() or one.rect.bottom() <= other.rect.top()


# --- Why there are no lines ----------------------------------------------------------


def test_while_scan_and_text_are_being_joined_it_says_so(make_strip):
    strip = make_strip(joined=Joined())
    strip.reading.joint.tell_work(Progress(1, 3, "Reading page 2 of 3"))
    assert "Reading page 2 of 3" in strip.panel.sentence.text()


def test_what_hinders_joining_is_told(make_strip):
    strip = make_strip(joined=Joined())
    strip.reading.joint.tell_work(None, "Install the extra “ocr”.")
    assert strip.panel.sentence.text() == "Install the extra “ocr”."


def test_lines_appear_when_they_are_found(make_strip, qtbot):
    strip = make_strip(joined=Joined())
    assert strip.panel.sentence.isVisible()
    version = strip.reading.version
    rows = typed(["The engineer said that the bridge would bear"])
    strip.reading.joint.take(Joined({version.id: linked(version, rows)}, pages=frozenset([0])))
    qtbot.waitUntil(lambda: strip.view.column is not None)
    assert not strip.panel.sentence.isVisible()
    assert strip.lines()[0] == "The engineer said that the bridge would bear"


def test_a_translation_offers_the_text_that_has_lines(make_strip, qtbot):
    strip = make_strip()
    translation = version_of(["Der Ingenieur sprach."], VersionKind.TRANSLATION)
    translation = replace(translation, id="german", label="Translation - German")
    document = strip.reading.document
    strip.reading.take_text(replace(document, versions=(*document.versions, translation)))
    strip.reading.choose_version("german")
    assert strip.panel.instead.isVisible()
    assert "translation does not follow" in strip.panel.sentence.text()
    strip.panel.instead.click()
    qtbot.waitUntil(lambda: strip.view.column is not None)
    assert strip.reading.version.id == "text"


# --- Light ---------------------------------------------------------------------------


def test_hovering_a_word_lights_its_place_on_the_picture(strip):
    hover(strip.view.viewport(), strip.point("engineer"))
    lit = strip.reading.joint.hover
    assert [strip.text[span.start : span.end] for span in lit.spans] == ["engineer"]
    assert [spot.page for spot in lit.spots] == [0]


def test_hovering_the_picture_lights_the_word(strip):
    hover(strip.view.viewport(), strip.point_on_picture("mayor"))
    (span,) = strip.reading.joint.hover.spans
    assert strip.text[span.start : span.end] == "mayor"


def test_light_is_painted_on_both(strip):
    dark = strip.view.grab().toImage()
    hover(strip.view.viewport(), strip.point("engineer"))
    light = strip.view.grab().toImage()
    for point in (strip.point("engineer"), strip.point_on_picture("engineer")):
        around = [point + QPoint(dx, dy) for dx in range(-9, 10, 3) for dy in range(-6, 7, 3)]
        assert any(light.pixel(p) != dark.pixel(p) for p in around)


def test_light_goes_out_when_the_mouse_leaves(strip):
    hover(strip.view.viewport(), strip.point("engineer"))
    QApplication.sendEvent(strip.view.viewport(), QEvent(QEvent.Type.Leave))
    assert not strip.reading.joint.hover


# --- Selecting -----------------------------------------------------------------------


def test_dragging_selects_words_and_tells_them(strip, qtbot):
    with qtbot.waitSignal(strip.panel.selected) as told:
        drag(strip, strip.point("engineer"), strip.point("tons"))
    start, end = told.args
    assert strip.text[start:end] == "engineer said that the bridge would bear forty tons,"


def test_a_broken_word_is_selected_without_a_hyphen(strip, qtbot):
    with qtbot.waitSignal(strip.panel.selected) as told:
        drag(strip, strip.point("asked information"), strip.point("mation"))
    start, end = told.args
    assert strip.text[start:end] == "asked information"


def test_a_double_click_selects_a_word(strip, qtbot):
    point = strip.point("mayor")
    with qtbot.waitSignal(strip.panel.selected) as told:
        QTest.mouseDClick(strip.view.viewport(), LEFT, NONE, point)
    assert strip.text[slice(*told.args)] == "mayor"


def test_shift_and_a_click_stretch_the_selection(strip):
    click(strip, strip.point("engineer"))
    click(strip, strip.point("bridge"), Qt.KeyboardModifier.ShiftModifier)
    assert strip.text[slice(*strip.view.shown.selection)] == "engineer said that the bridge"


def test_escape_lets_go_of_the_selection(strip, qtbot):
    drag(strip, strip.point("engineer"), strip.point("tons"))
    with qtbot.waitSignal(strip.panel.selected) as told:
        key(strip, Qt.Key.Key_Escape)
    assert told.args == [0, 0]
    assert strip.view.shown.selection == (0, 0)


# --- Moving --------------------------------------------------------------------------


@pytest.fixture
def long_strip(make_strip):
    strip = make_strip(LONG, LONG_TEXT)
    strip.pages.answer_all()
    return strip


def test_arrows_go_line_by_line(long_strip):
    for _ in range(4):
        key(long_strip, Qt.Key.Key_Down)
    assert long_strip.read() == "line 3 of page 0 here"
    key(long_strip, Qt.Key.Key_Up)
    assert long_strip.read() == "line 2 of page 0 here"


def test_a_screen_on_keeps_the_last_line_in_view(long_strip):
    last = long_strip.lines()[-1]
    key(long_strip, Qt.Key.Key_Space)
    assert last in long_strip.lines()[:2]
    key(long_strip, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    key(long_strip, Qt.Key.Key_PageUp)
    assert long_strip.view.top == 0


def test_end_and_home_go_to_the_last_line_and_the_first(long_strip):
    key(long_strip, Qt.Key.Key_End)
    assert long_strip.lines()[-1] == "line 39 of page 29 here"
    key(long_strip, Qt.Key.Key_Home)
    assert long_strip.lines()[0] == "line 0 of page 0 here"


def test_what_is_read_stays_in_place_while_heights_become_true(long_strip, qtbot):
    offset = long_strip.text.index("line 20 of page 15")
    long_strip.view.go_to(offset)
    assert long_strip.read() == "line 20 of page 15 here"
    qtbot.waitUntil(lambda: not long_strip.view._setting.isActive())
    assert long_strip.read() == "line 20 of page 15 here"


def test_another_width_keeps_the_line_that_is_read(long_strip):
    long_strip.view.go_to(long_strip.text.index("line 20 of page 15"))
    long_strip.panel.resize(600, 600)
    assert long_strip.read() == "line 20 of page 15 here"


def test_scrolling_tells_where_the_reader_is(long_strip, qtbot):
    reading = long_strip.reading
    with qtbot.waitSignal(reading.page_changed) as told:
        for _ in range(12):
            key(long_strip, Qt.Key.Key_PageDown)
    assert told.args == [PageShown(reading.page, Side.TEXT)]
    read = long_strip.view.read_block().block.item
    assert reading.position.offset == read.start
    assert read.slip.page == reading.page


# --- Annotations ---------------------------------------------------------------------


def test_a_click_on_a_highlighted_word_chooses_its_note(strip):
    start = strip.text.index("engineer")
    passage = passage_of("text", strip.text, start, start + 8)
    now = datetime(2026, 3, 4, tzinfo=UTC)
    made = Annotation("n", "doc", AnnotationKind.HIGHLIGHT, Colour.YELLOW, (passage,), now, now)
    before = strip.view.grab().toImage()
    strip.reading.show_notes((made,), ())
    assert strip.view.grab().toImage() != before
    click(strip, strip.point("engineer"))
    assert strip.reading.chosen == "n"


# --- Joined further ------------------------------------------------------------------


def joined_further(strip, qtbot, pages):
    """Have more pages be joined than before."""
    before = strip.view.content
    version = strip.reading.version
    rows = [row for page in range(pages) for row in typed(LONG[page], page)]
    joined = Joined({version.id: linked(version, rows)}, pages=frozenset(range(pages)))
    strip.reading.joint.take(joined)
    qtbot.waitUntil(lambda: strip.view.content is not before)


def test_what_is_read_stays_in_its_place_when_more_is_joined(long_strip, qtbot):
    joined_further(long_strip, qtbot, 10)
    long_strip.view.go_to(long_strip.text.index("line 20 of page 5"))
    key(long_strip, Qt.Key.Key_Down)
    before = long_strip.point("line 25 of page 5")
    joined_further(long_strip, qtbot, 20)
    assert long_strip.point("line 25 of page 5") == before


def test_the_top_stays_the_top_when_more_is_joined(long_strip, qtbot):
    joined_further(long_strip, qtbot, 10)
    joined_further(long_strip, qtbot, 20)
    assert long_strip.view.top == 0


def test_a_selection_outlives_more_joining(long_strip, qtbot):
    drag(long_strip, long_strip.point("line 1 of"), long_strip.point("line 2 of"))
    before = long_strip.view.shown.selection
    joined_further(long_strip, qtbot, 20)
    assert long_strip.view.shown.selection == before


def test_what_is_not_joined_yet_is_there_as_text(long_strip, qtbot):
    joined_further(long_strip, qtbot, 10)
    key(long_strip, Qt.Key.Key_End)
    assert "line 39 of page 29 here" in long_strip.lines()[-1]
    assert not long_strip.view.content.is_known


def test_a_picture_alone_is_no_larger_than_the_lines_and_stands_where_it_stood(make_strip):
    version = version_of(["He asked twice."])
    alignment = linked(version, typed(["He asked twice."]))
    left, right = (Region(0, (Box(x, 0.5, x + 0.1, 0.52),)) for x in (0.15, 0.6))
    differences = tuple(
        Difference(DifferenceKind.ON_SCAN, 15, 15, region, "SECRET") for region in (left, right)
    )
    joined = Joined(
        {version.id: alignment}, differences={version.id: differences}, pages=frozenset([0])
    )
    strip = make_strip([["He asked twice."]], ["He asked twice."], joined=joined)
    blocks = [placed.block for placed in strip.view.visible() if placed.block.picture is not None]
    line, *alone = blocks
    assert all(block.scale <= line.scale for block in alone)
    assert alone[0].picture.left() < alone[1].picture.left()
    assert all(block.picture.right() <= strip.view.column.setter.measure.width for block in alone)
