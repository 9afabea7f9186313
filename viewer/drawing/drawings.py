"""Asks for pieces of pages, holds what came, and knows which pages failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from library.errors import DiptychError, ReadingStopped
from library.pages.contents import Pixels
from library.pages.pool import Urgency
from library.pages.requests import Draw
from viewer.drawing.pictures import Pictures
from viewer.drawing.pieces import Piece
from viewer.page_source import PageSource
from viewer.reading import Reading


class Drawings(QObject):
    """The drawn pieces of one document."""

    drawn = Signal(object)  # Piece: its picture is in `pictures`
    failed = Signal(int, object)  # page of the document, DiptychError

    def __init__(
        self, reading: Reading, pages: PageSource, room: int, parent: QObject | None = None
    ) -> None:
        """`room` is what pictures may hold, in bytes."""
        super().__init__(parent)
        self.pictures = Pictures(room)
        self.problems: dict[int, DiptychError] = {}
        self._reading = reading
        self._pages = pages
        self._asked: dict[Piece, tuple[Future[Any], Urgency]] = {}
        self._beginning = 0
        self._is_closed = False

    @property
    def is_waiting(self) -> bool:
        """Whether something that was asked for has not come yet."""
        return bool(self._asked)

    def want(
        self,
        visible: Sequence[Piece],
        soon: Sequence[Piece],
        urgency: Urgency = Urgency.VISIBLE,
    ) -> None:
        """Say what is on the screen now, and what may be next; what was wanted before is not."""
        if self._is_closed:
            return
        self._withdraw({*visible, *soon})
        missing = self._missing(visible)
        for piece in missing[::-1]:  # the newest request is served first
            self._ask(piece, urgency)
        self.pictures.touch(soon)
        self.pictures.touch(visible)
        if not missing:
            for piece in self._missing(soon)[::-1]:
                self._ask(piece, Urgency.SOON)

    def ask_again(self, page: int) -> None:
        """Forget that this page failed; the next `want` asks for it."""
        if self.problems.pop(page, None) is not None:
            self._pages.try_again(self._reading.source(page)[0])

    def forget(self, *, pictures: bool) -> None:
        """Start anew: the file may be open now, or be another one."""
        self._withdraw(set())
        self._beginning += 1  # what is under way now comes too late
        self._asked.clear()
        self.problems.clear()
        if pictures:
            self.pictures.clear()

    def close(self) -> None:
        """Withdraw everything, let go of the pictures, and ask for nothing any more."""
        self.forget(pictures=True)
        self._is_closed = True

    def _missing(self, pieces: Iterable[Piece]) -> list[Piece]:
        return [p for p in pieces if p not in self.pictures and p.page not in self.problems]

    def _withdraw(self, wanted: set[Piece]) -> None:
        for piece in [piece for piece in self._asked if piece not in wanted]:
            if self._asked[piece][0].cancel():
                del self._asked[piece]

    def _ask(self, piece: Piece, urgency: Urgency) -> None:
        asked = self._asked.get(piece)
        if asked is not None and (asked[1] is urgency or not asked[0].cancel()):
            return  # a drawing that has begun is not begun anew
        source, frame = self._reading.source(piece.page)
        request = Draw(source, frame, piece.width, piece.height, piece.clip)
        future = self._pages.ask(request, partial(self._take, piece, self._beginning), urgency)
        if not future.done():
            self._asked[piece] = future, urgency

    def _take(self, piece: Piece, beginning: int, answer: object) -> None:
        if beginning != self._beginning:
            return
        self._asked.pop(piece, None)
        if isinstance(answer, ReadingStopped):
            return
        if isinstance(answer, DiptychError):
            self.problems[piece.page] = answer
            self.failed.emit(piece.page, answer)
        elif isinstance(answer, Pixels):
            self.pictures.put(piece, image_of(answer))
            self.drawn.emit(piece)


def image_of(pixels: Pixels) -> QImage:
    """The pixels as Qt paints them fastest, without copying: the picture keeps them alive."""
    width, height = pixels.width, pixels.height
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
