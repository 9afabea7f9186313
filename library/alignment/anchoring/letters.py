"""Letters that an old and a new text have in common between two fixed points."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from library.alignment.anchoring.blocks import Block, Stretch

_MOST = 10**8  # pairs of letters that are compared at once: it takes 25 MB and some 10 ms
_LIKE = 0.4  # of the letters: those of unrelated texts are alike by .3
_FITTING = 65  # per cent: a short stretch within a much longer one
_ENDS = 4000  # characters at the beginning and the end by which very long words are judged
_SHORTEST = 6  # characters that are looked for in a longer stretch


def equal_letters(old: str, new: str, here: Stretch, there: Stretch) -> Iterator[Block]:
    """Equal letters of two stretches, in order; none where they have little in common."""
    ours, theirs = old[slice(*here)], new[slice(*there)]
    if ours == theirs:
        yield Block(here[0], there[0], len(ours))
    elif ours and theirs and len(ours) * len(theirs) <= _MOST:
        shift, new_shift, ours, theirs = _fitted(ours, theirs)
        if Levenshtein.normalized_similarity(ours, theirs) >= _LIKE:
            yield from letter_blocks(ours, theirs, here[0] + shift, there[0] + new_shift)


def letter_blocks(ours: str, theirs: str, at: int = 0, new_at: int = 0) -> Iterator[Block]:
    """Equal letters by a shortest series of edits; the stretches begin at `at`, `new_at`."""
    for found in Levenshtein.opcodes(ours, theirs):
        if found.tag == "equal":
            length = found.src_end - found.src_start
            yield Block(at + found.src_start, new_at + found.dest_start, length)


def _fitted(ours: str, theirs: str) -> tuple[int, int, str, str]:
    """What to compare: of a stretch that is much the longer, the part that fits the other."""
    shorter, longer = sorted((ours, theirs), key=len)
    if len(longer) <= 1.5 * len(shorter) + 16:
        return 0, 0, ours, theirs
    found = fuzz.partial_ratio_alignment(shorter, longer, score_cutoff=_FITTING)
    if found is None or len(shorter) < _SHORTEST:
        return 0, 0, "", ours + theirs
    part = longer[found.dest_start : found.dest_end]
    if shorter is ours:
        return 0, found.dest_start, ours, part
    return found.dest_start, 0, part, theirs


def alike(one: str, other: str) -> float:
    """0..1: the share of letters that need no edit (Levenshtein 1966)."""
    return Levenshtein.normalized_similarity(_ends(one), _ends(other))


def _ends(text: str) -> str:
    return text if len(text) <= 2 * _ENDS else text[:_ENDS] + text[-_ENDS:]
