"""Pages in a view: where they lie, which pieces they need, how they are painted.

Pages are counted by their place in the scan here; `page` of the document is said so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from library.errors import DiptychError, PasswordNeeded, PasswordWrong
from library.model.geometry import Box
from library.model.reading import Fit
from viewer.drawing.drawings import Drawings
from viewer.drawing.pieces import Piece
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.reading_height import ReadingHeight
from viewer.scan.layout import MARGIN, Look, lay_out, to_view
from viewer.scan.overlays import Marks
from viewer.scan.scene import Scene, Spot
from viewer.scan.scene_painting import REACH, ScenePainter

_SCREENS = 6  # of pixels are kept: what is seen, two pages ahead and behind, and a little
_LEAST_ROOM, _MOST_ROOM = 16 * 2**20, 96 * 2**20  # bytes
_LINE = 32  # px that an arrow key scrolls


class PageView(QAbstractScrollArea):
    """A column of pages, or one alone."""

    zoom_changed = Signal(float)  # the factor the page is drawn at, or what it is fitted to
    password_needed = Signal()

    def __init__(self, reading: Reading, pages: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self.drawings = Drawings(reading, pages, _LEAST_ROOM, self)
        self.marks = Marks(reading)
        self._painter = ScenePainter(self.drawings, self.marks, self.tr("Try again"))
        self.rotation = 0
        self.fit = Fit.WIDTH
        self.is_single = False
        self.scan: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self.current = 0
        self._sizes: list[tuple[float, float]] = []
        self._factor = 1.0
        self._told_zoom: tuple[float, Fit] | None = None
        self._asked_password = False
        self._moving = False
        self._is_laid_out = False  # not before Qt gave the view its size
        self.reading_height = ReadingHeight()
        self._anchor = 0.0  # part of the current page above the top line
        self.layout_ = lay_out((), Look(1, 1))
        self.drawings.drawn.connect(self._show_piece)
        self.drawings.failed.connect(self._show_failure)
        self._prepare()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            bar.setSingleStep(_LINE)

    # --- Where pages lie ---------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """The factor the current page is drawn at; 1.0 is true size."""
        has_layout = self.scan and self._is_laid_out
        return self.layout_.zoom(self.current) if has_layout else self._factor

    @property
    def page(self) -> int | None:
        """The document's page that is in front."""
        return self.scan[self.current] if self.scan else None

    def place_of(self, page: int) -> int | None:
        """Where a page of the document stands in the scan."""
        return self._places.get(page)

    def origin(self) -> QPoint:
        """The point of the column at the view's top left."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def show_scan(self, scan: tuple[int, ...]) -> None:
        """Show these pages of the document."""
        self.scan = scan
        self._sizes = self.sizes_of(scan)
        self._places = {page: place for place, page in enumerate(scan)}

    def sizes_of(self, scan: tuple[int, ...]) -> list[tuple[float, float]]:
        """Width and height of these pages in points, as the document has them now."""
        pages = self.reading.document.pages
        return [(max(1, pages[n].width), max(1, pages[n].height)) for n in scan if n < len(pages)]

    def lay_out(self) -> None:
        """Lay the pages out anew; where the view stands is settled by the caller."""
        room = self.viewport().size()
        look = Look(
            *(room.width(), room.height(), self.fit, self._factor, self.rotation),
            dpi=self.logicalDpiX(),
        )
        self.layout_ = lay_out(self._sizes, look, self._only())
        screen = 4 * room.width() * room.height() * self.viewport().devicePixelRatio() ** 2
        self.drawings.pictures.room = min(max(_LEAST_ROOM, round(_SCREENS * screen)), _MOST_ROOM)
        with self.quietly():
            self._set_range()

    def _only(self) -> int | None:
        return self.current if self.is_single and self.scan else None

    def _set_range(self) -> None:
        policy = Qt.ScrollBarPolicy
        needed = policy.ScrollBarAsNeeded if self.fit is Fit.ZOOM else policy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(needed)
        look, down, across = self.layout_.look, self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, self.layout_.height - look.height)
        down.setPageStep(look.height)
        across.setRange(0, self.layout_.width - look.width)
        across.setPageStep(look.width)

    # --- Moving ------------------------------------------------------------------------

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Move without taking it for the reader's own scrolling."""
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    def scroll_to(self, x: float, y: float) -> None:
        with self.quietly():
            self.horizontalScrollBar().setValue(round(x))
            self.verticalScrollBar().setValue(round(y))
        self.refresh()

    def show_place(self, place: int, offset: float = 0.0) -> None:
        """Bring a page to the top line, with this part of its height above it."""
        turned = self.is_single and place != self.current
        self.current, self._anchor = place, offset
        self.reading.keep(page_offset=offset)
        if turned:
            self.lay_out()
        self.scroll_to_anchor()

    def scroll_to_anchor(self) -> None:
        if self.scan and self._is_laid_out:
            slot = self.layout_.slot(self.current)
            middle = (self.layout_.width - self.layout_.look.width) / 2
            x = self.origin().x() if self.fit is Fit.ZOOM else middle
            self.scroll_to(x, slot.top + self._anchor * slot.height - MARGIN)
        self.viewport().update()
        self.tell_zoom()

    def bring_into_view(self, place: int, box: Box) -> None:
        """Scroll no further than needed to see a box with some room around it."""
        if place not in self.layout_:
            self.show_place(place, 0.0 if self._is_laid_out else box.top)
        if not self._is_laid_out:  # while another arrangement is shown
            return
        self.current = place
        room = QRectF(self.viewport().rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        rect = self.scene().box_rect(place, box)
        if not room.contains(rect):
            beside = rect.left() < room.left() or rect.right() > room.right()
            x = rect.center().x() - room.center().x() if beside else 0.0
            y = rect.top() - room.top() - max(0.0, (room.height() - rect.height()) / 3)
            self.scroll_to(self.origin().x() + x, self.origin().y() + y)
        self.set_anchor()
        self.viewport().update()
        self.tell_zoom()

    def hold(self, spot: Spot, point: QPointF) -> None:
        """After a new layout: have the spot under the same point of the view."""
        x, y = to_view(self.layout_.slot(spot.place), self.rotation, spot.u, spot.v)
        self.scroll_to(x - point.x(), y - point.y())
        self.set_anchor()
        self.viewport().update()
        self.tell_zoom()

    def set_anchor(self) -> None:
        """Remember where the current page stands, for the next layout."""
        slot = self.layout_.slot(self.current)
        self._anchor = (self.origin().y() + MARGIN - slot.top) / slot.height
        self.reading.keep(page_offset=self._anchor)

    def tell_zoom(self) -> None:
        if (self.zoom, self.fit) != self._told_zoom:
            self._told_zoom = self.zoom, self.fit
            self.zoom_changed.emit(self.zoom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.viewport().devicePixelRatio() == 1.0:
            self.viewport().scroll(dx, dy)
        else:
            self.viewport().update()
        if not self._moving and self.scan:
            self.follow_reader()
            self.refresh()

    def follow_reader(self) -> None:
        """The reader scrolled."""
        height, bar = self.layout_.look.height, self.verticalScrollBar()
        y = self.reading_height.scroll(bar.value(), bar.maximum(), height)
        if not self.is_single:
            self.current = self.layout_.page_at(bar.value() + y)
        self.set_anchor()
        self.tell_zoom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_laid_out = True
        self.lay_out()
        self.scroll_to_anchor()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh()
            self.viewport().update()
        return super().viewportEvent(event)

    # --- What is drawn -----------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for what is on the screen, then for what may be next."""
        if not (self.scan and self._is_laid_out and self.isVisibleTo(self.window())):
            return
        scene = self.scene()
        visible = scene.pieces_visible()
        room = self.drawings.pictures.room * 7 // 8 - sum(piece.bytes for piece in visible)
        self.drawings.want(visible, list(scene.pieces_soon(room)))

    @property
    def is_sharp(self) -> bool:
        """Whether all that is on the screen is drawn, or failed."""
        drawings = self.drawings
        return all(
            piece in drawings.pictures or piece.page in drawings.problems
            for piece in self.scene().pieces_visible()
        )

    def scene(self) -> Scene:
        """What is on the screen now."""
        view = QRect(self.origin(), self.viewport().size())
        ratio = self.viewport().devicePixelRatio()
        return Scene(self.layout_, self.scan, self._sizes, view, ratio, self.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        scene, dirty = self.scene(), event.region()
        self._painter.paint(painter, scene, dirty, self.palette(), focused=self.hasFocus())
        self.paint_over(painter)
        if self.marks.was_behind():
            QTimer.singleShot(0, self.viewport(), self.viewport().update)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the pages and their marks."""

    def button_rect(self, place: int) -> QRect | None:
        """Where “Try again” stands in the view; None where the page did not fail."""
        return self._painter.button_rect(self.scene(), place, self.fontMetrics())

    def try_again(self, place: int) -> None:
        """Ask once more for a page that failed."""
        self._asked_password = False
        self.drawings.ask_again(self.scan[place])
        self.update_place(place)
        self.refresh()

    def _show_piece(self, piece: Piece) -> None:
        place = self._places.get(piece.page)
        if place is not None and place in self.layout_:
            self.update_place(place)
        self.refresh()

    def update_place(self, place: int) -> None:
        slot = self.scene().slot_in_view(place)
        rect = QRect(*slot).adjusted(-REACH, -REACH, REACH, REACH)
        self.viewport().update(rect)

    def _show_failure(self, page: int, error: DiptychError) -> None:
        place = self._places.get(page)
        if place is not None and place in self.layout_:
            self.update_place(place)
        if isinstance(error, PasswordNeeded | PasswordWrong) and not self._asked_password:
            self._asked_password = True
            self.password_needed.emit()
        self.refresh()
