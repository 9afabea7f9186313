"""From chains to pairs of characters: what lies between and beside the matches.

Only the short stretches between matches are compared letter by letter (Levenshtein, by
rapidfuzz); where one side has much more than the other, only its ends are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import Levenshtein

from library.alignment.chaining import Chain
from library.alignment.normalising import Ints, Stream
from library.alignment.seeding import Matches

_STRIDE = 200  # characters from one anchor to the next
_FURTHEST = 4000  # characters that are compared beyond the end of a chain

Stretch = tuple[Ints, Ints]  # places in scan and text that are compared with each other


@dataclass(frozen=True, eq=False)
class Pairs:
    """Characters of the scan and of the text that stand for each other, equal or not."""

    scan: Ints
    text: Ints

    def at(self, which: Ints) -> Pairs:
        return Pairs(self.scan[which], self.text[which])

    @classmethod
    def joined(cls, parts: Sequence[Pairs]) -> Pairs:
        none = np.zeros(0, np.int64)
        return cls(
            np.concatenate([none, *(part.scan for part in parts)]),
            np.concatenate([none, *(part.text for part in parts)]),
        )


def paired(scan: Stream, text: Stream, chains: Sequence[Chain], k: int) -> Pairs:
    """All pairs that the chains (by their place on the scan) and their surroundings give."""
    stretches = _stretches(chains, len(scan.text), len(text.text), k)
    return Pairs.joined([_compared(scan.text, text.text, *stretch) for stretch in stretches])


def _compared(scan: str, text: str, scan_places: Ints, text_places: Ints) -> Pairs:
    """Letters that a shortest series of edits leaves or replaces."""
    ours, theirs = _letters(scan, scan_places), _letters(text, text_places)
    if ours != theirs:
        kept, other_kept = np.ones(len(ours), bool), np.ones(len(theirs), bool)
        for tag, source, target in Levenshtein.editops(ours, theirs).as_list():
            if tag == "delete":
                kept[source] = False
            elif tag == "insert":
                other_kept[target] = False
        scan_places, text_places = scan_places[kept], text_places[other_kept]
    return Pairs(scan_places, text_places)


def _letters(stream: str, places: Ints) -> str:
    first, last = int(places[0]), int(places[-1])
    if last - first + 1 == len(places):
        return stream[first : last + 1]
    hole = int(np.argmax(np.diff(places) > 1)) + 1
    return stream[first : first + hole] + stream[last + 1 - (len(places) - hole) : last + 1]


def _stretches(
    chains: Sequence[Chain], scan_size: int, text_size: int, k: int
) -> Iterator[Stretch]:
    text_starts = sorted(chain.text_span[0] for chain in chains)
    text_ends = sorted(chain.text_span[1] for chain in chains)
    joined_before = False
    for nth, chain in enumerate(chains):
        (scan_start, scan_end), (text_start, text_end) = chain.scan_span, chain.text_span
        if not joined_before:
            low = chains[nth - 1].scan_span[1] if nth else 0
            behind = bisect_right(text_ends, text_start + 3) - 1
            text_low = text_ends[behind] if behind >= 0 else 0
            yield from _before(low, scan_start, text_low, text_start)
        yield from _within(chain.matches, k)
        high = chains[nth + 1].scan_span[0] if nth + 1 < len(chains) else scan_size
        ahead = bisect_left(text_starts, text_end - 3)
        text_high = text_starts[ahead] if ahead < len(chains) else text_size
        joined_before = nth + 1 < len(chains) and chains[nth + 1].text_span[0] == text_high
        between = _between if joined_before else _after
        yield from between(scan_end, high, text_end, text_high)


def _within(matches: Matches, k: int) -> Iterator[Stretch]:
    """From anchor to anchor: matches some way apart, and those before and after a jump."""
    scan, text, length = (each.tolist() for each in (matches.scan, matches.text, matches.length))
    anchors = [0]
    for nth in range(1, len(scan)):
        last = anchors[-1]
        along, text_along = scan[nth] - scan[last], text[nth] - text[last]
        far = along >= _STRIDE and text_along >= 20 and length[nth] > k
        if far or abs(text_along - along) > 40:
            anchors.append(nth)
    for here, there in pairwise(anchors):
        yield from _plainly(scan[here], scan[there], text[here], text[there])
    last, end = anchors[-1], -1
    yield from _plainly(scan[last], scan[end] + length[end], text[last], text[end] + length[end])


def _plainly(scan_from: int, scan_to: int, text_from: int, text_to: int) -> Iterator[Stretch]:
    if scan_from < scan_to and text_from < text_to:
        yield np.arange(scan_from, scan_to), np.arange(text_from, text_to)


def _between(scan_from: int, scan_to: int, text_from: int, text_to: int) -> Iterator[Stretch]:
    """Between two chains that follow each other on both sides."""
    sizes = scan_to - scan_from, text_to - text_from
    ends = int(min(sizes) * 1.2) + 24
    if min(sizes) <= 0:
        return
    if max(sizes) < _STRIDE or max(sizes) <= 2 * ends + 50:
        yield from _plainly(scan_from, scan_to, text_from, text_to)
        return
    scan, text = np.arange(scan_from, scan_to), np.arange(text_from, text_to)
    if sizes[0] > sizes[1]:
        scan = np.concatenate([scan[:ends], scan[-ends:]])
    else:
        text = np.concatenate([text[:ends], text[-ends:]])
    yield scan, text


def _after(scan_from: int, scan_to: int, text_from: int, text_to: int) -> Iterator[Stretch]:
    sizes = _reach(scan_to - scan_from, text_to - text_from)
    yield from _plainly(scan_from, scan_from + sizes[0], text_from, text_from + sizes[1])


def _before(scan_from: int, scan_to: int, text_from: int, text_to: int) -> Iterator[Stretch]:
    sizes = _reach(scan_to - scan_from, text_to - text_from)
    yield from _plainly(scan_to - sizes[0], scan_to, text_to - sizes[1], text_to)


def _reach(scan: int, text: int) -> tuple[int, int]:
    """How far to compare beyond the end of a chain, where so much is free on both sides."""
    return (
        int(max(0, min(scan, text * 1.3 + 30, _FURTHEST))),
        int(max(0, min(text, scan * 1.3 + 30, _FURTHEST))),
    )
