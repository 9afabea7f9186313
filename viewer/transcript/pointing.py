"""The pointer on the text: what it lights, and where a click leads on the scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF

from library.joining.lighting import Lit, Span
from library.model.own_link import OwnLink
from viewer.place_menu import joined_words
from viewer.places import Place, Side, Tool
from viewer.reading import Reading
from viewer.transcript.repainting import repaint
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
        offset = self._view.offset_at(place)
        if offset is None or self._reading.tool is not Tool.SELECT:
            return False
        return self._go(offset)

    def go_from_caret(self) -> bool:
        """Go where the word at the caret stands on the scan; whether that is known."""
        sheet = self._view.sheet
        if sheet is None:
            return False
        return self._go(sheet.offsets.offset(self._view.textCursor().position()))

    def own_link_at(self, place: QPointF) -> OwnLink | None:
        """The link that the reader made for the word at a place of Qt's document."""
        offset, version = self._view.offset_at(place), self._view.version
        if offset is None or version is None:
            return None
        return self._reading.mending.own_at_text(version.id, offset)

    def hint_at(self, point: QPoint) -> str:
        """What is told of the word at a point of the viewport."""
        own = self.own_link_at(self._view.in_document(QPointF(point)))
        return joined_words(own) if own is not None else ""

    def _go(self, offset: int) -> bool:
        lit = self._joint.at_text(offset, self._text) if self._joint.is_shown else None
        if not lit or not lit.spots:
            return False
        spot, span = lit.spots[0], lit.spans[0]
        place = Place(spot.page, box=spot.box, version=self._text, offset=span.start, end=span.end)
        self._reading.point(place, Side.SCAN)
        return True

    @property
    def _text(self) -> str:
        """The id of the text that is shown."""
        return self._view.version.id if self._view.version is not None else ""

    def _hover(self, place: QPointF | None) -> None:
        self._joint.hover_text(None if place is None else self._view.offset_at(place), self._text)

    def _select(self) -> None:
        sheet, cursor = self._view.sheet, self._view.textCursor()
        if sheet is not None:
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            self._joint.select(*sheet.offsets.stretch(start, end), self._text)

    def light_again(self) -> None:
        """What is lit stands elsewhere: the words that are shown are others."""
        self._show(self._joint.hover)

    def _show(self, lit: Lit) -> None:
        sheet = self._view.sheet
        if sheet is None:
            return
        shown, before = self._view.painter.shown, self._view.painter.shown.lit
        shown.lit = [
            (*sheet.offsets.positions(span.start, span.end), span.sureness)
            for span in lit.spans
            if span.version == self._text
        ]
        repaint(self._view, ((start, end) for start, end, _ in (*before, *shown.lit)))


def pointed_words(reading: Reading, view: TextView, place: Place, side: Side) -> Span | None:
    """What a view is to show when the reader clicked elsewhere: on the scan, in another text."""
    version = view.version
    if version is None or (side is Side.SCAN and place.version in (None, version.id)):
        return None
    return reading.joint.counterpart(place, version.id)
