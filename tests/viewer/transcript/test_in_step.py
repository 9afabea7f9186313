from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from library.model.annotation import AnnotationKind
from tests.viewer.transcript.conftest import Desk, make_document, make_version
from viewer.level import Level
from viewer.places import Place, Side


def pages_told(desk):
    told = []
    desk.reading.page_changed.connect(told.append)
    return told


def at_top(panel, words):
    text = panel.view.sheet.version.text
    return text[panel.view.offset_read() :].startswith(words)


def turn_wheel(panel, notches):
    port, none = panel.view.viewport(), Qt.MouseButton.NoButton
    middle = QPointF(port.rect().center())
    event = QWheelEvent(
        middle,
        port.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 * notches),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def test_the_text_follows_the_page_of_the_scan(panel, desk, qtbot):
    told = pages_told(desk)
    desk.reading.in_step.scan_scrolled(1, 0.0, Level.of(panel.view.viewport(), 0))
    panel.following.glide.arrive()
    assert at_top(panel, "-2-")
    assert [shown.side for shown in told] == [Side.SCAN]
    assert desk.reading.position.offset == panel.view.offset_read()


def test_scrolling_tells_the_page(panel, desk, qtbot):
    told = pages_told(desk)
    turn_wheel(panel, 7)
    qtbot.waitUntil(lambda: desk.reading.page == 1)
    assert {shown.side for shown in told} == {Side.TEXT}
    assert desk.reading.position.offset == panel.view.offset_read()


def test_at_the_end_the_last_page_is_told(panel, desk, qtbot):
    bar = panel.view.verticalScrollBar()
    told = pages_told(desk)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: bool(told))
    assert desk.reading.page == 2


def test_a_page_told_by_the_text_does_not_move_it(panel, desk, qtbot):
    turn_wheel(panel, 6)
    before = panel.view.verticalScrollBar().value()
    qtbot.waitUntil(lambda: desk.reading.position.offset > 0)
    assert panel.view.verticalScrollBar().value() == before


def test_a_jump_goes_there_without_telling(panel, desk):
    told = pages_told(desk)
    place = desk.reading.version.text.index("café")
    desk.reading.go_to(Place(version="english", offset=place))
    assert at_top(panel, "café") or at_top(panel, "The café")
    assert desk.reading.position.offset == place
    assert told == []


def test_a_jump_brings_the_version_to_the_front(panel, desk):
    desk.reading.go_to(Place(version="russian", offset=12, end=19))
    assert panel.view.toPlainText().startswith("МЕМОРАНДУМ")
    desk.reading.go_back()
    assert panel.view.toPlainText().startswith("MEMORANDUM")


def test_a_jump_to_a_page_goes_to_its_marker(panel, desk):
    desk.reading.go_to(Place(page=2))
    assert at_top(panel, "-3-")


def test_the_place_of_last_time_is_at_the_top_again(open_panel, desk):
    place = desk.reading.version.text.index("café")
    desk.reading.keep(offset=place)
    panel = open_panel(desk.reading, height=300)
    assert abs(panel.view.offset_read() - place) < 80


def test_the_beginning_is_shown_whole(panel, desk):
    desk.reading.go_to(Place(page=1))
    desk.reading.go_to(Place(page=0))
    assert panel.view.verticalScrollBar().value() == 0


def make_long_document():
    words = "word " * 100
    paragraphs = tuple(f"{number} {words}" for number in range(2000))
    return make_document(make_version(paragraphs))


def test_a_place_far_down_a_long_text_is_reached(open_panel, qtbot):
    desk = Desk(make_long_document())
    place = desk.reading.version.text.index("1900 word")
    desk.reading.keep(offset=place)
    panel = open_panel(desk.reading)
    assert at_top(panel, "1900 word")
    assert panel.view.document().blockCount() == 2000


def test_only_what_is_near_is_laid_out(open_panel):
    desk = Desk(make_long_document())
    panel = open_panel(desk.reading)
    desk.reading.go_to(Place(version="english", offset=desk.reading.version.text.index("1000 w")))
    panel.view.grab()
    document = panel.view.document()
    laid = [n for n in range(2000) if document.findBlockByNumber(n).layout().lineCount()]
    assert 990 < min(laid) <= 1000 <= max(laid) < 1200


def test_scrolling_back_over_estimates_keeps_the_lines_in_their_place(open_panel):
    desk = Desk(make_long_document())
    panel = open_panel(desk.reading)
    text = desk.reading.version.text
    desk.reading.go_to(Place(version="english", offset=text.index("1000 w")))
    for _ in range(40):
        before = panel.view.offset_read()
        turn_wheel(panel, -1)
        assert 0 <= before - panel.view.offset_read() < 400


def test_marks_far_down_a_long_text_are_there(open_panel):
    desk = Desk(make_long_document())
    panel = open_panel(desk.reading)
    made = desk.mark("1500 word", AnnotationKind.UNDERLINE)
    desk.reading.go_to_note(made.id)
    (mark,) = panel.view.painter.shown.marks
    assert panel.view.shows(mark.start, mark.end)
