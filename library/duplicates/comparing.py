"""Two documents side by side: what tells them apart."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from library.duplicates.merging import made
from library.duplicates.moving import Made
from library.duplicates.placing import partner_of
from library.model.annotation import Annotation, Bookmark
from library.model.document import Document
from library.model.record import Record
from library.progress import Progress
from library.store.store import Store

_BEFORE, _AFTER = 4, 10  # words that are shown before and from the first that differs


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two; `before` and `differing` are words of its text, both "" if it is alike."""

    document: str
    record: Record
    pages: int  # of the scan
    first_page: int | None
    texts: int
    notes: int
    bookmarks: int
    others: int  # checks, corrections, links
    before: str = ""
    differing: str = ""


def comparing(store: Store, one: str, other: str) -> Generator[Progress, None, tuple[Side, Side]]:
    """Raises `DocumentNotFound`."""
    yield Progress(0, 1, "Comparing")
    left, right = store.document(one), store.document(other)
    texts = left.versions, right.versions
    words = ("", ""), ("", "")
    if all(texts):
        partner = partner_of(left.versions[0], right)
        words = first_difference(left.versions[0].text, partner.text if partner else "")
    return (
        _side(left, made(store, one), words[0]),
        _side(right, made(store, other), words[1]),
    )


def first_difference(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Of each text the words before the first that differ, and those; "" where none do."""
    left, right = one.split(), other.split()
    if left == right:
        return ("", ""), ("", "")
    pairs = enumerate(zip(left, right, strict=False))
    at = next((nth for nth, (a, b) in pairs if a != b), min(len(left), len(right)))
    return _around(left, at), _around(right, at)


def _around(words: list[str], at: int) -> tuple[str, str]:
    before, after = words[max(0, at - _BEFORE) : at], words[at : at + _AFTER]
    return " ".join(before), " ".join(after)


def _side(document: Document, made: Made, words: tuple[str, str]) -> Side:
    current = [each for each in made.placed if each.deleted is None]
    notes = sum(isinstance(each, Annotation) for each in current)
    bookmarks = sum(isinstance(each, Bookmark) for each in current)
    return Side(
        document.id,
        document.record,
        len(document.scan_pages),
        next(iter(document.scan_pages), None),
        len(document.versions),
        notes,
        bookmarks,
        len(current) - notes - bookmarks,
        *words,
    )
