"""Where in its text a view is being read, as one number that moves smoothly.

The line that is read lies at the top of the view while the text begins there, at its foot
where the text ends, and between them in proportion; so both ends can be reached.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from viewer.transcript.sheet import Sheet
from viewer.transcript.text_view import TextView


class ReadingLine:
    """The place on the reading line of a view: an offset of the text, with a fraction."""

    def __init__(self, view: TextView) -> None:
        self._view = view

    @property
    def place(self) -> float:
        view, sheet = self._view, self._view.sheet
        if sheet is None or not sheet.pieces:
            return 0.0
        bar = view.verticalScrollBar()
        down = bar.value() / bar.maximum() if bar.maximum() else 0.0
        y = bar.value() + down * view.viewport().height()
        number = sheet.column.at(y)
        area, (start, end) = _room(sheet, number), sheet.offsets.piece(number)
        part = (y - area.top()) / area.height()
        return start + min(max(part, 0.0), 1.0) * (end - start)

    def bring(self, place: float) -> None:
        """Scroll the view so that this place lies on the line."""
        view, sheet = self._view, self._view.sheet
        if sheet is None or not sheet.pieces or not sheet.reaches(int(place)):
            view.go_to(int(place))
            return
        number = sheet.offsets.piece_at(int(place))
        area, (start, end) = _room(sheet, number), sheet.offsets.piece(number)
        part = (place - start) / max(1, end - start)
        y = area.top() + min(max(part, 0.0), 1.0) * area.height()
        down = y / max(1.0, sheet.column.documentSize().height())
        view.stand_at(number, y - down * view.viewport().height() - sheet.column.top(number))


def _room(sheet: Sheet, number: int) -> QRectF:
    """Where a block stands; the first and the last have the margins of the text, too."""
    area = sheet.column.area(number)
    if number == 0:
        area.setTop(0.0)
    if number == len(sheet.pieces) - 1:
        area.setBottom(sheet.column.documentSize().height())
    return area
