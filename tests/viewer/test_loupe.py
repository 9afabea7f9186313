"""The loupe, through the whole window: held, followed, and let go."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.records import make_record
from tests.viewer.desk import hover
from viewer.actions import shortcut_rows

NONE = Qt.KeyboardModifier.NoModifier
Z = Qt.Key.Key_Z


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined; the scan has the keys."""
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: joint.progress is None)
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    desk.wait(lambda: tab.scan.view.is_sharp)
    desk.window.activateWindow()
    tab.scan.view.setFocus()
    desk.wait(lambda: QApplication.focusWidget() is tab.scan.view)
    return tab


def offset_of(tab, words):
    return tab.reading.version.text.index(words)


def spot_of(tab, words):
    (spot, *_) = tab.reading.joint.at_text(offset_of(tab, words)).spots
    return spot


def on_scan(tab, words) -> QPoint:
    view, spot = tab.scan.view, spot_of(tab, words)
    return view.scene().box_rect(view.place_of(spot.page), spot.box).center().toPoint()


def in_text(tab, words) -> QPoint:
    view = tab.text.view
    start = view.sheet.offsets.position(offset_of(tab, words))
    return view.box_of(start, start + 2).center()


def point_at(widget, point) -> None:
    """Have the pointer there, and the window hear of it."""
    QCursor.setPos(widget.mapToGlobal(point))
    hover(widget, point)


def sees(tab, words) -> bool:
    """Whether the glass has its middle on these words."""
    sight, spot = tab.loupe.glass.sight, spot_of(tab, words)
    return sight is not None and sight.page == spot.page and spot.box.holds(sight.x, sight.y)


def test_holding_the_key_shows_the_scan_around_the_pointer(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    assert not tab.loupe.glass.isVisible()
    QTest.keyPress(tab.scan.view, Z)
    glass = tab.loupe.glass
    assert glass.isVisible()
    assert sees(tab, "engineer")
    middle = glass.mapToGlobal(glass.rect().center())
    there = tab.scan.view.viewport().mapToGlobal(on_scan(tab, "engineer"))
    assert (middle - there).manhattanLength() < 150, "around the pointer, as far as there is room"
    QTest.keyRelease(tab.scan.view, Z)
    assert not glass.isVisible()


def test_it_is_three_times_as_large_and_sharp(desk, tab):
    desk.press("true_size")
    spot = spot_of(tab, "engineer")
    tab.scan.view.bring_into_view(tab.scan.view.place_of(spot.page), spot.box)
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z)
    glass, view = tab.loupe.glass, tab.scan.view
    assert not glass.is_sharp
    desk.wait(lambda: glass.is_sharp)
    (piece, *_) = glass.pieces()
    shown = view.layout_.slot(view.current).width * view.devicePixelRatioF()
    assert piece.width == pytest.approx(3 * shown, rel=0.01)
    QTest.keyRelease(tab.scan.view, Z)


def test_what_is_drawn_already_is_seen_blurred_at_once(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z)
    glass = tab.loupe.glass
    assert not glass.is_sharp
    picture = glass.grab().toImage()
    middle = glass.rect().center()
    greys = {
        picture.pixelColor(middle + QPoint(dx, dy)).lightness()
        for dx in range(-80, 80, 4)
        for dy in range(-30, 30, 4)
    }
    assert max(greys) - min(greys) > 40, "letters are seen"
    QTest.keyRelease(tab.scan.view, Z)


def test_it_follows_the_pointer(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z)
    point_at(tab.scan.view.viewport(), on_scan(tab, "MEMORANDUM"))
    desk.wait(lambda: sees(tab, "MEMORANDUM"))
    QTest.keyRelease(tab.scan.view, Z)


def test_over_a_word_of_the_text_it_shows_its_place_on_the_scan_close_by(desk, tab):
    port = tab.text.view.viewport()
    point_at(port, in_text(tab, "mayor"))
    QTest.keyPress(tab.scan.view, Z)
    assert sees(tab, "mayor")
    glass, word = tab.loupe.glass, tab.mapFromGlobal(port.mapToGlobal(in_text(tab, "mayor")))
    frame = glass.geometry().adjusted(12, 12, -12, -12)
    assert not frame.contains(word), "the word itself stays in sight"
    assert abs(frame.center().y() - word.y()) < 160
    QTest.keyRelease(tab.scan.view, Z)


def test_it_works_with_the_keys_in_the_text_too(desk, tab):
    tab.text.view.setFocus()
    point_at(tab.text.view.viewport(), in_text(tab, "engineer"))
    QTest.keyPress(tab.text.view, Z)
    assert sees(tab, "engineer")
    QTest.keyRelease(tab.text.view, Z)
    assert not tab.loupe.glass.isVisible()


def test_beside_the_words_nothing_is_shown(desk, tab):
    point_at(tab.bar, QPoint(4, 4))
    QTest.keyPress(tab.scan.view, Z)
    assert not tab.loupe.glass.isVisible()
    QTest.keyRelease(tab.scan.view, Z)


def test_escape_puts_it_away(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z)
    QTest.keyClick(tab.scan.view, Qt.Key.Key_Escape)
    assert not tab.loupe.glass.isVisible()
    assert not tab.loupe.is_held


def test_it_goes_when_the_keys_go_elsewhere(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z)
    tab.text.view.setFocus()
    assert not tab.loupe.glass.isVisible()
    assert not tab.loupe.is_held


def test_typing_the_letter_holds_no_loupe(desk, tab):
    desk.press("find")
    field = tab.text.column.searching.bar.field
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    desk.wait(lambda: QApplication.focusWidget() is field)
    QTest.keyPress(field, Z)
    assert field.text().lower() == "z"
    assert not tab.loupe.is_held


def test_with_control_it_is_undo_and_no_loupe(desk, tab):
    point_at(tab.scan.view.viewport(), on_scan(tab, "engineer"))
    QTest.keyPress(tab.scan.view, Z, Qt.KeyboardModifier.ControlModifier)
    assert not tab.loupe.is_held
    QTest.keyRelease(tab.scan.view, Z, Qt.KeyboardModifier.ControlModifier)


def test_line_by_line_it_enlarges_pictures_and_words(desk, tab):
    desk.press("strip")
    strip = tab.strip.view
    desk.wait(lambda: strip.column is not None and strip.isVisible())
    strip.setFocus()
    offset = offset_of(tab, "engineer")
    strip.go_to(offset)
    (placed,) = [p for p in strip.visible() if p.block.item.start <= offset < p.block.item.end]
    (word,) = [w for w in placed.block.words if w.start <= offset < w.end]
    corner = QPointF(strip.column.setter.measure.left, placed.top - strip.top)
    below = (corner + word.rect.center()).toPoint()
    (place,) = [w for w in placed.block.item.words if w.start == word.start]
    x = (place.left + place.right) / 2 * placed.block.scale
    middle = placed.block.picture.topLeft() + QPointF(x, placed.block.picture.height() / 2)
    for point in (below, (corner + middle).toPoint()):
        point_at(strip.viewport(), point)
        QTest.keyPress(strip, Z)
        assert sees(tab, "engineer")
        QTest.keyRelease(strip, Z)


def test_the_table_of_shortcuts_tells_of_it(desk):
    assert any("Loupe" in what and "Z" in keys for _, what, keys in shortcut_rows())
