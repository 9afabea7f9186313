"""What the mouse does on the scan: pan, draw an area, choose a note, try a page again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QMouseEvent

from library.model.annotation import AnnotationKind, Region
from library.model.geometry import Box
from viewer.places import Place, Side, Tool
from viewer.reading import Reading

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView
    from viewer.scan.scene import Spot

_STIR = 4  # px the mouse may move in a click; an area is larger


class Pointer:
    """The mouse between a press and its release."""

    def __init__(self, view: PageView, reading: Reading) -> None:
        self._view = view
        self._reading = reading
        self._pressed: QPointF | None = None
        self._panned_from: QPointF | None = None
        self._band_start: Spot | None = None
        self._band_end = QPointF()
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
        if left and self._draws(event.position()):
            self._band_start = self._view.scene().spot(event.position())
            self._band_end = event.position()
        else:
            self._panned_from = event.position()
        self.show_cursor(event.position())
        return True

    def move(self, event: QMouseEvent) -> None:
        if self._band_start is not None:
            self._update_band()
            self._band_end = event.position()
            self._update_band()
        elif self._panned_from is not None:
            self._pan(event.position())
        else:
            self._hover(event.position())
        self.show_cursor(event.position())

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._reading.joint.hover_scan(None)

    def release(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._panned_from = None
        if self._band_start is not None:
            self._finish_band(event.position())
        elif pressed is not None and not self.has_panned:
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

    def cancel(self) -> bool:
        """Drop the area that is being drawn; whether there was one."""
        if self._band_start is None:
            return False
        self._update_band()
        self._band_start = None
        return True

    # --- The area that is being drawn --------------------------------------------------

    def band(self) -> QRectF | None:
        """The area being drawn, in the view."""
        if self._band_start is None:
            return None
        return self._view.scene().box_rect(self._band_start.place, self._band_box(self._band_start))

    def _band_box(self, start: Spot) -> Box:
        u, v = self._view.scene().page_units(start.place, self._band_end)
        return Box.between(start.u, start.v, u, v)

    def _finish_band(self, point: QPointF) -> None:
        self._band_end = point
        start, rect = self._band_start, self.band()
        self.cancel()
        if start is None or rect is None or min(rect.width(), rect.height()) < _STIR:
            return
        region = Region(self._view.scan[start.place], (self._band_box(start),))
        made = self._reading.notebook.annotate(AnnotationKind.AREA, region)
        if made is not None:
            self._reading.choose_note(made.id)

    def _update_band(self) -> None:
        rect = self.band()
        if rect is not None:
            self._view.viewport().update(rect.toAlignedRect().adjusted(-3, -3, 3, 3))

    # --- The rest ----------------------------------------------------------------------

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
        """Whether a press here begins an area."""
        if self._reading.tool is not Tool.AREA or self.holds_space or not self._view.scan:
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
        if self._band_start is not None or self._draws(point):
            return Qt.CursorShape.CrossCursor
        spot = self._view.scene().spot(point)
        button = self._view.button_rect(spot.place)
        if button is not None and button.contains(point.toPoint()):
            return Qt.CursorShape.PointingHandCursor
        if self._annotation_at(point) and not self.holds_space:
            return Qt.CursorShape.PointingHandCursor
        hand = self.holds_space or spot.is_on_page
        return Qt.CursorShape.OpenHandCursor if hand else Qt.CursorShape.ArrowCursor
