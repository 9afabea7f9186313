"""The scan as the reader handles it: pages turned, zoomed, rotated, and in step with the text.

It reports to the reading where the reader went, and follows it where others lead.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from library.joining.lighting import Sureness
from library.model.geometry import Box
from library.model.reading import Fit
from viewer.hints import Hints
from viewer.lights import REACH, paint_lights
from viewer.page_source import PageSource
from viewer.places import Place
from viewer.reading import Reading
from viewer.scan.difference_places import DifferencePlaces
from viewer.scan.following import Following
from viewer.scan.keys import Keys
from viewer.scan.layout import LEAST_ZOOM, MOST_ZOOM, next_zoom, previous_zoom
from viewer.scan.light import Light
from viewer.scan.lit_places import LitPlaces
from viewer.scan.mending_tool import MendingTool
from viewer.scan.overlays import paint_band
from viewer.scan.page_menu import open_page_menu
from viewer.scan.page_view import PageView
from viewer.scan.pointer import Pointer
from viewer.scan.scene import Spot
from viewer.scan.sought_places import SoughtPlaces
from viewer.scan.turning import Turning
from viewer.scan.wheel import Wheel
from viewer.theme import LIGHT

_PINCHES = (QEvent.Type.Gesture, QEvent.Type.NativeGesture)
_OVERLAP = 0.1  # of a screen is seen again after Space


class ScanView(PageView):
    """The pages of the scan."""

    told = Signal(str)  # a quiet word for the status bar

    def __init__(self, reading: Reading, pages: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(reading, pages, parent)
        self._pages = pages
        self._pointer = Pointer(self, reading)
        self.light = Light(self._update_box, self)
        self.lit = LitPlaces(self, reading.joint)
        self._differences = DifferencePlaces(self, reading.differing)
        self.sought = SoughtPlaces(self, reading.sought, reading.joint)
        self.mending = MendingTool(self, reading.mending)
        Hints(self.viewport(), self._pointer.hint_at)
        self.keys = Keys(self, self._pointer)
        self._wheel = Wheel(self)
        self._turning = Turning(self)
        self.following = Following(self, reading)
        self.setAccessibleName(self.tr("Scan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._restore()
        self.drawings.failed.connect(self.describe)
        reading.document_changed.connect(self._read_anew)
        reading.notes_changed.connect(self._gather_marks)
        reading.joint.joined_changed.connect(self._join_marks)
        reading.note_chosen.connect(self.viewport().update)
        reading.tool_changed.connect(self._change_tool)
        reading.mending.changed.connect(self._change_tool)

    # --- Zoom, fit and rotation --------------------------------------------------------

    def zoom_in(self) -> None:
        self.set_zoom(next_zoom(self.zoom))

    def zoom_out(self) -> None:
        self.set_zoom(previous_zoom(self.zoom))

    def set_zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Draw at this factor (1.0 is true size); the point `anchor` of the view stays."""
        factor = min(max(factor, LEAST_ZOOM), MOST_ZOOM)
        point = anchor or self._middle()
        spot = self.scene().spot(point) if self.scan else None
        self.fit, self._factor = Fit.ZOOM, factor
        self.reading.keep(fit=self.fit, zoom=factor)
        self._lay_out_around(spot, point)

    def set_fit(self, fit: Fit) -> None:
        """Fit the page, its width, or (`Fit.ZOOM`) stay at the factor that is."""
        if fit is Fit.ZOOM:
            self.set_zoom(self.zoom)
            return
        self.fit = fit
        self.reading.keep(fit=fit)
        self.lay_out()
        self.show_place(self.current, max(0.0, self._anchor) if fit is Fit.WIDTH else 0.0)

    def rotate(self, degrees: int) -> None:
        """Turn the pages clockwise; the file stays as it is."""
        spot, point = self._turning.hold(self._middle())
        self.rotation = (self.rotation + degrees) % 360
        self.reading.keep(rotation=self.rotation)
        if spot is not None and spot.place != self.current:
            self.current = spot.place
            self.reading.see_page(self.scan[spot.place])
            self.describe()
        self._lay_out_around(spot, point)
        self._turning.end()

    def set_single_page(self, single: bool) -> None:  # noqa: FBT001 - bound to a checkable action
        self.is_single = single
        self.reading.keep(single_page=single)
        self.lay_out()
        self.scroll_to_anchor()

    def _middle(self) -> QPointF:
        """The middle of what is seen of the current page, else of the view."""
        view = QRectF(self.viewport().rect())
        if not self.scan:
            return view.center()
        seen = QRectF(*self.scene().slot_in_view(self.current)).intersected(view)
        return (seen if not seen.isEmpty() else view).center()

    def _lay_out_around(self, spot: Spot | None, point: QPointF) -> None:
        self.lay_out()
        if spot is not None:
            self.hold(spot, point)
            if self.current not in self.scene().visible():
                self.follow_reader()
        else:
            self.tell_zoom()

    # --- Turning pages -----------------------------------------------------------------

    def next_page(self) -> None:
        self._turn_to(self.current + 1)

    def previous_page(self) -> None:
        self._turn_to(self.current - 1)

    def first_page(self) -> None:
        if self.scan:
            self.reading.go_to(Place(page=self.scan[0]))

    def last_page(self) -> None:
        if self.scan:
            self.reading.go_to(Place(page=self.scan[-1]))

    def _turn_to(self, place: int, offset: float = 0.0) -> None:
        if 0 <= place < len(self.scan):
            self.show_place(place, offset)
            self.following.tell_turned()
            self.describe()

    def follow_reader(self) -> None:
        super().follow_reader()
        self.following.tell_scrolled(self.reading_height.at)
        self.describe()

    def screen_on(self, direction: int) -> None:
        """Scroll a screen on (1) or back (-1); at the end of a single page, turn it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(direction * bar.pageStep() * (1 - _OVERLAP)))
        if bar.value() == before and self.is_single:
            self.turn_over(direction)

    def turn_over(self, direction: int) -> None:
        """Turn a single page; going back one comes to its foot."""
        place = self.current + direction
        if 0 <= place < len(self.scan):
            self._turn_to(place)
            if direction < 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    # --- Following the reading ---------------------------------------------------------

    def _restore(self) -> None:
        """Come back to the reading position."""
        position = self.reading.position
        self.show_scan(self.reading.document.scan_pages)
        self.fit, self._factor = position.fit, min(max(position.zoom, LEAST_ZOOM), MOST_ZOOM)
        self.rotation, self.is_single = position.rotation % 360 // 90 * 90, position.single_page
        later = (place for place, page in enumerate(self.scan) if page >= position.page)
        self.current = next(later, max(0, len(self.scan) - 1))
        kept = bool(self.scan) and self.page == position.page
        self._anchor = position.page_offset if kept else 0.0
        if self._is_laid_out:
            self.lay_out()
            self.scroll_to_anchor()
        self.describe()

    def _read_anew(self) -> None:
        self._asked_password = False
        self.drawings.forget(pictures=self._sizes != self.sizes_of(self.scan))
        self.marks.gather()
        self._restore()

    def _gather_marks(self) -> None:
        self.marks.gather()
        self.viewport().update()

    def _join_marks(self) -> None:
        self.marks.join_again()
        self.viewport().update()

    def _change_tool(self) -> None:
        self._pointer.cancel()
        self._pointer.show_hand()

    def describe(self) -> None:
        """Tell screen readers which page is in front, and what is wrong with it."""
        if not self.scan:
            return
        said = self.tr("Page {0} of {1}").format(self.current + 1, len(self.scan))
        problem = self.drawings.problems.get(self.scan[self.current])
        self.setAccessibleDescription(f"{said}. {problem}" if problem else said)

    # --- Events ------------------------------------------------------------------------

    def paint_over(self, painter: QPainter) -> None:
        light, band = self.light, self._pointer.band.rect()
        if light.box is not None and light.place in self.layout_:
            rect = self.scene().box_rect(light.place, light.box)
            paint_lights(painter, [(rect, Sureness.SOLID)], LIGHT, light.strength)
        self._differences.paint(painter)
        self.sought.paint(painter)
        self.lit.paint(painter)
        self.mending.paint(painter)
        if band is not None:
            paint_band(painter, band)
        self._pointer.reshaping.paint(painter)

    def _update_box(self, place: int, box: Box) -> None:
        if place in self.layout_:
            rect = self.scene().box_rect(place, box).toAlignedRect()
            self.viewport().update(rect.adjusted(-REACH, -REACH, REACH, REACH))

    def try_current_again(self) -> bool:
        """Ask again for the current page; False where it did not fail."""
        failed = bool(self.scan) and self.scan[self.current] in self.drawings.problems
        if failed:
            self.try_again(self.current)
        return failed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._pointer.press(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._pointer.double_click(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._wheel.turn(event):
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._pointer.leave()
        pinched = event.type() in _PINCHES and self._wheel.pinch(event)
        return pinched or super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.mending.press(event) and not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keys.leave()
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.scan:
            open_page_menu(self, self._pages, event)
