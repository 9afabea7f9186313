"""The menu on a page, and on an area of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu

from library.model.annotation import Annotation, Bookmark, Region
from library.model.reading import Fit
from library.pages.contents import Pixels
from library.pages.requests import MAX_PIXELS, Draw
from viewer.drawing.drawings import image_of
from viewer.icons import icon
from viewer.note_menu import add_note_deeds
from viewer.page_source import PageSource
from viewer.place_menu import add_own_place, add_placing
from viewer.reading import Reading
from viewer.scan.scene import Spot

if TYPE_CHECKING:
    from viewer.scan.scan_view import ScanView

_PRINT = 200 / 72  # pixels to the point of a copied picture
_DOT = 14

Point = tuple[float, float]


def open_page_menu(view: ScanView, pages: PageSource, event: QContextMenuEvent) -> None:
    """Open the menu where the mouse was pressed; by a key, that of the page and note in front."""
    chosen = view.reading.note(view.reading.chosen)
    area = chosen if isinstance(chosen, Annotation) else None
    spot = Spot(view.current, -1, -1)
    if event.reason() is not QContextMenuEvent.Reason.Keyboard:
        spot = view.scene().spot(QPointF(event.pos()))
        area = view.marks.at(view.scan[spot.place], spot.u, spot.v)
    point = (spot.u, spot.v) if spot.is_on_page else None
    menu = PageMenu(view, pages, view.scan[spot.place], area, point)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


class PageMenu(QMenu):
    """What can be done with a page (of the document), and with an area on it."""

    def __init__(
        self,
        view: ScanView,
        pages: PageSource,
        page: int,
        area: Annotation | None,
        point: Point | None = None,
    ) -> None:
        """`point` is where on the page it was asked for, in page units."""
        super().__init__(view)
        self._view = view
        self._reading: Reading = view.reading
        self._pages = pages
        self._page = page
        if area is not None:
            add_note_deeds(self, self._reading, (area,), view)
            self.addSeparator()
        self._add_places(area, point)
        self._add_page()
        self.addSeparator()
        self._add_look()

    def _add_places(self, area: Annotation | None, point: Point | None) -> None:
        mending = self._reading.mending
        own = mending.own_on_scan(self._page, *point) if point is not None else None
        add_placing(self, self._reading, mending.selected, self._region(area, point))
        add_own_place(self, self._reading, own)
        self.addSeparator()

    def _region(self, area: Annotation | None, point: Point | None) -> Region | None:
        """What there is to be pointed at: an area, or a word that the text does not have."""
        targets = area.targets if area is not None else ()
        drawn = next((each for each in targets if isinstance(each, Region)), None)
        if drawn is not None or point is None:
            return drawn
        word = self._reading.mending.stray_at(self._page, *point)
        return Region(self._page, (word.box,)) if word is not None else None

    def _add_page(self) -> None:
        reading, mark = self._reading, self._bookmark()
        if mark is None:
            action = self.addAction(icon("bookmark-plus"), self.tr("Bookmark this page"))
            action.triggered.connect(self._add_bookmark)
            action.setEnabled(reading.is_kept)
        else:
            action = self.addAction(icon("bookmark"), self.tr("Remove the bookmark"))
            action.triggered.connect(lambda: reading.notebook.delete_note(mark.id))
        copy = self.addAction(icon("copy"), self.tr("Copy the page as a picture"))
        copy.triggered.connect(self._copy_page)

    def _add_look(self) -> None:
        view = self._view
        for fit, name, text in (
            (Fit.PAGE, "maximize", self.tr("Fit page")),
            (Fit.WIDTH, "move-horizontal", self.tr("Fit width")),
        ):
            self.addAction(icon(name), text, lambda fit=fit: view.set_fit(fit))
        self.addAction(icon("file"), self.tr("True size"), lambda: view.set_zoom(1.0))
        self.addSeparator()
        self.addAction(icon("rotate-ccw"), self.tr("Turn left"), lambda: view.rotate(-90))
        self.addAction(icon("rotate-cw"), self.tr("Turn right"), lambda: view.rotate(90))

    def _bookmark(self) -> Bookmark | None:
        marks = (m for m in self._reading.bookmarks if m.page == self._page and not m.deleted)
        return next(marks, None)

    def _add_bookmark(self) -> None:
        place = self._view.place_of(self._page)
        number = self._page + 1 if place is None else place + 1
        self._reading.notebook.bookmark(self.tr("Page {0}").format(number), self._page)

    def _copy_page(self) -> None:
        """Have the page drawn as on good paper, and put it on the clipboard."""
        leaf = self._reading.document.pages[self._page]
        largest = (MAX_PIXELS / max(1, leaf.width * leaf.height)) ** 0.5
        scale = min(_PRINT, largest) * 0.999  # rounding must not exceed what is allowed
        size = max(1, round(leaf.width * scale)), max(1, round(leaf.height * scale))
        source, frame = self._reading.source(self._page)
        self._pages.ask(Draw(source, frame, *size), _to_clipboard)


def _to_clipboard(answer: object) -> None:
    if isinstance(answer, Pixels):
        picture = image_of(answer).convertToFormat(QImage.Format.Format_RGB888)
        QGuiApplication.clipboard().setImage(picture)
