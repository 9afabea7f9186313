"""The score of a link: similarity × context × collinearity.

How alike the letters are, how well the words around are linked, and whether these stand
where they should.  `calibration` says what a score is worth.
"""

from __future__ import annotations

import numpy as np

from library.alignment.joined_words import Joins, Scan, first_words
from library.alignment.normalising import Floats, Ints
from library.model.link import LinkKind

_AROUND = 8  # words on either side that make the context
_NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
_NOWHERE = -(10**9)
_SHORT = 3  # letters of words that are found by chance
_LOOSE = 0.7  # what a short word is worth where it is not close to both its neighbours, or lies
# in a scan word that holds more: there it may be a letter further
_KERNEL = np.exp(-0.5 * (np.arange(-_AROUND, _AROUND + 1) / 3.5) ** 2)


def judge(joins: Joins, scan: Scan, lengths: Ints) -> None:
    """Give every link its raw score; drop those that have too little."""
    similarity = np.array([found.similarity if found else 0.0 for found in joins])
    context = _context(similarity, lengths)
    in_line = _collinearity(first_words(joins, _NOWHERE))
    own = np.where(lengths >= 4, similarity, 0.5 * similarity + 0.5 * context)
    score = (0.5 * own + 0.5 * context) * (0.35 + 0.65 * in_line)
    score[_loose(joins, scan, lengths)] *= _LOOSE
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
    """The short words beside which a word of either side has been passed over, or a page ends."""
    ranks = np.cumsum(scan.stream.lengths > 0)  # words without letters are not counted
    words = np.flatnonzero(lengths > 0)
    founds = [joins[word] for word in words]
    first = np.array([ranks[found.words[0]] if found else _NOWHERE for found in founds], np.int64)
    last = np.array([ranks[found.words[-1]] if found else _NOWHERE for found in founds], np.int64)
    pages = np.array([scan.pages[found.words[0]] if found else _NOWHERE for found in founds])
    step = first[1:] - last[:-1]
    close = ((step == 0) | (step == 1)) & (pages[1:] == pages[:-1])
    both = np.append(True, close) & np.append(close, True)
    loose: Ints = words[~both & (lengths[words] <= _SHORT)]
    return loose


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
