"""Which documents may be the same: by their files, by the archive's number, by their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from library.duplicates.likeness import Sketch, bands_of, likeness

ALIKE = 0.5  # of the threes of words: the same text, read twice with some errors
_MOST = 8  # documents with the same mark that others are compared with


class Why(StrEnum):
    """What two documents have in common."""

    FILES = "files"  # all files of one are among those of the other
    RECORD = "record"  # the archive's number, or its address
    TEXT = "text"  # most of the words of a text


@dataclass(frozen=True, eq=False, slots=True)
class Print:
    """What a document is known by.  "" is what its record does not say."""

    document: str
    digests: frozenset[str]
    record_id: str
    url: str
    repository: str
    sketches: tuple[Sketch, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that may be the same; `likeness` (0..1) is that of their texts."""

    one: str
    other: str
    why: tuple[Why, ...]
    likeness: float = 0.0


def key_of(one: str, other: str) -> tuple[str, str]:
    """A pair whichever comes first."""
    return (one, other) if one < other else (other, one)


def pairs(prints: Sequence[Print], distinct: Collection[tuple[str, str]] = ()) -> list[Pair]:
    """Those that may be the same, the surest first; `distinct` are known to be not.

    Where many are the same, each is paired with one of the others.
    """
    groups = _Groups()
    found: list[Pair] = []
    for marks in (_file_marks, _record_marks, _text_marks):
        leaders: dict[Hashable, list[Print]] = defaultdict(list)
        for each in prints:
            for mark in marks(each):
                found += _with_leaders(each, leaders[mark], groups, distinct)
    return found


def _with_leaders(
    each: Print, leaders: list[Print], groups: _Groups, distinct: Collection[tuple[str, str]]
) -> Iterator[Pair]:
    """The pair with the first of those that have the same mark and is the same."""
    for leader in leaders:
        if groups.are_one(leader.document, each.document):
            return
        pair = _judged(leader, each)
        if pair and key_of(pair.one, pair.other) not in distinct:
            groups.join(pair.one, pair.other)
            yield pair
            return
    if len(leaders) < _MOST:
        leaders.append(each)


def _judged(one: Print, other: Print) -> Pair | None:
    alike = max((likeness(a, b) for a in one.sketches for b in other.sketches), default=0.0)
    why = {
        Why.FILES: bool(one.digests and other.digests)
        and (one.digests <= other.digests or other.digests <= one.digests),
        Why.RECORD: _same_record(one, other),
        Why.TEXT: alike >= ALIKE,
    }
    if not any(why.values()):
        return None
    return Pair(one.document, other.document, tuple(w for w, is_so in why.items() if is_so), alike)


def _same_record(one: Print, other: Print) -> bool:
    same_archive = one.repository == other.repository or not (one.repository and other.repository)
    same_number = bool(one.record_id) and one.record_id == other.record_id and same_archive
    return same_number or (bool(one.url) and one.url == other.url)


def _file_marks(each: Print) -> Iterable[Hashable]:
    return each.digests


def _record_marks(each: Print) -> Iterable[Hashable]:
    named = (("number", each.record_id), ("url", each.url))
    return ((kind, name) for kind, name in named if name)


def _text_marks(each: Print) -> Iterable[Hashable]:
    return (band for sketch in each.sketches for band in bands_of(sketch))


class _Groups:
    """Which documents are one already, through others (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def are_one(self, one: str, other: str) -> bool:
        return self._top(one) == self._top(other)

    def join(self, one: str, other: str) -> None:
        self._above[self._top(other)] = self._top(one)

    def _top(self, each: str) -> str:
        while (above := self._above.get(each, each)) != each:
            self._above[each] = self._above.get(above, above)
            each = above
        return each
