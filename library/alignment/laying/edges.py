"""Whether a word may begin or end at a column: not where a letter stands right beside it."""

from __future__ import annotations

import numpy as np

from library.alignment.laying.columns import Columns
from library.alignment.normalising import Flags, Floats, Ints

_CLOSE = 1.5  # nats that it costs a word to stand right beside a letter
_SEEN = 0.3  # chance from which a letter, or a space, is thought to stand there
_APART = 1.6  # times as far as letters usually stand from each other


def edges_of(columns: Columns) -> tuple[Floats, Floats]:
    """What it costs to begin a word at each column, and to have ended one before it.

    Spaces, and the ends of lines, make it free; so does being far from the next letter.
    """
    letters = columns.chances.max(1, initial=0) > _SEEN
    spaces = columns.spaces > _SEEN
    reach = _APART * _step(np.flatnonzero(letters))
    parts = columns.parts
    before = _close(letters, spaces, parts, reach)
    behind = _close(letters[::-1], spaces[::-1], parts[::-1], reach)[::-1]
    begins = np.diff(parts, prepend=-1) != 0
    entering = np.where(begins, False, np.roll(before, 1))
    return -_CLOSE * entering, -_CLOSE * np.where(begins, False, behind)


def _step(letters: Ints) -> float:
    return float(np.median(np.diff(letters))) if len(letters) > 1 else 1.0


def _close(letters: Flags, spaces: Flags, parts: Ints, reach: float) -> Flags:
    """For each column: whether what was last seen, there or before, is a letter nearby."""
    places = np.arange(len(letters))
    last = np.maximum.accumulate(np.where(letters | spaces, places, -1))
    close: Flags = (last >= 0) & letters[last] & ~spaces[last] & (places - last < reach)
    close &= parts[last] == parts
    return close
