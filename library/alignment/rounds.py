"""Rounds of seeding, chaining, choosing, extending and voting, from rare strings to common ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.alignment.certainty import judge
from library.alignment.chaining import Chain, chains_of
from library.alignment.choosing import chosen
from library.alignment.extending import Pairs, paired
from library.alignment.joined_words import Joins, Scan
from library.alignment.linking import add_links, votes_of
from library.alignment.normalising import Ints, Stream
from library.alignment.seeding import Index, exact_matches


@dataclass(frozen=True, slots=True)
class Pass:
    """One round: seeds of k characters that stand at `most` places, chains of `need` or more."""

    k: int
    need: int
    most: int


_PASSES = (Pass(12, 30, 2), Pass(8, 24, 8), Pass(6, 18, 6))
_HOLE = 3  # linked words that may lie within a stretch of unlinked ones
_SHORTEST = 5  # words of such a stretch


def joined(scan: Scan, text: Stream) -> Joins:
    """The first rounds take what is plain, the later ones look at what is left."""
    joins: Joins = [None] * len(text.lengths)
    text_left, scan_left = np.arange(len(text.lengths)), np.arange(len(scan.words))
    for nth, each in enumerate(_PASSES):
        if nth:
            judge(joins, scan, text.lengths)
            text_left = _stretches(np.array([found is None for found in joins]))
            used = np.ones(len(scan.words), bool)
            used[[word for found in joins if found for word in found.words]] = False
            scan_left = _stretches(used)
        if not len(text_left) or not len(scan_left):
            break
        pairs = _pairs(scan, scan_left, text.only(text_left), each)
        if len(pairs.text):
            add_links(joins, scan, text, votes_of(scan.stream, text, pairs))
    return joins


def _stretches(free: np.ndarray) -> Ints:
    """The words that lie in stretches of free ones, small holes left out."""
    words = np.flatnonzero(free)
    parts = np.split(words, np.flatnonzero(np.diff(words) > _HOLE) + 1)
    kept = [part for part in parts if len(part) >= _SHORTEST]
    return np.concatenate(kept) if kept else np.zeros(0, np.int64)


def _pairs(scan: Scan, words: Ints, text: Stream, each: Pass) -> Pairs:
    stream = scan.stream.only(words)
    chains = _chains(stream, text, _pieces(scan, words, stream), each)
    sizes = len(stream.text), len(text.text)
    pairs = paired(stream, text, chosen(chains, sizes, each.need), each.k)
    return Pairs(stream.place[pairs.scan], text.place[pairs.text])


def _pieces(scan: Scan, words: Ints, stream: Stream) -> Ints:
    """For each character, the piece it lies in: parts of the scan without a break."""
    breaks = np.zeros(len(scan.words), np.int64)
    breaks[words[1:]] = (np.diff(words) > _HOLE) | (np.diff(scan.pages[words]) != 0)
    return np.cumsum(breaks)[stream.owner]


def _chains(scan: Stream, text: Stream, pieces: Ints, each: Pass) -> list[Chain]:
    at, text_at = Index(text.codes, each.k).seeds(scan.codes, each.most)
    chains: list[Chain] = []
    piece = pieces[at]
    cuts = np.flatnonzero(np.diff(piece)) + 1
    for part in np.split(np.arange(len(at)), cuts):
        if len(part):
            matches = exact_matches(at[part], text_at[part], each.k)
            chains += chains_of(int(piece[part[0]]), matches, each.need)
    return chains
