"""What an engine saw along parts of lines, as one series of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from library.alignment.laying.glyphs import BLANK, glyph
from library.alignment.normalising import Floats, Ints
from library.model.scan_line import COST_UNIT, ScanLine

_BREAKS = frozenset("-.,:;'\"")  # what the mark of a broken word is read as
_SEEN = 0.2  # chance from which a mark at the end of a line is such a one
_FAINT = 1e-6

Part = tuple[ScanLine, int, int]  # a line, the first of its steps and the one behind the last


@dataclass(frozen=True, eq=False)
class Columns:
    """`chances` has for each column (row) that of every glyph in `alphabet`, `none` that of
    no glyph, or a space, `spaces` that of a space alone; `parts` says of which part a column
    is, `steps` which of its line's.
    """

    chances: Floats
    none: Floats
    spaces: Floats
    alphabet: str
    parts: Ints
    steps: Ints


@dataclass(frozen=True, eq=False)
class _Sights:
    places: Ints
    glyphs: str
    chances: Floats


@lru_cache(maxsize=4096)
def _sights(line: ScanLine) -> _Sights:
    costs = np.frombuffer(line.costs, np.uint8) * COST_UNIT
    looks = "".join(glyph(character) or BLANK for character in line.characters)
    return _Sights(np.array(line.places, np.int64), looks, np.exp(-costs))


def columns_of(parts: Sequence[Part]) -> Columns:
    sizes = [end - start for _, start, end in parts]
    begins = (np.cumsum(sizes) - sizes).tolist()
    rows, looks, chances = [], [], []
    for (line, start, end), begin in zip(parts, begins, strict=True):
        sights = _sights(line)
        first, last = np.searchsorted(sights.places, (start, end))
        rows.append(sights.places[first:last] - start + begin)
        looks.append(sights.glyphs[first:last])
        chances.append(sights.chances[first:last])
    alphabet = "".join(sorted({BLANK, *"".join(looks)}))
    number = {look: nth for nth, look in enumerate(alphabet)}
    matrix = np.zeros((sum(sizes), len(alphabet)))
    which = np.array([number[look] for look in "".join(looks)], np.int64)
    np.add.at(matrix, (np.concatenate(rows), which), np.concatenate(chances))
    spaces = matrix[:, number[BLANK]].copy()
    none = (1 - matrix.sum(1) + spaces).clip(_FAINT, 1)
    matrix[:, number[BLANK]] = 0
    for (line, _, end), begin, size in zip(parts, begins, sizes, strict=True):
        if end >= int(line.steps):
            _forgive_break(matrix[begin : begin + size], none[begin : begin + size], alphabet)
    steps = np.concatenate([np.arange(start, end) for _, start, end in parts])
    return Columns(matrix, none, spaces, alphabet, np.repeat(np.arange(len(parts)), sizes), steps)


def _forgive_break(chances: Floats, none: Floats, alphabet: str) -> None:
    """A mark at the end of a line may part a word: within it, it counts as nothing."""
    at = np.flatnonzero(chances.max(1, initial=0) > _SEEN)
    if len(at) and alphabet[int(chances[at[-1]].argmax())] in _BREAKS:
        none[at[-1] :] = np.maximum(none[at[-1] :], chances[at[-1] :].max(1))
