"""How tables of documents and hits behave and look, wherever they stand."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QFrame, QTableView

from viewer.theme import Tokens

_LABEL = 11  # px: the height of the words in a heading
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_letter(event: QKeyEvent) -> bool:
    """Whether something is typed that can stand in a text."""
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & COMMANDS


def claims(event: QEvent, keys: Container[int]) -> bool:
    """Take keys that mean something in a table, and letters, before the window's shortcuts do."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    if not plain or not (event.key() in keys or is_letter(event)):
        return False
    event.accept()
    return True


def begin_heading(painter: QPainter, rect: QRect, font: QFont, colours: Tokens) -> None:
    """Paint the ground of a column's heading, and make ready to write on it."""
    painter.fillRect(rect, QColor(colours.paper))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
    small = QFont(font)
    small.setPixelSize(_LABEL)
    painter.setFont(small)
    painter.setPen(QColor(colours.soft))


def make_plain(table: QTableView) -> None:
    """Whole rows without a grid, scrolled smoothly, left by the Tab key and edited elsewhere."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)


def row_at_end(table: QTableView, action: QTableView.CursorAction) -> int | None:
    """The first row for Home, the last for End; None for what moves otherwise."""
    ends = {
        QTableView.CursorAction.MoveHome: 0,
        QTableView.CursorAction.MoveEnd: table.model().rowCount() - 1,
    }
    return ends.get(action) if table.model().rowCount() else None


def paint_ground(painter: QPainter, rect: QRect, t: Tokens, *, chosen: bool, hovered: bool) -> None:
    """A wash below a row that is chosen, a lighter one below that under the pointer."""
    if chosen:
        painter.fillRect(rect, QColor(t.wash))
    elif hovered:
        light = QColor(t.line)
        light.setAlphaF(0.45)
        painter.fillRect(rect, light)


def paint_order(painter: QPainter, at: QPointF, t: Tokens, *, descending: bool) -> None:
    """A small arrow: by this column the table is sorted."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tip = 2.5 if descending else -2.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.accent))
    corners = (QPointF(-3.5, -tip), QPointF(3.5, -tip), QPointF(0, tip))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
