"""Gaps between words that are surely joined: words of the text here, parts of lines there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from library.alignment.joined_words import Joins, Scan
from library.alignment.normalising import Flags

_FURTHEST = 400  # scan words from a sure one


@dataclass(frozen=True, slots=True)
class Gap:
    """The text words from `begin` to `end - 1`, and the scan words that may be theirs.

    `after` and `before` are the sure scan words at its ends, None at the ends of the text.
    Where these do not follow each other on the scan, the scan words are those behind the one
    and those before the other.
    """

    begin: int
    end: int
    after: int | None
    before: int | None
    words: tuple[int, ...]


def gaps(joins: Joins, sure: Sequence[bool], scan: Scan) -> Iterator[Gap]:
    """`sure` says of each text word whether its join is believed."""
    taken = taken_words(joins, sure, scan)
    anchors = [nth for nth, believed in enumerate(sure) if believed]
    for left, right in zip([None, *anchors], [*anchors, None], strict=True):
        begin = 0 if left is None else left + 1
        end = len(joins) if right is None else right
        if begin < end:
            after = None if left is None else _words(joins, left)[-1]
            before = None if right is None else _words(joins, right)[0]
            yield Gap(begin, end, after, before, _between(taken, after, before))


def taken_words(joins: Joins, sure: Sequence[bool], scan: Scan) -> Flags:
    taken = np.zeros(len(scan.words), bool)
    for found, believed in zip(joins, sure, strict=True):
        if found and believed:
            taken[found.words] = True
    return taken


def _words(joins: Joins, nth: int) -> list[int]:
    found = joins[nth]
    if found is None:
        raise ValueError("Only a joined word is sure.")
    return found.words


def _between(taken: Flags, after: int | None, before: int | None) -> tuple[int, ...]:
    behind = [] if after is None else list(_free(taken, range(after + 1, len(taken))))
    ahead = [] if before is None else list(_free(taken, range(before - 1, -1, -1)))
    return tuple(dict.fromkeys([*behind, *reversed(ahead)]))


def _free(taken: Flags, words: range) -> Iterator[int]:
    for word in words[:_FURTHEST]:
        if taken[word]:
            return
        yield word
