"""Which of the chains are believed, where several claim the same place.

The longest come first; one that continues where a chain of the same page or of the next
one ends is worth more.  What has been taken is not given twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from library.alignment.chaining import Chain
from library.alignment.normalising import Flags

_CONTINUES = 500  # characters that the gaps of scan and text may differ by
_OVERLAP = 20
_MOST_SHIFT = 160  # a larger jump within a chain breaks it


def chosen(chains: Sequence[Chain], sizes: tuple[int, int], need: float) -> list[Chain]:
    """Chains that do not conflict, by their place on the scan.  `sizes`: of scan and text."""
    worth = _worth(chains)
    scan_taken, text_taken = (np.zeros(size + 1, bool) for size in sizes)
    kept: list[Chain] = []
    for nth in sorted(range(len(chains)), key=lambda nth: -worth[nth]):
        matches = chains[nth].matches
        scan_last, text_last = (
            start + matches.length - 1 for start in (matches.scan, matches.text)
        )
        taken = scan_taken[matches.scan] | scan_taken[scan_last]
        taken |= text_taken[matches.text] | text_taken[text_last]
        free = matches.at(np.flatnonzero(~taken))
        if free.length.sum() < max(need, 0.3 * matches.length.sum()):
            continue
        chain = Chain(chains[nth].piece, chains[nth].score, free)
        for part in _unbroken(chain, scan_taken, text_taken):
            if part.matches.length.sum() >= need:
                scan_taken[slice(*part.scan_span)] = True
                text_taken[slice(*part.text_span)] = True
                kept.append(part)
    return sorted(kept, key=lambda chain: chain.scan_span)


def _worth(chains: Sequence[Chain]) -> list[float]:
    by_piece: dict[int, list[Chain]] = {}
    for chain in chains:
        by_piece.setdefault(chain.piece, []).append(chain)
    return [
        chain.score
        + max(
            (
                0.5 * min(chain.score, other.score)
                for piece in (chain.piece - 1, chain.piece, chain.piece + 1)
                for other in by_piece.get(piece, ())
                if other is not chain and _continues(chain, other)
            ),
            default=0.0,
        )
        for chain in chains
    ]


def _continues(chain: Chain, other: Chain) -> bool:
    first, second = sorted((chain, other), key=lambda each: each.scan_span)
    scan_gap = second.scan_span[0] - first.scan_span[1]
    text_gap = second.text_span[0] - first.text_span[1]
    return text_gap > -_OVERLAP and abs(text_gap - scan_gap) < _CONTINUES


def _unbroken(chain: Chain, scan_taken: Flags, text_taken: Flags) -> Iterator[Chain]:
    """The parts of a chain between which nothing else has been placed."""
    scan, text = chain.matches.scan, chain.matches.text
    jumps = np.abs(np.diff(text - scan)) > _MOST_SHIFT
    for taken, places in ((scan_taken, scan), (text_taken, text)):
        so_far = np.cumsum(taken[places[0] : places[-1] + 1])
        jumps |= np.diff(so_far[places - places[0]]) > 0
    for part in np.split(np.arange(len(scan)), np.flatnonzero(jumps) + 1):
        yield Chain(chain.piece, chain.score, chain.matches.at(part))
