"""The pointer on the text: what it lights, and where a click leads on the scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF

from library.joining.lighting import Lit, Sureness
from viewer.places import Place, Side, Tool
from viewer.reading import Reading
from viewer.transcript.text_view import TextView


class Pointing(QObject):
    """Tells the joint where the pointer and the selection are, and paints what is lit."""

    def __init__(self, reading: Reading, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._joint = reading.joint
        self._view = view
        view.pointed.connect(self._hover)
        view.selectionChanged.connect(self._select)
        self._joint.hover_changed.connect(self._show)
        self._joint.joined_changed.connect(self._select)

    def click(self, place: QPointF) -> bool:
        """Go where the word there stands on the scan; whether that is known."""
        offset = self._offset_at(place)
        if offset is None or self._reading.tool is not Tool.SELECT:
            return False
        return self._go(offset)

    def go_from_caret(self) -> bool:
        """Go where the word at the caret stands on the scan; whether that is known."""
        sheet = self._view.sheet
        if sheet is None:
            return False
        return self._go(sheet.offsets.offset(self._view.textCursor().position()))

    def _go(self, offset: int) -> bool:
        lit = self._joint.at_text(offset) if self._joint.is_shown else None
        if not lit or not lit.spots:
            return False
        spot = lit.spots[0]
        self._reading.point(Place(page=spot.page, box=spot.box), Side.SCAN)
        return True

    def _hover(self, place: QPointF | None) -> None:
        self._joint.hover_text(None if place is None else self._offset_at(place))

    def _offset_at(self, place: QPointF) -> int | None:
        sheet = self._view.sheet
        position = sheet.column.character_at(place) if sheet is not None else -1
        return sheet.offsets.offset(position) if sheet is not None and position >= 0 else None

    def _select(self) -> None:
        sheet, cursor = self._view.sheet, self._view.textCursor()
        if sheet is not None:
            offsets = sheet.offsets
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            self._joint.select(offsets.offset(start), offsets.offset(end))

    def _show(self, lit: Lit) -> None:
        sheet, version = self._view.sheet, self._reading.version
        if sheet is None or version is None:
            return
        sureness = lit.spots[0].sureness if lit.spots else Sureness.SOLID
        self._view.painter.shown.lit = [
            (sheet.offsets.position(span.start), sheet.offsets.position(span.end), sureness)
            for span in lit.spans
            if span.version == version.id
        ]
        self._view.viewport().update()
