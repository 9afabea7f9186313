"""Where the words of a text stand: a place for each line on which a part of a word does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from library.joining.lighting import sureness_of
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

_HYPHENS = "-‐‑¬\u00ad=⸗"
_NEAR = 2  # letters from where the break must be, by the widths of its parts


@dataclass(frozen=True, slots=True)
class Anchor:
    """`text[start:end]`, a word or what of it stands on one line, and its place on the page."""

    start: int
    end: int
    box: Box
    goes_on: bool = False  # the next line has more of the word


def has_place(link: Link) -> bool:
    """Whether more is known than the line on which a word must be."""
    return link.kind is not LinkKind.LINE and sureness_of(link) is not None


def anchors_on(
    text: str, alignment: Alignment, page: int, start: int, end: int
) -> Iterator[Anchor]:
    """The places that the words of `text[start:end]` have on a page, in their order.

    Of a word that lies across `start` or `end`, the part within counts.
    """
    reached = start
    for link in alignment.links_between(start, end):
        if link.page == page and has_place(link):
            first, last = max(link.start, start), min(link.end, end)
            if first >= reached:
                yield from _parts(text, first, last, link.boxes, goes_on=last < link.end)
                reached = last


def _parts(
    text: str, start: int, end: int, boxes: Sequence[Box], *, goes_on: bool
) -> Iterator[Anchor]:
    """The word, cut where its line ends."""
    cuts = cuts_of(text, start, end, boxes)
    for box, cut in zip(boxes, cuts, strict=False):
        yield Anchor(start, cut, box, goes_on=True)
        start = cut
    yield Anchor(start, end, boxes[len(cuts)], goes_on)


def cuts_of(text: str, start: int, end: int, boxes: Sequence[Box]) -> list[int]:
    """Where a word is broken that stands in several boxes, as their widths tell.

    Each part but the last has a hyphen on the scan; the text may have it or not.  A word with
    fewer letters than boxes is not broken.
    """
    breaks = len(boxes) - 1
    if not 0 < breaks < end - start:
        return []
    widths = _lengths(boxes)
    pitch = sum(widths) / (end - start + breaks) or 1.0
    cuts: list[int] = []
    reached = 0.0
    for nth, width in enumerate(widths[:-1]):
        reached += width
        guess = start + round(reached / pitch) - nth - 1
        least, most = (cuts[-1] if cuts else start) + 1, end - (breaks - nth)
        cuts.append(min(max(_after_hyphen(text, guess, start, end), least), most))
    return cuts


def _lengths(boxes: Sequence[Box]) -> list[float]:
    """How long the parts are along the writing, which may run up or down the page."""
    across, down = [box.width for box in boxes], [box.height for box in boxes]
    return across if sum(across) >= sum(down) else down


def _after_hyphen(text: str, guess: int, start: int, end: int) -> int:
    """The place behind a hyphen near by, where the text kept it; else as guessed."""
    near = sorted(range(guess - _NEAR, guess + _NEAR + 1), key=lambda cut: abs(cut - guess))
    inside = (cut for cut in near if start < cut < end)
    return next((cut for cut in inside if text[cut - 1] in _HYPHENS), guess)
