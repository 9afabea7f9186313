"""What the mouse does on the strip: light words, choose a place or a note, select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from viewer.reading import Reading
from viewer.strip.words import Word, nearest_word, word_at

if TYPE_CHECKING:
    from viewer.strip.strip_view import StripView

_STIR = 4  # px the mouse may move in a click


class Pointer:
    """The mouse between a press and its release."""

    def __init__(self, view: StripView, reading: Reading) -> None:
        self._view = view
        self._reading = reading
        self._pressed: QPointF | None = None
        self._from: Word | None = None  # where a selection begins

    # --- Events ------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """Whether the press is the strip's business."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._pressed = event.position()
        goes_on = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if goes_on and self._from is not None:
            self._select_to(event.position())
        else:
            self._from = self._nearest(event.position())
            self._view.deselect()
        return True

    def move(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
        elif self._pressed is not None and self._has_stirred(event.position()):
            self._select_to(event.position())
        self._show_cursor(event.position())

    def release(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        far = (event.position() - pressed).manhattanLength()
        if not self._view.end_selection() and far < _STIR:
            self._click(event.position())

    def double_click(self, event: QMouseEvent) -> bool:
        """Whether it is the strip's business."""
        word = self._word(event.position())
        if event.button() != Qt.MouseButton.LeftButton or word is None:
            return False
        self._from = word
        self._view.select(word.start, word.end)
        self._view.end_selection()
        return True

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._reading.joint.hover_text(None)

    # --- What lies under it ------------------------------------------------------------

    def _hover(self, point: QPointF) -> None:
        joint = self._reading.joint
        place, word = self._view.on_scan(point), self._word(point)
        if place is not None:
            joint.hover_scan(*place)
        else:
            joint.hover_text(word.start if word is not None else None)

    def _click(self, point: QPointF) -> None:
        """Choose the note there, or else the word: the place that the reader goes on from."""
        block, _ = self._view.block_at(point)
        if block is not None and self._view.has_failed(block):
            self._view.try_again()
            return
        word = self._word_there(point)
        note = self._note_at(word.start) if word is not None else ""
        if note or self._reading.chosen:
            self._reading.choose_note(note)
        if word is not None and not note:
            self._view.mark_place(word.start, word.end)

    def _word_there(self, point: QPointF) -> Word | None:
        """The word at a point of the text, or of a picture."""
        place = self._view.on_scan(point)
        if place is None:
            return self._word(point)
        lit = self._reading.joint.at_scan(*place)
        block, _ = self._view.block_at(point)
        spans = [span for span in lit.spans if span.version == self._view.version_id]
        words = block.words if block is not None else ()
        return next((w for w in words for s in spans if w.start < s.end and s.start < w.end), None)

    def _word(self, point: QPointF) -> Word | None:
        block, inside = self._view.block_at(point)
        return word_at(block.words, inside) if block is not None else None

    def _nearest(self, point: QPointF) -> Word | None:
        block, inside = self._view.block_at(point)
        return nearest_word(block.words, inside) if block is not None else None

    def _note_at(self, offset: int) -> str:
        marks = self._view.shown.marks.in_text(offset, offset + 1)
        shortest = min(marks, key=lambda mark: mark.end - mark.start, default=None)
        return shortest.annotation.id if shortest is not None else ""

    # --- Selecting ---------------------------------------------------------------------

    def _has_stirred(self, point: QPointF) -> bool:
        selected = self._view.shown.selection
        far = (point - (self._pressed or point)).manhattanLength()
        return far >= _STIR or selected[0] < selected[1]

    def _select_to(self, point: QPointF) -> None:
        """From the word of the press to the one that is nearest now."""
        word = self._nearest(point)
        if word is not None and self._from is not None:
            start = min(word.start, self._from.start)
            self._view.select(start, max(word.end, self._from.end))

    def _show_cursor(self, point: QPointF) -> None:
        is_text = self._word(point) is not None
        shape = Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)
