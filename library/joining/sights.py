"""What an engine saw of one word: which letters, at which steps, with what chance.

Letters are plain: without case and accents (see `normalising.plain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz.distance import Editop, Levenshtein

from library.alignment.normalising import plain
from library.model.geometry import Box
from library.model.scan_line import COST_UNIT, ScanLine

_AROUND = 1.5  # steps before and after a word's box that may show its letters
_BEST = 0.5  # chance from which a letter is what was read
_NEAR = 1  # steps a letter may be off
_OUTSIDE = 3  # steps before the first and after the last letter

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sight:
    """A letter that may stand at a step."""

    step: int
    letter: str
    chance: float


def sights_of(line: ScanLine, box: Box, size: Size) -> list[Sight]:
    """What was seen along the part of a line that a word's box covers."""
    first, last = _steps(line, box, size)
    seen = zip(line.places, line.characters, line.costs, strict=True)
    return [
        Sight(step, plain(character), exp(-cost * COST_UNIT))
        for step, character, cost in seen
        if first - _AROUND <= step <= last + _AROUND
    ]


def _steps(line: ScanLine, box: Box, size: Size) -> tuple[float, float]:
    """From where to where the line covers a box: the box's corners, seen along the line."""
    (x, y), (end_x, end_y) = line.corners[:2]
    along = (end_x - x) * size[0], (end_y - y) * size[1]
    length = along[0] ** 2 + along[1] ** 2 or 1.0
    parts = [
        ((u - x) * size[0] * along[0] + (v - y) * size[1] * along[1]) / length
        for u in (box.left, box.right)
        for v in (box.top, box.bottom)
    ]
    return min(parts) * line.steps, max(parts) * line.steps


def chance_of(word: str, read: str, sights: Sequence[Sight]) -> float | None:
    """How likely one of the letters is that make `word` of what was `read`: the least likely.

    Both are plain.  None where the sights do not show what was read.
    """
    letters = _read(sights)
    if "".join(sight.letter for sight in letters) != read or len(letters) != len(read):
        return None
    return min(
        (_chance(edit, word, letters, sights) for edit in Levenshtein.editops(read, word)),
        default=1.0,
    )


def _read(sights: Iterable[Sight]) -> list[Sight]:
    """The letters that were read; one seen at steps that follow each other stands once."""
    letters: list[Sight] = []
    last = -2
    for sight in sights:
        if not sight.letter or sight.chance < _BEST:
            continue
        goes_on = letters and sight.step == last + 1 and letters[-1].letter == sight.letter
        if not goes_on:
            letters.append(sight)
        elif sight.chance > letters[-1].chance:
            letters[-1] = sight
        last = sight.step
    return letters


def _chance(edit: Editop, word: str, letters: Sequence[Sight], sights: Iterable[Sight]) -> float:
    """How likely one difference between what was read and the word is no difference."""
    if edit.tag == "delete":  # the word lacks a letter that was read
        return 1 - letters[edit.src_pos].chance
    first, last = _room(edit, letters)
    wanted = word[edit.dest_pos]
    here = (sight for sight in sights if first <= sight.step <= last)
    return max((sight.chance for sight in here if sight.letter == wanted), default=0.0)


def _room(edit: Editop, letters: Sequence[Sight]) -> tuple[int, int]:
    """The steps between which another letter would have been seen."""
    at = edit.src_pos
    if edit.tag == "replace":
        return letters[at].step - _NEAR, letters[at].step + _NEAR
    before = letters[at - 1].step if at else letters[0].step - _OUTSIDE
    after = letters[at].step if at < len(letters) else letters[-1].step + _OUTSIDE
    return before, after
