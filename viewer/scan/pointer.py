"""What the mouse does on the scan: pan, draw a box, choose a note, try a page again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent

from library.model.annotation import AnnotationKind, Region
from library.model.geometry import Box
from viewer.place_menu import joined_words
from viewer.places import Place, Side, Tool
from viewer.reading import Reading
from viewer.scan.band import Band
from viewer.scan.reshaping import Reshaping

if TYPE_CHECKING:
    from viewer.scan.scan_view import ScanView

_STIR = 4  # px the mouse may move in a click
_SELECTS = Qt.KeyboardModifier.ControlModifier  # with it, a box that is drawn selects words


class Pointer:
    """The mouse between a press and its release."""

    def __init__(self, view: ScanView, reading: Reading) -> None:
        self._view = view
        self._reading = reading
        self._pressed: QPointF | None = None
        self._panned_from: QPointF | None = None
        self.band = Band(view)
        self.reshaping = Reshaping(view, reading)
        self._selects = False  # a box that is drawn, or would be, selects words
        self.holds_space = False
        self.has_panned = False

    # --- Events ------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """Whether the press is the scan's business."""
        left = event.button() == Qt.MouseButton.LeftButton
        if not left and event.button() != Qt.MouseButton.MiddleButton:
            return False
        self._pressed = event.position()
        self.has_panned = False
        self._selects = bool(event.modifiers() & _SELECTS)
        if left and self._draws(event.position()):
            self.band.begin(event.position())
        elif not (left and not self.holds_space and self.reshaping.begin(event.position())):
            self._panned_from = event.position()
        self.show_cursor(event.position())
        return True

    def move(self, event: QMouseEvent) -> None:
        if self.band.is_drawn:
            self.band.draw_to(event.position())
        elif self.reshaping.is_pulling:
            self._pull(event.position())
        elif self._panned_from is not None:
            self._pan(event.position())
        else:
            self._selects = bool(event.modifiers() & _SELECTS)
            self._hover(event.position())
        self.show_cursor(event.position())

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._reading.joint.hover_scan(None)

    def release(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._panned_from = None
        if self.band.is_drawn:
            self._finish_band(event)
        elif self.reshaping.is_pulling and self.has_panned:
            self.reshaping.let_go()
        elif pressed is not None and not self.has_panned:
            self.reshaping.cancel()
            self._click(event)
        self.show_cursor(event.position())

    def double_click(self, event: QMouseEvent) -> bool:
        """Whether it is the scan's business."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        annotation = self._annotation_at(event.position())
        if annotation:
            self._reading.open_note(annotation)
        return True

    def hold_selecting(self, *, held: bool) -> None:
        """The key with which a box selects words is held, or is not any more."""
        if not self.band.is_drawn:
            self._selects = held
            self.show_hand()

    def cancel(self) -> bool:
        """Drop the box that is being drawn; whether there was one."""
        return self.band.drop() or self.reshaping.cancel()

    # --- The box that is drawn -----------------------------------------------------------

    def _finish_band(self, event: QMouseEvent) -> None:
        self.band.draw_to(event.position())
        page, box = self.band.page, self.band.box
        self.cancel()
        if page is None:
            return
        if self._reading.mending.passage is not None:
            self._place_words(page, box or self._word_at(event.position()), event)
        elif box is not None and self._selects:
            self._select_words(page, box)
        elif box is not None:
            self._mark_area(page, box)

    def _place_words(self, page: int, box: Box | None, event: QMouseEvent) -> None:
        """The words in hand stand in this box; with Shift, it is one of several."""
        if box is not None:
            more = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._reading.mending.draw(page, box, more=more)

    def _word_at(self, point: QPointF) -> Box | None:
        """The box of a word there that the text does not have, as far as is known."""
        spot = self._view.scene().spot(point)
        word = self._reading.mending.stray_at(self._view.scan[spot.place], spot.u, spot.v)
        return word.box if word is not None else None

    def _mark_area(self, page: int, box: Box) -> None:
        made = self._reading.notebook.annotate(AnnotationKind.AREA, Region(page, (box,)))
        if made is not None:
            self._reading.choose_note(made.id)

    def _select_words(self, page: int, box: Box) -> None:
        span = self._reading.joint.stretch_in(page, box)
        if span is not None:
            self._reading.select_words(span)
        else:
            self._view.told.emit(self._view.tr("No words of the text are known in this box."))

    # --- The rest ----------------------------------------------------------------------

    def _pull(self, point: QPointF) -> None:
        """Pull the chosen area, once the mouse was moved further than in a click."""
        if self._pressed is not None and (point - self._pressed).manhattanLength() >= _STIR:
            self.has_panned = True
        if self.has_panned:
            self.reshaping.pull(point)

    def _pan(self, point: QPointF) -> None:
        if self._panned_from is None or self._pressed is None:
            return
        far = (point - self._pressed).manhattanLength()
        if not self.has_panned and far < _STIR:
            return
        self.has_panned = True
        moved = (point - self._panned_from).toPoint()
        self._panned_from = point
        for bar, by in (
            (self._view.horizontalScrollBar(), moved.x()),
            (self._view.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    def _click(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._view.scan:
            return
        place = self._view.scene().spot(event.position()).place
        button = self._view.button_rect(place)
        if button is not None and button.contains(event.position().toPoint()):
            self._view.try_again(place)
            return
        chosen = self._annotation_at(event.position()) or ""
        if chosen or self._reading.chosen:
            self._reading.choose_note(chosen)
        if not chosen:
            self._go_to_text(event.position())

    def _hover(self, point: QPointF) -> None:
        spot = self._view.scene().spot(point) if self._view.scan else None
        if spot is not None and spot.is_on_page:
            self._reading.joint.hover_scan(self._view.scan[spot.place], spot.u, spot.v)
        else:
            self.leave()

    def hint_at(self, point: QPoint) -> str:
        """What is told of the place at a point of the view."""
        if not self._view.scan:
            return ""
        spot = self._view.scene().spot(QPointF(point))
        page = self._view.scan[spot.place]
        own = self._reading.mending.own_on_scan(page, spot.u, spot.v)
        return joined_words(own) if own is not None else ""

    def _go_to_text(self, point: QPointF) -> None:
        """Show in the text the word that stands there, if it is known."""
        spot = self._view.scene().spot(point)
        if not spot.is_on_page:
            return
        lit = self._reading.joint.at_scan(self._view.scan[spot.place], spot.u, spot.v)
        for span in lit.spans[:1]:
            place = Place(version=span.version, offset=span.start, end=span.end)
            self._reading.point(place, Side.TEXT)

    def _annotation_at(self, point: QPointF) -> str | None:
        if not self._view.scan:
            return None
        spot = self._view.scene().spot(point)
        found = self._view.marks.at(self._view.scan[spot.place], spot.u, spot.v)
        return found.id if found else None

    def _draws(self, point: QPointF) -> bool:
        """Whether a press here begins a box: an area, a place, or one that selects words."""
        places = self._reading.mending.passage is not None
        draws = self._selects or places or self._reading.tool is Tool.AREA
        if not draws or self.holds_space or not self._view.scan:
            return False
        return self._view.scene().spot(point).is_on_page

    def show_cursor(self, point: QPointF) -> None:
        """Show what a press here would do."""
        shape = self._shape(point)
        if self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)

    def show_hand(self) -> None:
        """Show what a press would do where the mouse is now."""
        port = self._view.viewport()
        self.show_cursor(QPointF(port.mapFromGlobal(QCursor.pos())))

    def _shape(self, point: QPointF) -> Qt.CursorShape:
        if not self._view.scan:
            return Qt.CursorShape.ArrowCursor
        if self._panned_from is not None and (self.has_panned or self.holds_space):
            return Qt.CursorShape.ClosedHandCursor
        if self.band.is_drawn or self._draws(point):
            return Qt.CursorShape.CrossCursor
        pulls = None if self.holds_space else self.reshaping.cursor_at(point)
        return self._shape_at_rest(point) if pulls is None else pulls

    def _shape_at_rest(self, point: QPointF) -> Qt.CursorShape:
        spot = self._view.scene().spot(point)
        button = self._view.button_rect(spot.place)
        if button is not None and button.contains(point.toPoint()):
            return Qt.CursorShape.PointingHandCursor
        if self._annotation_at(point) and not self.holds_space:
            return Qt.CursorShape.PointingHandCursor
        hand = self.holds_space or spot.is_on_page
        return Qt.CursorShape.OpenHandCursor if hand else Qt.CursorShape.ArrowCursor
