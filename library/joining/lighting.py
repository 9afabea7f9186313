"""Which words and places light up together.

What the reader sees of a link depends on how sure it is: from .9 the word, from .7 the
word with a soft outline, from .5 the line it stands on, and below that nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from library.model.document import Document, Version
from library.model.geometry import Box, box_around
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind

_SOLID, _SOFT, _LINE = 0.9, 0.7, 0.5
_PAIRED = 0.9  # probability from which a paragraph of a translation is shown
_SAME_LINE = 0.5  # of the lower box's height that two boxes share
_GAP = 2.0  # line heights between two words that light up as one


class Sureness(StrEnum):
    """How a place is shown."""

    SOLID = "solid"
    SOFT = "soft"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of the version with this id."""

    version: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A box on a page of the document (from 0)."""

    page: int
    box: Box
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Lit:
    """What lights up together: words of texts, and places on the scan."""

    spans: tuple[Span, ...] = ()
    spots: tuple[Spot, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans or self.spots)


NOTHING = Lit()


def sureness_of(link: Link) -> Sureness | None:
    if link.certainty < _LINE:
        return None
    if link.kind is LinkKind.LINE or link.certainty < _SOFT:
        return Sureness.LINE
    return Sureness.SOLID if link.certainty >= _SOLID else Sureness.SOFT


class Lighting:
    """Looks up what belongs together in a document as it is joined now."""

    def __init__(self, document: Document, joined: Joined) -> None:
        self._document = document
        self._joined = joined

    def at_text(self, version: str, offset: int) -> Lit:
        """The word at this offset of a text; in a translation its paragraph."""
        if self._joined.pairing(version):
            return self._paragraph_at(version, offset)
        link = self._joined.alignment(version).link_at(offset)
        return self._word(version, link)

    def at_scan(self, version: str, page: int, x: float, y: float) -> Lit:
        """The word of this text at a point of a page; for a translation its paragraph."""
        pairing = self._joined.pairing(version)
        shown = pairing.other if pairing else version
        link = self._joined.alignment(shown).link_on(page, x, y)
        if link is None or sureness_of(link) is None:
            return NOTHING
        if pairing:
            return self._paragraph_at(shown, link.start, asked_by=version)
        return self._word(version, link)

    def between(self, version: str, start: int, end: int) -> Lit:
        """All words of a stretch of a text, as few boxes as may be."""
        if self._joined.pairing(version):
            return self._paragraphs(version, start, end)
        return Lit((Span(version, start, end),), self.spots(version, start, end))

    def spots(self, version: str, start: int, end: int) -> tuple[Spot, ...]:
        """Where a stretch of a text stands on the scan; words side by side share a box."""
        alignment = self._joined.alignment(version)
        return tuple(_merged(self._spots(alignment, alignment.links_between(start, end))))

    def stretch_in(self, version: str, page: int, box: Box) -> tuple[int, int] | None:
        """From the first to the last word of a text whose middle lies in a box of a page."""
        inside = [
            link
            for link in self._joined.alignment(version).links_on(page)
            if link.certainty >= _SOFT and any(box.holds(*each.middle) for each in link.boxes)
        ]
        if not inside:
            return None
        return min(link.start for link in inside), max(link.end for link in inside)

    # --- Words -----------------------------------------------------------------------

    def _word(self, version: str, link: Link | None) -> Lit:
        if link is None or sureness_of(link) is None:
            return NOTHING
        alignment = self._joined.alignment(version)
        links = [
            each for each in alignment.links_between(link.start, link.end) if _like(each, link)
        ]
        return Lit((Span(version, link.start, link.end),), tuple(self._spots(alignment, links)))

    def _spots(self, alignment: Alignment, links: Iterable[Link]) -> Iterator[Spot]:
        for link in links:
            sureness = sureness_of(link)
            if sureness is None:
                continue
            widened = sureness is Sureness.LINE and link.kind is not LinkKind.LINE
            for box in link.boxes:
                shown = _line_around(alignment, link.page, box) if widened else box
                yield Spot(link.page, shown, sureness)

    # --- Paragraphs of translations ----------------------------------------------------

    def _paragraph_at(self, version: str, offset: int, asked_by: str = "") -> Lit:
        return self._paragraphs(version, offset, offset + 1, asked_by)

    def _paragraphs(self, version: str, start: int, end: int, asked_by: str = "") -> Lit:
        """The paragraphs that this stretch touches, with those that say the same."""
        translation = asked_by or version
        pairing = self._joined.pairing(translation)
        if pairing is None:
            return NOTHING
        here = self._paragraph_numbers(version, start, end)
        there = [n for each in here for n in pairing.partners(version, each, least=_PAIRED)]
        if not there:
            return NOTHING
        other = pairing.other if version == translation else translation
        spans = [*self._spans(version, here), *self._spans(other, there)]
        spots = [
            spot
            for span in spans
            if span.version == pairing.other
            for spot in self.spots(span.version, span.start, span.end)
        ]
        return Lit(tuple(spans), tuple(spots))

    def _paragraph_numbers(self, version: str, start: int, end: int) -> list[int]:
        paragraphs = enumerate(self._texts[version].paragraphs) if version in self._texts else ()
        return [n for n, each in paragraphs if each.start < end and start < each.end]

    def _spans(self, version: str, numbers: Iterable[int]) -> Iterator[Span]:
        for number in sorted(set(numbers)):
            paragraph = self._texts[version].paragraphs[number]
            yield Span(version, paragraph.start, paragraph.end)

    @cached_property
    def _texts(self) -> dict[str, Version]:
        recognised = self._joined.recognised
        known = (*self._document.versions, *((recognised,) if recognised else ()))
        return {version.id: version for version in known}


def _like(link: Link, chosen: Link) -> bool:
    """The same word, as sure: on another page that was scanned once more, say."""
    return (link.start, link.end, link.kind) == (chosen.start, chosen.end, chosen.kind)


def _line_around(alignment: Alignment, page: int, box: Box) -> Box:
    """The line that a box stands on, as far as words are linked there."""
    for link in alignment.links_on(page):
        for other in link.boxes:
            if _beside(box, other):
                left, right = min(box.left, other.left), max(box.right, other.right)
                box = Box(left, box.top, right, box.bottom)
    return box


def _beside(box: Box, other: Box) -> bool:
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared > _SAME_LINE * min(box.height, other.height)


def _merged(spots: Iterable[Spot]) -> Sequence[Spot]:
    merged: list[Spot] = []
    for spot in spots:
        if merged and _continues(merged[-1], spot):
            merged[-1] = Spot(spot.page, box_around((merged[-1].box, spot.box)), spot.sureness)
        elif spot not in merged[-3:]:
            merged.append(spot)
    return merged


def _continues(last: Spot, spot: Spot) -> bool:
    if (last.page, last.sureness) != (spot.page, spot.sureness) or not _beside(last.box, spot.box):
        return False
    gap = max(spot.box.left - last.box.right, last.box.left - spot.box.right)
    return gap < _GAP * max(last.box.height, spot.box.height)
