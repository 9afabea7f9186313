"""Where on the scan a passage may stand, for the reader to say so: beside its neighbours."""

from __future__ import annotations

from library.model.annotation import Region
from library.model.geometry import Box, box_around
from library.model.link import Alignment, Link, LinkKind

_SURE = 0.5  # certainty of a link that tells where others are


def expected_place(alignment: Alignment, start: int, end: int) -> Region | None:
    """One box, where the program thinks that `text[start:end]` stands; None where nothing is."""
    links = [
        link
        for link in alignment.links
        if link.kind is not LinkKind.LINE and link.certainty >= _SURE
    ]
    own = [link for link in links if link.start < end and start < link.end]
    if own:
        boxes = [box for link in own if link.page == own[0].page for box in link.boxes]
        return Region(own[0].page, (box_around(boxes),))
    before = max(
        (link for link in links if link.end <= start), key=lambda link: link.end, default=None
    )
    if before is not None:
        return _beside(before, before.boxes[-1], end - start, after=True)
    after = min(links, key=lambda link: link.start, default=None)
    return _beside(after, after.boxes[0], end - start, after=False) if after is not None else None


def _beside(link: Link, box: Box, letters: int, *, after: bool) -> Region:
    """As wide as so many letters are in the word beside."""
    pitch = sum(each.width for each in link.boxes) / max(link.end - link.start, 1)
    width = min(pitch * letters, 1.0)
    left = box.right + pitch if after else box.left - pitch - width
    left = min(max(left, 0.0), 1.0 - width)
    return Region(link.page, (Box(left, box.top, left + width, box.bottom),))
