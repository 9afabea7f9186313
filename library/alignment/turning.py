"""Pages that were scanned askew, on their side or upside down, as if they stood upright.

Where lines slant, those at the bottom of a page seem to be set in, and longer ones to stand
lower than they do.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median

from library.alignment.ordering import Line, lines_of
from library.alignment.writing_direction import runs_from_right
from library.model.geometry import Box
from library.model.link import ScanPageWords

_RIGHT, _DOWN, _LEFT, _UP = range(4)  # where the writing runs to; also quarters of a turn

_ENOUGH = 4  # words of a line that tells how the page slants
_STEEPEST = 0.2  # what a line goes down in its length; what is more is no slant


def straightened(page: ScanPageWords) -> ScanPageWords:
    """The page, which stands upright, with its lines level; boxes may lie beyond its edge."""
    slant = _slant(page)
    down = slant * page.size[0] / page.size[1]
    across = slant * page.size[1] / page.size[0]
    if slant == 0:
        return page
    return replace(
        page,
        words=tuple(replace(word, box=_levelled(word.box, down, across)) for word in page.words),
    )


def _levelled(box: Box, down: float, across: float) -> Box:
    drop = down * (box.left + box.right) / 2
    shift = across * (box.top + box.bottom) / 2
    return Box(box.left + shift, box.top - drop, box.right + shift, box.bottom - drop)


def _slant(page: ScanPageWords) -> float:
    """How far lines go down for each point to the right."""
    slants = []
    for line in lines_of(page):
        across, down = _way(line, page.size)
        if len(line) >= _ENOUGH and abs(down) < _STEEPEST * abs(across):
            slants.append(down / across)
    return median(slants) if slants else 0.0


def upright(page: ScanPageWords) -> ScanPageWords:
    """The page turned so that its lines run as its script does, the words in the same order.

    Which way the page lies shows in the order in which the words of its lines were read.
    """
    quarters = _quarters(page)
    if quarters == 0:
        return page
    words = tuple(replace(word, box=_turned(word.box, quarters)) for word in page.words)
    size = page.size if quarters == _LEFT else page.size[::-1]
    return replace(page, words=words, size=size)


def _quarters(page: ScanPageWords) -> int:
    """By how many quarters the page was turned clockwise."""
    courses: Counter[int] = Counter()
    for line in lines_of(page):
        if len(line) > 1:
            courses[_course(line, page.size)] += len(line)
    return courses.most_common(1)[0][0] if courses else 0


def _course(line: Line, size: tuple[float, float]) -> int:
    across, down = _way(line, size)
    if abs(across) >= abs(down):
        course = _RIGHT if across > 0 else _LEFT
    else:
        course = _DOWN if down > 0 else _UP
    directions = [runs_from_right(word.text) for word in line]
    if directions.count(True) <= directions.count(False):
        return course
    # Some engines tell the words of such a line in the order in which they are seen.
    return _RIGHT if course in (_RIGHT, _LEFT) else (course + 2) % 4


def _way(line: Line, size: tuple[float, float]) -> tuple[float, float]:
    """From the first word to the last: to the right, and down; in points."""
    first, last = line[0].box, line[-1].box
    across = (last.left + last.right - first.left - first.right) / 2 * size[0]
    return across, (last.top + last.bottom - first.top - first.bottom) / 2 * size[1]


def _turned(box: Box, quarters: int) -> Box:
    """The box on the page turned back, against the clock, by so many quarters."""
    if quarters == _DOWN:
        return Box(box.top, 1 - box.right, box.bottom, 1 - box.left)
    if quarters == _LEFT:
        return Box(1 - box.right, 1 - box.bottom, 1 - box.left, 1 - box.top)
    return Box(1 - box.bottom, box.left, 1 - box.top, box.right)
