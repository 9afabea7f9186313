"""The marks beside the text of what was checked against the scan: a sign and a bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextBlock

from library.model.checking import CheckState
from viewer.checking import Checking
from viewer.icons import paint_icon
from viewer.theme import is_dark
from viewer.transcript.regions import boxes_of
from viewer.transcript.text_view import TextView

_BAR = 14.0  # px left of the lines
_SIGN = 12
SIGNS = {CheckState.CHECKED: "check", CheckState.DOUBTFUL: "circle-help", CheckState.LATER: "clock"}
_SHADES = {  # on light and on dark ground
    CheckState.CHECKED: ("#3f8a1a", "#7fc65a"),
    CheckState.DOUBTFUL: ("#b3590a", "#f0a04b"),
    CheckState.LATER: ("#2f6f8f", "#7fb8d2"),
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """At Qt's positions."""

    start: int
    end: int
    state: CheckState


class CheckMarks(QObject):
    """Knows the marks of the text that a view shows, and paints those of a block."""

    def __init__(self, checking: Checking, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._checking = checking
        self._view = view
        self._marks: list[_Mark] = []
        view.painter.more.append(self._paint_block)
        view.grew.connect(self.gather)
        checking.changed.connect(self.gather)

    def gather(self) -> None:
        """Take the checks as they are now."""
        sheet = self._view.sheet
        if sheet is None:
            self._marks = []
            return
        places = sheet.offsets.positions
        self._marks = [
            _Mark(*places(check.passage.start, check.passage.end), check.state)
            for check in self._checking.present
            if check.passage.version == sheet.version.id
        ]
        self._view.viewport().update()

    def _paint_block(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Beside the lines of a block that are checked, doubtful, or to come back to."""
        first, last = block.position(), block.position() + block.length() - 1
        for mark in self._marks:
            start, end = max(mark.start, first), min(mark.end, last)
            if start < end:
                boxes = boxes_of(block, start - first, end - first, origin)
                self._paint(painter, boxes, mark, origin.x(), begins=mark.start >= first)

    def _paint(
        self, painter: QPainter, boxes: list[QRectF], mark: _Mark, left: float, *, begins: bool
    ) -> None:
        if not boxes:
            return
        shade = QColor(_shade(mark.state, self._view.palette()))
        x, top = left - _BAR, boxes[0].top() + 3
        if begins:
            sign = QRectF(x - _SIGN / 2, top + 2, _SIGN, _SIGN)
            paint_icon(painter, sign, SIGNS[mark.state], shade.name())
            top += _SIGN + 5
        bottom = boxes[-1].bottom() - 3
        if bottom > top:
            painter.setPen(QPen(shade, 2.0, _style(mark.state)))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _style(state: CheckState) -> Qt.PenStyle:
    """Told apart without colour, too."""
    lines = Qt.PenStyle
    dashed = lines.DashLine if state is CheckState.DOUBTFUL else lines.DotLine
    return lines.SolidLine if state is CheckState.CHECKED else dashed


def _shade(state: CheckState, palette: QPalette) -> str:
    light, dark = _SHADES[state]
    return dark if is_dark(palette) else light
