"""Which words and places light up together.

What the reader sees of a link depends on how sure it is: from .9 the word, from .7 the
word with a soft outline, from .5 the line it stands on, and below that nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from library.joining.boxed import Boxed
from library.joining.lines import Lines, on_one_line
from library.joining.paragraphs import Paragraphs
from library.model.document import Document
from library.model.geometry import Box, box_around
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind

_SOLID, _SOFT, _LINE = 0.9, 0.7, 0.5
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
    sureness: Sureness = Sureness.SOLID


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
        self._joined = joined
        self._text = Paragraphs(document, joined)
        self._boxes: dict[str, Boxed] = {}
        self._lines: dict[tuple[str, int], Lines] = {}

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

    def spots_on(self, page: int, version: str, start: int, end: int) -> tuple[Spot, ...]:
        """What of a stretch of a text stands on one page, however long the stretch is."""
        alignment = self._joined.alignment(version)
        links = alignment.links_on(page)
        first = bisect_left(links, start, key=lambda link: link.start)
        while first > 0 and links[first - 1].end > start:
            first -= 1
        last = bisect_left(links, end, first, key=lambda link: link.start)
        return tuple(_merged(self._spots(alignment, links[first:last])))

    def stretch_on(self, page: int, version: str) -> tuple[int, int]:
        """From the first to the last word of a text that stands on a page; (0, 0) for none."""
        links = self._joined.alignment(version).links_on(page)
        return (links[0].start, max(link.end for link in links)) if links else (0, 0)

    def stretch_in(self, version: str, page: int, box: Box) -> tuple[int, int] | None:
        """From the first to the last word of a text that stands in a box of a page.

        Of a translation: from the first to the last paragraph that says what stands there.
        """
        pairing = self._joined.pairing(version)
        if pairing is None:
            return self._boxed(version).stretch(page, box)
        found = self._boxed(pairing.other).stretch(page, box)
        if found is None:
            return None
        here = self._text.touched(pairing.other, *found)
        stretches = self._text.stretches(version, self._text.partners(pairing.other, here, version))
        return (stretches[0][0], stretches[-1][1]) if stretches else None

    def words_in(self, version: str, page: int, boxes: Iterable[Box]) -> list[tuple[int, int]]:
        """The stretches of a text whose words stand in boxes of a page, and no others."""
        return self._boxed(version).runs(page, boxes)

    def _boxed(self, version: str) -> Boxed:
        if version not in self._boxes:
            self._boxes[version] = Boxed(self._joined.alignment(version))
        return self._boxes[version]

    # --- Words -----------------------------------------------------------------------

    def _word(self, version: str, link: Link | None) -> Lit:
        shown = sureness_of(link) if link is not None else None
        if link is None or shown is None:
            return NOTHING
        alignment = self._joined.alignment(version)
        links = [
            each for each in alignment.links_between(link.start, link.end) if _like(each, link)
        ]
        span = Span(version, link.start, link.end, shown)
        return Lit((span,), tuple(self._spots(alignment, links)))

    def _spots(self, alignment: Alignment, links: Iterable[Link]) -> Iterator[Spot]:
        for link in links:
            sureness = sureness_of(link)
            if sureness is None:
                continue
            widened = sureness is Sureness.LINE and link.kind is not LinkKind.LINE
            for box in link.boxes:
                shown = self._lines_of(alignment, link.page).around(box) if widened else box
                yield Spot(link.page, shown, sureness)

    def _lines_of(self, alignment: Alignment, page: int) -> Lines:
        key = alignment.version, page
        if key not in self._lines:
            links = alignment.links_on(page)
            self._lines[key] = Lines(box for link in links for box in link.boxes)
        return self._lines[key]

    # --- Paragraphs of translations ----------------------------------------------------

    def _paragraph_at(self, version: str, offset: int, asked_by: str = "") -> Lit:
        return self._paragraphs(version, offset, offset + 1, asked_by)

    def _paragraphs(self, version: str, start: int, end: int, asked_by: str = "") -> Lit:
        """The paragraphs that this stretch touches, with those that say the same."""
        pairing = self._joined.pairing(asked_by or version)
        if pairing is None:
            return NOTHING
        other = pairing.other if version == pairing.version else pairing.version
        here = self._text.touched(version, start, end)
        there = self._text.partners(version, here, other)
        if not there:
            return NOTHING
        spans = [*self._spans(version, here), *self._spans(other, there)]
        original = (span for span in spans if span.version == pairing.other)
        return Lit(tuple(spans), tuple(self._region(original)))

    def _region(self, spans: Iterable[Span]) -> Iterator[Spot]:
        """Where paragraphs stand, as bands along their lines: no word is meant."""
        for span in spans:
            for spot in self.spots(span.version, span.start, span.end):
                yield replace(spot, sureness=Sureness.LINE)

    def _spans(self, version: str, numbers: Iterable[int]) -> Iterator[Span]:
        for start, end in self._text.stretches(version, numbers):
            yield Span(version, start, end, Sureness.LINE)

    # --- Other texts -------------------------------------------------------------------

    def across(self, lit: Lit, version: str) -> Lit:
        """What is lit, with what goes with it in another text: its paragraphs, or its words."""
        if any(span.version == version for span in lit.spans):
            return lit
        found = [*self._partners(lit, version)] or [*self._same_words(lit, version)]
        return Lit((*lit.spans, *found), lit.spots)

    def _partners(self, lit: Lit, version: str) -> Iterator[Span]:
        numbers = (
            number
            for span in lit.spans
            for number in self._text.partners(
                span.version, self._text.touched(span.version, span.start, span.end), version
            )
        )
        return self._spans(version, numbers)

    def _same_words(self, lit: Lit, version: str) -> Iterator[Span]:
        """The words of the other text that stand on the same places of the scan."""
        for spot in lit.spots:
            if spot.sureness is not Sureness.LINE:
                for start, end in self._boxed(version).runs(spot.page, (spot.box,)):
                    yield Span(version, start, end, spot.sureness)


def _like(link: Link, chosen: Link) -> bool:
    """The same word, as sure: on another page that was scanned once more, say."""
    return (link.start, link.end, link.kind) == (chosen.start, chosen.end, chosen.kind)


def _merged(spots: Iterable[Spot]) -> Sequence[Spot]:
    merged: list[Spot] = []
    for spot in spots:
        if merged and _continues(merged[-1], spot):
            merged[-1] = Spot(spot.page, box_around((merged[-1].box, spot.box)), spot.sureness)
        elif spot not in merged[-3:]:
            merged.append(spot)
    return merged


def _continues(last: Spot, spot: Spot) -> bool:
    if (last.page, last.sureness) != (spot.page, spot.sureness) or not on_one_line(
        last.box, spot.box
    ):
        return False
    gap = max(spot.box.left - last.box.right, last.box.left - spot.box.right)
    return gap < _GAP * max(last.box.height, spot.box.height)
