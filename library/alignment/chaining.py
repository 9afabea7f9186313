"""Matches that follow one another on scan and text, as chains.

The score of a chain is the number of characters it covers, less a cost for gaps, as in
minimap (Li 2016).  Chains are made for one scan page at a time, so that pages may be
missing, swapped or doubled.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.alignment.normalising import Flags, Floats, Ints
from library.alignment.seeding import Matches

_BACK = 80  # how many matches before it may be followed by one
_MAX_GAP = 900  # characters
_MOST_MATCHES = 1500  # of a page; more are repeated text, of which the longest tell enough
_MOST_CHAINS = 10
_ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Chain:
    """Matches in order, on one piece of the scan."""

    piece: int
    score: float
    matches: Matches

    @property
    def scan_span(self) -> tuple[int, int]:
        return _span(self.matches.scan, self.matches.length)

    @property
    def text_span(self) -> tuple[int, int]:
        return _span(self.matches.text, self.matches.length)


def _span(starts: Ints, lengths: Ints) -> tuple[int, int]:
    return int(starts[0]), int(starts[-1] + lengths[-1])


def chains_of(piece: int, matches: Matches, need: float) -> list[Chain]:
    """The best chains of one piece of the scan, that cover `need` characters or more."""
    matches = _longest(matches)
    matches = matches.at(np.lexsort((matches.text, matches.scan)))
    left = np.arange(len(matches))
    found: list[Chain] = []
    for _ in range(_ROUNDS):
        some = matches.at(left)
        scores, before = _scores(some)
        used = np.zeros(len(some), bool)
        chains = _traced(piece, some, scores, before, used, need)
        found += chains
        left = left[~used]
        if not chains or not len(left) or len(found) >= _MOST_CHAINS:
            break
    return found[:_MOST_CHAINS]


def _longest(matches: Matches) -> Matches:
    if len(matches) <= _MOST_MATCHES:
        return matches
    return matches.at(np.argsort(-matches.length, kind="stable")[:_MOST_MATCHES])


def _scores(matches: Matches) -> tuple[Floats, Ints]:
    """For each match the score of the best chain that ends with it, and what comes before."""
    scan, text = matches.scan.astype(float), matches.text.astype(float)
    length, diagonal = matches.length.astype(float), text - scan
    scan_ends, text_ends = scan + length, text + length
    scores, before = length.copy(), np.full(len(scan), -1)
    for here in range(1, len(scan)):
        back = slice(max(0, here - _BACK), here)
        shift = np.abs(diagonal[here] - diagonal[back])
        scan_gap, text_gap = scan[here] - scan_ends[back], text[here] - text_ends[back]
        gap = np.minimum(scan_gap, text_gap)
        so_far = scores[back] + np.minimum(gap, 0.0)
        so_far -= np.minimum(0.35 * shift, 13 + 0.01 * shift) + 0.004 * (scan[here] - scan[back])
        follows = (text[back] < text[here]) & (scan[back] < scan[here])
        follows &= np.maximum(scan_gap, text_gap) < _MAX_GAP
        so_far[~follows] = 0.0
        best = int(so_far.argmax())
        if so_far[best] > 0:
            scores[here] += so_far[best]
            before[here] = back.start + best
    return scores, before


def _traced(
    piece: int, matches: Matches, scores: Floats, before: Ints, used: Flags, need: float
) -> list[Chain]:
    """Chains from the best end on, each match in one chain only; marks what is `used`."""
    chains = []
    for end in np.argsort(-scores, kind="stable")[:60]:
        if used[end] or scores[end] < need:
            continue
        members, here = [], int(end)
        while here >= 0 and not used[here]:
            members.append(here)
            used[here] = True
            here = int(before[here])
        score = float(scores[end] - (scores[here] if here >= 0 else 0.0))
        if score >= need:
            chains.append(Chain(piece, score, matches.at(np.array(members[::-1]))))
    return chains
