"""From pairs of characters to pairs of words: every pair is a vote.

A word may lie in several scan words (broken at the end of a line, or by recognition), and
a scan word may hold several words (lost spaces), of which each then gets its share.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from library.alignment.extending import Pairs
from library.alignment.joined_words import Found, Joins, Scan
from library.alignment.normalising import Flags, Ints, Stream
from library.model.link import LinkKind

_FURTHEST = 3  # scan words that may lie between the parts of one word
_MUCH_LONGER = 1.45  # a scan word so much longer holds more than this word


@dataclass(frozen=True, eq=False)
class Votes:
    """For each pair of a text word and a scan word, by text word: what speaks for it."""

    text_words: Ints
    scan_words: Ints
    equal: Ints  # characters that are the same
    paired: Ints  # characters that stand for each other
    first: Ints  # first and last character within the scan word
    last: Ints

    def at(self, which: Flags | Ints) -> Votes:
        return Votes(
            self.text_words[which],
            self.scan_words[which],
            self.equal[which],
            self.paired[which],
            self.first[which],
            self.last[which],
        )


def votes_of(scan: Stream, text: Stream, pairs: Pairs) -> Votes:
    order = np.lexsort((pairs.scan, text.owner[pairs.text]))
    pairs = pairs.at(order)
    text_words, scan_words = text.owner[pairs.text], scan.owner[pairs.scan]
    new = np.ones(len(order), bool)
    new[1:] = (np.diff(text_words) != 0) | (np.diff(scan_words) != 0)
    begins = np.flatnonzero(new)
    ends = np.append(begins[1:], len(order)) - 1
    equal = (scan.codes[pairs.scan] == text.codes[pairs.text]).astype(np.int64)
    votes = Votes(
        text_words[begins],
        scan_words[begins],
        np.add.reduceat(equal, begins) if len(begins) else begins,
        ends - begins + 1,
        pairs.scan[begins] - scan.starts[scan_words[begins]],
        pairs.scan[ends] - scan.starts[scan_words[begins]],
    )
    return votes.at(_believable(votes, scan, text))


def _believable(votes: Votes, scan: Stream, text: Stream) -> Flags:
    """Half the letters of the shorter word are the same, or nearly all stand in pairs."""
    lengths = text.lengths[votes.text_words], scan.lengths[votes.scan_words]
    shorter = np.minimum(*lengths)
    same, paired = votes.equal / shorter, votes.paired / shorter
    alike = votes.paired / np.maximum(*lengths)
    return (same >= 0.5) | ((paired >= 0.75) & (same >= 0.3)) | (alike >= 0.6)


def add_links(joins: Joins, scan: Scan, text: Stream, votes: Votes) -> None:
    """Link the words that have votes and no link yet."""
    lengths, scan_lengths = text.lengths.tolist(), scan.stream.lengths.tolist()
    cuts = np.flatnonzero(np.diff(votes.text_words)) + 1
    rows = list(
        zip(
            votes.scan_words.tolist(),
            votes.equal.tolist(),
            votes.paired.tolist(),
            votes.first.tolist(),
            votes.last.tolist(),
            _shared(votes).tolist(),
            strict=True,
        )
    )
    bounds = [0, *cuts.tolist(), len(rows)] if rows else []
    for begin, end in pairwise(bounds):
        word = int(votes.text_words[begin])
        if joins[word] is None:
            joins[word] = _found(rows[begin:end], lengths[word], scan_lengths)


Row = tuple[int, int, int, int, int, bool]  # scan word, equal, paired, first, last, shared


def _shared(votes: Votes) -> Flags:
    """Whether another word of the text lies in the same scan word."""
    claims = votes.paired >= 2  # one letter may be chance
    counts = np.bincount(votes.scan_words, claims)
    shared: Flags = counts[votes.scan_words] - claims >= 1
    return shared


def _found(rows: list[Row], length: int, scan_lengths: list[int]) -> Found:
    rows = _together(rows)
    words, spans, equal, theirs = [], [], 0, 0
    kind = LinkKind.WORD
    for word, same, _, first, last, shared in rows:
        size = scan_lengths[word]
        span = (0.0, 1.0)
        taken = last - first + 1
        longer = size > length * _MUCH_LONGER + 1 and taken < 0.75 * size
        if longer or (shared and taken < size):
            span, kind = _share(first, last, length, size), LinkKind.PART
        words.append(word)
        spans.append(span)
        equal += same
        theirs += size
    if kind is LinkKind.PART:
        return Found(words, spans, min(equal / length, 1.0), kind)
    return Found(words, spans, 2 * equal / (length + max(theirs, equal)), kind)


def _together(rows: list[Row]) -> list[Row]:
    """The scan words that have a fair share of the votes and stand close to the strongest."""
    strongest = max(rows, key=lambda row: (row[1], row[2]))
    kept = [row for row in rows if row[1] >= 0.2 * strongest[1] or row[1] >= 3]
    at = kept.index(strongest)
    begin, end = at, at + 1
    while begin > 0 and kept[begin][0] - kept[begin - 1][0] <= _FURTHEST:
        begin -= 1
    while end < len(kept) and kept[end][0] - kept[end - 1][0] <= _FURTHEST:
        end += 1
    return kept[begin:end]


def _share(first: int, last: int, length: int, size: int) -> tuple[float, float]:
    """The part of a merged scan word that a word of this length takes."""
    missing = max(length - (last - first + 1), 0)
    first = max(0, first - missing // 2)
    last = max(last, min(size - 1, first + length - 1))
    return first / size, (last + 1) / size
