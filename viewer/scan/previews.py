"""The pictures kept with the document, which stand in until a page is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

from viewer.drawing.drawings import Drawings
from viewer.drawing.pieces import Piece

Preview = Callable[[int], bytes | None]  # of a page of the document, as our own JPEG


class Previews:
    """Decodes a picture when nothing better is there, and lets go of it when something is."""

    def __init__(self, drawings: Drawings, preview: Preview | None) -> None:
        self._preview = preview
        self._pictures: dict[int, QImage | None] = {}
        if preview is not None:
            drawings.drawn.connect(self._let_go)

    def picture(self, page: int) -> QImage | None:
        """The kept picture of a page of the document, where there is one."""
        if self._preview is None:
            return None
        if page not in self._pictures:
            self._pictures[page] = self._decoded(self._preview(page))
        return self._pictures[page]

    def _decoded(self, data: bytes | None) -> QImage | None:
        picture = QImage.fromData(data) if data else QImage()
        return None if picture.isNull() else picture

    def _let_go(self, piece: Piece) -> None:
        if self._pictures.get(piece.page) is not None:
            del self._pictures[piece.page]
