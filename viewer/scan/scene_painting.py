"""Paints a scene: the desk, the pages on it, and what lies over them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QRegion

from viewer.drawing.drawings import Drawings
from viewer.scan.overlays import Marks
from viewer.scan.page_painting import (
    button_of,
    paint_failed,
    paint_page,
    paint_shadow,
    sentence_rect,
)
from viewer.scan.scene import Scene
from viewer.theme import NIGHT, Tokens, is_dark, tokens

REACH = 24  # px that shadows, pins and marks reach out of a page


class ScenePainter:
    """Knows the pictures, the failures and the marks of a document."""

    def __init__(self, drawings: Drawings, marks: Marks, try_again: str) -> None:
        """`try_again` is the text on the button of a page that failed."""
        self._drawings = drawings
        self._marks = marks
        self._try_again = try_again

    def paint(
        self, painter: QPainter, scene: Scene, dirty: QRegion, palette: QPalette, *, focused: bool
    ) -> None:
        """Paint the parts `dirty` of the view; `focused` when keys go to the current page."""
        t = tokens(palette)
        whole = dirty.boundingRect()
        painter.fillRect(whole, QColor(t.desk))
        part = whole.translated(scene.view.topLeft())
        for place in scene.layout.visible(part.top() - REACH, part.bottom() + REACH):
            page, slot = scene.scan[place], scene.slot_in_view(place)
            if page in self._drawings.problems:
                chosen = focused and place == scene.current
                self._paint_failure(painter, scene, place, palette, chosen=chosen)
            else:
                self._paint_picture(painter, scene, place, part, dark=is_dark(palette))
                self._marks.paint(painter, page, slot, scene.rotation, t, dirty)
            self._marks.paint_pin(painter, page, slot, t)

    def button_rect(self, scene: Scene, place: int, metrics: QFontMetrics) -> QRect | None:
        """Where “Try again” stands in the view; None where the page did not fail."""
        problem = self._drawings.problems.get(scene.scan[place])
        if problem is None:
            return None
        rect = QRect(*scene.slot_in_view(place))
        return button_of(rect, sentence_rect(rect, str(problem), metrics).height())

    def _paint_picture(
        self, painter: QPainter, scene: Scene, place: int, part: QRect, *, dark: bool
    ) -> None:
        pieces = scene.pieces(place, part)
        rect = scene.device_rect(place)
        painter.save()
        painter.scale(1 / scene.ratio, 1 / scene.ratio)
        paint_shadow(painter, rect, dark=dark)
        if pieces:
            paint_page(painter, rect, scene.rotation, pieces, self._drawings.pictures)
        if dark:
            painter.fillRect(rect, NIGHT)
        painter.restore()

    def _paint_failure(
        self, painter: QPainter, scene: Scene, place: int, palette: QPalette, *, chosen: bool
    ) -> None:
        rect = QRect(*scene.slot_in_view(place))
        sentence = str(self._drawings.problems[scene.scan[place]])
        t: Tokens = tokens(palette)
        paint_shadow(painter, rect, dark=is_dark(palette))
        paint_failed(painter, rect, sentence, self._try_again, t, chosen=chosen)
