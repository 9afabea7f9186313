"""Drawn pieces of pages, kept while there is room for them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QImage

from viewer.drawing.pieces import Piece


class Pictures:
    """Pictures by piece; the one not looked at for longest goes first."""

    def __init__(self, room: int) -> None:
        """`room` is in bytes of pixels."""
        self.room = room
        self.held = 0  # bytes
        self.thumbnail: Callable[[int], QImage | None] = _no_thumbnail
        self._pictures: OrderedDict[Piece, QImage] = OrderedDict()
        self._of_page: dict[int, dict[Piece, None]] = {}

    def __contains__(self, piece: Piece) -> bool:
        return piece in self._pictures

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, piece: Piece) -> QImage | None:
        picture = self._pictures.get(piece)
        if picture is not None:
            self._pictures.move_to_end(piece)
        return picture

    def put(self, piece: Piece, picture: QImage) -> None:
        self._drop(piece)
        self._pictures[piece] = picture
        self._of_page.setdefault(piece.page, {})[piece] = None
        self.held += picture.sizeInBytes()
        while self.held > self.room and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def touch(self, pieces: Iterable[Piece]) -> None:
        """Have these stay longest."""
        for piece in pieces:
            if piece in self._pictures:
                self._pictures.move_to_end(piece)

    def stand_ins(self, page: int, width: int) -> Iterator[tuple[Piece, QImage]]:
        """Pictures of the page at another size, in the order to paint them: the coarse first."""
        others = [piece for piece in self._of_page.get(page, ()) if piece.width != width]
        whole = _largest(others)
        if whole is not None:
            yield whole, self._pictures[whole]
        else:
            yield from self._thumbnail_of(page)
        tiles = [piece for piece in others if piece.clip is not None]
        for piece in tiles:
            if piece.width == tiles[-1].width:  # the size the reader saw last
                yield piece, self._pictures[piece]

    def whole(self, page: int) -> QImage | None:
        """The largest picture of all of a page."""
        largest = _largest(self._of_page.get(page, ()))
        return self._pictures[largest] if largest is not None else None

    def _thumbnail_of(self, page: int) -> Iterator[tuple[Piece, QImage]]:
        picture = self.thumbnail(page)
        if picture is not None:
            yield Piece(page, picture.width(), picture.height()), picture

    def clear(self) -> None:
        self._pictures.clear()
        self._of_page.clear()
        self.held = 0

    def _drop(self, piece: Piece) -> None:
        picture = self._pictures.pop(piece, None)
        if picture is None:
            return
        self.held -= picture.sizeInBytes()
        of_page = self._of_page[piece.page]
        del of_page[piece]
        if not of_page:
            del self._of_page[piece.page]


def _largest(pieces: Iterable[Piece]) -> Piece | None:
    """The largest of those that show all of a page."""
    return max((piece for piece in pieces if piece.clip is None), default=None)


def _no_thumbnail(_page: int) -> None:
    return None
