"""Light on words that were asked for: on both sides of a tab, and scrolled into view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from library.alignment.quoting import find_quote
from library.errors import PlaceNotFound, QuoteNotFound
from library.joining.lighting import Spot
from library.model.document import Version
from library.model.reading import Arrangement
from viewer.document_tab import DocumentTab
from viewer.reading import Reading

_DOWN = 0.3  # of the text's height: where the words are


@dataclass(frozen=True, slots=True)
class _Found:
    """`version.text[start:end]` are the words, and these their places on the scan."""

    version: Version
    start: int
    end: int
    spots: tuple[Spot, ...]


def light(tab: DocumentTab, quote: str, problem: str = "") -> None:
    """Light the words where they stand on the page in front, else where they stand first.

    `problem` is a sentence on what hindered joining.  Raises `QuoteNotFound` and
    `PlaceNotFound`.
    """
    found = list(_found(tab.reading, quote))
    placed = [each for each in found if each.spots]
    if not placed:
        raise PlaceNotFound(quote, problem) if found else QuoteNotFound(quote)
    here = (each for each in placed if each.spots[0].page == tab.reading.page)
    _show(tab, next(here, placed[0]))


def _found(reading: Reading, quote: str) -> Iterator[_Found]:
    """Where the words stand, in the text in front first."""
    front, lighting = reading.version, reading.joint.lighting
    for version in sorted(reading.document.versions, key=lambda each: each is not front):
        for start, end in find_quote(version.text, quote):
            spots = lighting.between(version.id, start, end).spots
            yield _Found(version, start, end, spots)


def _show(tab: DocumentTab, found: _Found) -> None:
    spot, view = found.spots[0], tab.scan.view
    tab.reading.choose_version(found.version.id)
    place = view.place_of(spot.page)
    if place is not None:
        tab.reading.see_page(spot.page)
        view.bring_into_view(place, spot.box)
    tab.text.view.go_to(found.start, _DOWN)
    tab.reading.keep(offset=found.start)
    if tab.sides.arrangement is Arrangement.STRIP:
        tab.strip.view.go_to(found.start, _DOWN)
    tab.reading.joint.light(found.start, found.end)
