"""What is drawn of a page at once: all of it, or tiles of it where it is large.

Lengths are in device pixels of the upright page, so that a drawing serves every rotation.
"""

from __future__ import annotations

from typing import NamedTuple

WHOLE = 2_097_152  # pixels; a page up to this size is drawn in one piece
TILE = 1024  # width and height of a tile; 4 of them cover a usual view

Part = tuple[int, int, int, int]  # left, top, right, bottom


class Piece(NamedTuple):
    """A page drawn `width` × `height` large, or the part `clip` of it."""

    page: int  # of the document
    width: int
    height: int
    clip: Part | None = None

    @property
    def part(self) -> Part:
        return self.clip or (0, 0, self.width, self.height)

    @property
    def bytes(self) -> int:
        left, top, right, bottom = self.part
        return 4 * (right - left) * (bottom - top)


def pieces_in(page: int, width: int, height: int, part: Part) -> list[Piece]:
    """The pieces that cover `part` of a page drawn `width` × `height` large."""
    left, top, right, bottom = part
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        return []
    if width * height <= WHOLE:
        return [Piece(page, width, height)]
    return [
        Piece(page, width, height, (x, y, min(x + TILE, width), min(y + TILE, height)))
        for y in range(top - top % TILE, bottom, TILE)
        for x in range(left - left % TILE, right, TILE)
    ]
