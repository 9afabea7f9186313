"""The score of a link: √(similarity × context) × collinearity.

How alike the letters are, how well the words around are linked, and whether these stand
where they should.  `calibration` says what a score is worth.
"""

from __future__ import annotations

import numpy as np

from library.alignment.joined_words import Joins, Scan, first_words
from library.alignment.normalising import Flags, Floats, Ints
from library.model.link import LinkKind

_AROUND = 8  # words on either side that make the context
_NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
_NOWHERE = -(10**9)
_SHORT = 3  # letters of words that are found by chance
_LOOSE = 0.7  # what a short word is worth where it is not close to both its neighbours, or lies
# in a scan word that holds more: there it may be a letter further
_LOOSE_MARK = 0.6  # and a mark, where it is not close to them
_KERNEL = np.exp(-0.5 * (np.arange(-_AROUND, _AROUND + 1) / 3.5) ** 2)


def judge(joins: Joins, scan: Scan, lengths: Ints) -> None:
    """Give every link its raw score; drop those that have too little."""
    similarity = np.array([found.similarity if found else 0.0 for found in joins])
    context = _context(similarity, lengths)
    in_line = _collinearity(first_words(joins, _NOWHERE))
    own = np.where(lengths >= 4, similarity, 0.5 * similarity + 0.5 * context)
    score = np.sqrt(own * context) * (0.35 + 0.65 * in_line)
    loose = _loose(joins, scan, lengths)
    score[loose] *= np.where(lengths[loose] > 0, _LOOSE, _LOOSE_MARK)
    score[_small_shares(joins, lengths)] *= _LOOSE
    unbelievable = (in_line < 0.34) | ((context < 0.3) & (own < 0.75)) | (score < 0.15)
    for nth, found in enumerate(joins):
        if found:
            found.certainty = min(float(score[nth]), 1.0)
            if unbelievable[nth]:
                joins[nth] = None


def _context(similarity: Floats, lengths: Ints) -> Floats:
    """Mean similarity of the words around, by length and nearness; unlinked ones count 0."""
    around = _convolved(similarity * lengths)
    return around / (_convolved(lengths.astype(float)) + 1e-9)


def _convolved(values: Floats) -> Floats:
    return np.convolve(values, _KERNEL)[_AROUND : _AROUND + len(values)]


def _loose(joins: Joins, scan: Scan, lengths: Ints) -> Ints:
    """Short words and marks beside which a word of either side was passed over, or a page ends.

    What passes over a word is another word, never a mark.
    """
    worded, any_word = np.flatnonzero(lengths > 0), np.arange(len(lengths))
    ranks: Ints = np.cumsum(np.where(scan.stream.lengths > 0, 1, 0))
    short = worded[_apart(joins, scan, worded, ranks) & (lengths[worded] <= _SHORT)]
    marks = _apart(joins, scan, any_word, np.arange(len(scan.words))) & (lengths == 0)
    return np.concatenate([short, np.flatnonzero(marks)])


def _apart(joins: Joins, scan: Scan, words: Ints, ranks: Ints) -> Flags:
    """Which of these words of the text do not stand right beside both their neighbours."""
    founds = [joins[word] for word in words.tolist()]
    first = np.array([ranks[found.words[0]] if found else _NOWHERE for found in founds], np.int64)
    last = np.array([ranks[found.words[-1]] if found else _NOWHERE for found in founds], np.int64)
    pages = np.array([scan.pages[found.words[0]] if found else _NOWHERE for found in founds])
    step = first[1:] - last[:-1]
    close = ((step == 0) | (step == 1)) & (pages[1:] == pages[:-1])
    apart: Flags = ~(np.append(True, close) & np.append(close, True))
    return apart


def _small_shares(joins: Joins, lengths: Ints) -> Ints:
    """The short words that have but a part of a scan word."""
    return np.array(
        [
            nth
            for nth, found in enumerate(joins)
            if found and found.kind is LinkKind.PART and lengths[nth] <= _SHORT
        ],
        np.int64,
    )


def _collinearity(first: Ints) -> Floats:
    """The share of the words nearby that stand as far away on the scan as in the text."""
    agreeing, there = np.zeros(len(first)), np.zeros(len(first))
    for step in _NEIGHBOURS:
        other = np.full(len(first), _NOWHERE)
        if step > 0:
            other[:-step] = first[step:]
        else:
            other[-step:] = first[:step]
        linked = (other >= 0) & (first >= 0)
        weight = 1.5 if abs(step) == 1 else 1.0
        near = np.abs(other - first - step) <= 2 + 0.5 * abs(step)
        there += weight * linked
        agreeing += weight * (linked & near)
    return np.where(there > 0, agreeing / np.maximum(there, 1), 0.0)
