"""The words of a line in the order in which they are read, whichever way its script runs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from unicodedata import bidirectional

from library.alignment.ordering import Line
from library.model.link import ScanWord

_FROM_THE_RIGHT = "R", "AL"  # Hebrew, and Arabic


def in_logical_order(line: Line) -> Line:
    """From the left, or from the right where most words are in a script that runs so.

    In such a line, words in a script that runs from the left keep their own order among
    each other.
    """
    directions = [runs_from_right(word.text) for word in line]
    if directions.count(True) <= directions.count(False):
        return tuple(sorted(line, key=lambda word: word.box.left))
    return tuple(_from_right(line))


def _from_right(line: Line) -> Iterable[ScanWord]:
    words = sorted(line, key=lambda word: word.box.right, reverse=True)
    for from_left, run in groupby(words, key=lambda word: runs_from_right(word.text) is False):
        some = list(run)
        yield from reversed(some) if from_left else some


def runs_from_right(word: str) -> bool | None:
    """None for numbers and marks, which run with the words around them."""
    for letter in word:
        direction = bidirectional(letter)
        if direction in _FROM_THE_RIGHT:
            return True
        if direction == "L":
            return False
    return None
