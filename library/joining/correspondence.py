"""Which place of a text corresponds to which place of the scan, for the two to be read in step.

A place on the scan is a page of the document (from 0) and a height on it, a part of the page's
height as it is shown, turned or not; a place in the text is an offset in code points, a part
of one where a line is passed evenly.

Both ways keep order where the text runs in the order of the scan.  Where it does not (pages
swapped or scanned twice, columns), a place has several that correspond to it: then the one
near to where the reader is counts.
"""

from __future__ import annotations

from typing import Protocol

from library.joining.abreast import Abreast, abreast
from library.joining.by_words import ByWords
from library.model.document import Document, Version
from library.model.joined import Joined


class Correspondence(Protocol):
    """The way from scan to text and back.

    Every answer is a valid place: an offset from 0 to the length of the text, a page of the
    scan (0 where there is none) and a height from 0 to 1.
    """

    def offset_at(self, page: int, height: float, near: float | None = None) -> float:
        """What stands at a height of a page; of several the one that is nearest to `near`."""

    def place_at(self, offset: float, near: int | None = None) -> tuple[int, float]:
        """The page and height where an offset stands; of several pages the nearest to `near`."""

    def start_of(self, page: int) -> int:
        """Where a page begins in the text."""


def correspondence_of(
    document: Document, version: Version, joined: Joined, rotation: int = 0
) -> Correspondence:
    """How a text of the document and its scan correspond, as far as they are joined.

    `rotation` says how the pages are shown: turned clockwise by so many degrees.
    """
    pairing = joined.pairing(version.id)
    texts = (*document.versions, joined.recognised)
    other = next((t for t in texts if pairing and t and t.id == pairing.other), None)
    if pairing is None or other is None or not pairing.pairs:
        return ByWords(document, version, joined, rotation)
    original = ByWords(document, other, joined, rotation)
    return _ByParagraphs(original, abreast(document, joined, version, other))


class _ByParagraphs:
    """The correspondence of a translation, by way of the text that it is paired with."""

    def __init__(self, original: ByWords, texts: Abreast) -> None:
        """`texts` are the translation and the one to which `original` belongs."""
        self._original = original
        self._texts = texts

    def offset_at(self, page: int, height: float, near: float | None = None) -> float:
        by = None if near is None else self._texts.second_of(near)
        return self._texts.first_of(self._original.offset_at(page, height, by))

    def place_at(self, offset: float, near: int | None = None) -> tuple[int, float]:
        return self._original.place_at(self._texts.second_of(offset), near)

    def start_of(self, page: int) -> int:
        return round(self._texts.first_of(self._original.start_of(page)))
