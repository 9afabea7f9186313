"""A reader's hand on the text: where words stand, clicking and dragging there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor


def place_of(panel, quote, part=0.5):
    """The middle (or another `part`) of some words in the viewport."""
    view = panel.view
    start = view.sheet.version.text.index(quote)
    positions = [view.sheet.offsets.position(start + by) for by in (0, len(quote))]
    boxes = []
    for position in positions:
        cursor = QTextCursor(view.document())
        cursor.setPosition(position)
        boxes.append(view.cursorRect(cursor))
    first, last = boxes
    x = first.left() + (last.left() - first.left()) * part
    return QPoint(round(x), first.center().y())


def click(qtbot, panel, quote):
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, quote))


def drag_over(qtbot, panel, quote):
    """Select words on one line with the mouse."""
    port, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    start, end = place_of(panel, quote, 0.0), place_of(panel, quote, 1.0)
    qtbot.mousePress(port, left, pos=start)
    qtbot.mouseMove(port, pos=(start + end) / 2)
    qtbot.mouseMove(port, pos=end)
    qtbot.mouseRelease(port, left, pos=end)
