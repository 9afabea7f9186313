"""The part of the scan that shows the lines of a passage, to stand beside its citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from library.model.document import Document
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment, LinkKind

_SURE = 0.5  # certainty of a link that tells where a word stands
_MARGIN = 0.5  # of a line's height, around the lines
_MOST = 3  # pages


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a page of the document (from 0), in page units."""

    page: int
    box: Box


def crops(
    document: Document, joined: Joined, version: str, start: int, end: int
) -> tuple[Crop, ...]:
    """The whole lines on which a stretch of a text stands, for each of its first pages."""
    alignment = joined.alignment(version)
    return tuple(_crops(document, alignment, start, end))[:_MOST]


def _crops(document: Document, alignment: Alignment, start: int, end: int) -> Iterator[Crop]:
    on_pages: dict[int, list[Box]] = {}
    for link in alignment.links_between(start, end):
        if link.certainty >= _SURE and link.kind is not LinkKind.LINE:
            on_pages.setdefault(link.page, []).extend(link.boxes)
    for page, boxes in sorted(on_pages.items()):
        lines = list(_on_their_lines(boxes, alignment, page))
        leaf = document.pages[page]
        down = _MARGIN * median(box.height for box in boxes)
        across = down * leaf.height / leaf.width
        yield Crop(
            page,
            Box.between(
                min(box.left for box in lines) - across,
                min(box.top for box in boxes) - down,
                max(box.right for box in lines) + across,
                max(box.bottom for box in boxes) + down,
            ),
        )


def _on_their_lines(boxes: list[Box], alignment: Alignment, page: int) -> Iterable[Box]:
    """The boxes, and those of other words that stand beside them."""
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    yield from boxes
    for link in alignment.links_on(page):
        if link.certainty >= _SURE:
            yield from (box for box in link.boxes if top <= box.middle[1] <= bottom)
