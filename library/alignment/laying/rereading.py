"""Reading again, with the text in hand, where words are not surely joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from library.alignment.calibration import calibrated
from library.alignment.joined_words import Joins, Scan
from library.alignment.laying.columns import Columns, columns_of
from library.alignment.laying.gaps import Gap, gaps, taken_words
from library.alignment.laying.glyphs import glyphs
from library.alignment.laying.laying import Laid, lay
from library.alignment.laying.misreadings import Misreadings
from library.alignment.laying.parts import Line, Part, Tracks, parts_of
from library.model.link import LinkKind

_SURE = 0.9
_TELLING = 0.5  # score from which a join tells what is misread
_PER_STEP = 0.9  # characters that fit on a step
_ROOM = 60  # more characters of text may be tried than fit
_LARGEST = 20_000_000  # letters times steps of a gap
_MOST = 200_000_000  # of all gaps: a few seconds


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or what of it stands on one line: from its first letter's step to its last's."""

    line: Line
    start: int
    end: int
    letters: str
    likeness: float  # 0..1


@dataclass(frozen=True, eq=False)
class _Task:
    parts: list[Part]
    columns: Columns
    spelled: Mapping[int, str]  # by word of the text

    @property
    def size(self) -> int:
        return len(self.columns.none) * sum(map(len, self.spelled.values()))


def reread(
    words: Sequence[str], scan: Scan, joins: Joins, tracks: Tracks
) -> dict[int, list[Piece]]:
    """For words of the text that are not surely joined: where they stand, if that is seen."""
    tasks = _affordable(list(_tasks(words, scan, joins, tracks)))
    if not tasks:
        return {}
    misread = Misreadings(_read(words, scan, joins))
    spelled = [(list(task.spelled.values()), task.columns) for task in tasks]
    return {
        word: _pieces(task, letters, place)
        for task, places in zip(tasks, lay(spelled, misread), strict=True)
        for (word, letters), place in zip(task.spelled.items(), places, strict=True)
        if place
    }


def _tasks(words: Sequence[str], scan: Scan, joins: Joins, tracks: Tracks) -> Iterator[_Task]:
    scores = np.array([found.certainty if found else 0.0 for found in joins])
    sure = (calibrated(scores) >= _SURE).tolist()
    taken = taken_words(joins, sure, scan)
    for gap in gaps(joins, sure, scan):
        parts = parts_of(gap, tracks, taken)
        steps = sum(part.end - part.start for part in parts)
        spelled = {nth: glyphs(words[nth]) for nth in _near(words, gap, steps)}
        spelled = {nth: letters for nth, letters in spelled.items() if letters}
        size = steps * sum(map(len, spelled.values()))
        if 0 < size <= _LARGEST:
            lines = [(tracks[part.line].line, part.start, part.end) for part in parts]
            yield _Task(parts, columns_of(lines), spelled)


def _affordable(tasks: Sequence[_Task]) -> list[_Task]:
    """All of them, or the smaller ones where all would take too long."""
    ordered = sorted(tasks, key=lambda task: task.size)
    sizes = np.cumsum([task.size for task in ordered])
    return ordered[: int((sizes <= _MOST).sum())]


def _near(words: Sequence[str], gap: Gap, steps: int) -> Sequence[int]:
    """The words of the gap; of a long one those next to its ends, as many as may fit."""
    numbers = range(gap.begin, gap.end)
    room = steps * _PER_STEP + _ROOM
    if sum(len(words[nth]) for nth in numbers) <= room:
        return numbers
    ends = (gap.after is not None) + (gap.before is not None)
    room /= max(ends, 1)
    head = _first(words, numbers, room) if gap.after is not None else []
    tail = _first(words, numbers[::-1], room) if gap.before is not None else []
    return sorted({*head, *tail})


def _first(words: Sequence[str], numbers: range, room: float) -> list[int]:
    lengths = np.cumsum([len(words[nth]) for nth in numbers])
    return list(numbers[: int((lengths <= room).sum())])


def _read(words: Sequence[str], scan: Scan, joins: Joins) -> Iterator[tuple[str, str]]:
    for word, found in zip(words, joins, strict=True):
        if found and found.certainty >= _TELLING and found.kind is LinkKind.WORD:
            yield word, "".join(scan.words[number].text for number in found.words)


def _pieces(task: _Task, letters: str, place: Laid) -> list[Piece]:
    """The word by the parts of lines it stands on."""
    columns, likeness = np.array(place.columns), np.array(place.likeness)
    where = task.columns.parts[columns]
    pieces = []
    for part in np.unique(where).tolist():
        here = np.flatnonzero(where == part)
        steps = task.columns.steps[columns[here]]
        pieces.append(
            Piece(
                task.parts[part].line,
                int(steps[0]),
                int(steps[-1]),
                letters[here[0] : here[-1] + 1],
                float(likeness[here].mean()),
            )
        )
    return pieces
