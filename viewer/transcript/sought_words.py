"""What the search of the library found, outlined in the text and along its scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from viewer.scroll_marks import ScrollMarks
from viewer.sought import Sought
from viewer.sought_marks import paint_sought
from viewer.theme import tokens
from viewer.transcript.regions import boxes_of
from viewer.transcript.text_view import TextView

MOST_MARKS = 20_000  # along the bar: more could not be told apart


class SoughtWords(QObject):
    """Follows what is sought in the text that a view shows."""

    def __init__(self, sought: Sought, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._sought = sought
        self._view = view
        self.marks = ScrollMarks(view.verticalScrollBar())
        view.painter.more.append(self._paint)
        sought.changed.connect(self.gather)

    def gather(self) -> None:
        """Show what is sought now, in the text that is shown now."""
        version, sought = self._view.version, self._sought
        is_ours = version is not None and version.id == sought.version
        length = max(1, len(version.text)) if version is not None else 1
        step = max(1, sought.count // MOST_MARKS)
        parts = (start / length for start in sought.starts[::step]) if is_ours else ()
        here = sought.at[0] / length if is_ours and sought.at else None
        self.marks.show_parts(parts, here)
        self._view.viewport().update()

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        sheet, sought = self._view.sheet, self._sought
        if sheet is None or sought.is_in_text or sheet.version.id != sought.version:
            return
        first = block.position()
        for place in sought.between(*sheet.offsets.stretch(first, first + block.length() - 1)):
            start, end = sheet.offsets.positions(*place)
            start, end = max(start - first, 0), min(end - first, block.length() - 1)
            if start < end:
                boxes = map(_around, boxes_of(block, start, end, origin))
                here = place == sought.at
                paint_sought(painter, boxes, tokens(self._view.palette()), here=here)


def _around(box: QRectF) -> QRectF:
    return box.adjusted(-1.5, 0.5, 1.5, -0.5)
