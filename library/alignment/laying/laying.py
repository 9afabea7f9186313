"""Words laid upon columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from library.alignment.laying.columns import Columns
from library.alignment.laying.edges import edges_of
from library.alignment.laying.misreadings import Misreadings
from library.alignment.laying.walking import FROM_BLANK, FROM_WORD, STAYED, Task, Walk, walks
from library.alignment.normalising import Floats

WORST = 4.5  # nats: the most that a letter, or nothing within a word, may be unlikelier
_LARGEST = 6_000_000  # letters times columns that are walked over at once


@dataclass(frozen=True, slots=True)
class Laid:
    """A word on its columns: for each letter its column, and how likely it is there (0..1, as
    the engine's best guess is 1)."""

    columns: tuple[int, ...]
    likeness: tuple[float, ...]


def lay(
    spelled: Sequence[tuple[Sequence[str], Columns]], misread: Misreadings
) -> list[list[Laid | None]]:
    """For each series of words, as glyphs, and its columns: the words' places, None for what
    does not stand there."""
    tasks = [_task(words, columns, misread) for words, columns in spelled]
    found: dict[int, list[Laid | None]] = {}
    for batch in _batches(tasks):
        for nth, walk in zip(batch, walks([tasks[nth] for nth in batch]), strict=True):
            found[nth] = _traced(tasks[nth], walk)
    return [found[nth] for nth in range(len(tasks))]


def _batches(tasks: Sequence[Task]) -> Iterator[list[int]]:
    """Tasks of like length together, as many as there is room for."""
    order = sorted(range(len(tasks)), key=lambda nth: -len(tasks[nth].blanks))
    batch: list[int] = []
    letters = 0
    for nth in order:
        letters += len(tasks[nth].letters)
        if batch and letters * len(tasks[batch[0]].blanks) > _LARGEST:
            yield batch
            batch, letters = [], len(tasks[nth].letters)
        batch.append(nth)
    if batch:
        yield batch


def _task(words: Sequence[str], columns: Columns, misread: Misreadings) -> Task:
    letters = "".join(words)
    kinds = sorted(set(letters))
    reads = np.zeros((len(columns.alphabet), len(kinds)))
    place = {look: nth for nth, look in enumerate(columns.alphabet)}
    for nth, kind in enumerate(kinds):
        for read, chance in misread.chances(kind).items():
            if read in place:
                reads[place[read], nth] = chance
    best = np.maximum(columns.none, columns.chances.max(1, initial=0))
    blanks = _losses(columns.none, best)
    which = [kinds.index(letter) for letter in letters]
    return Task(
        letters,
        np.array([len(word) for word in words]),
        _losses(columns.chances @ reads, best[:, None])[:, which],
        blanks,
        *edges_of(columns),
    )


def _losses(chances: Floats, best: Floats) -> Floats:
    losses: Floats = np.log(np.maximum(chances / best, np.exp(-WORST))).clip(-WORST, 0)
    return losses


def _traced(task: Task, walk: Walk) -> list[Laid | None]:
    laid: list[Laid | None] = [None] * len(task.lengths)
    column, behind = len(task.blanks), len(task.lengths)
    while column >= 0:
        told = int(walk.between[column, behind])
        column -= 1
        behind = told if told >= 0 else -told - 1
        ended = told < 0
        while ended:
            behind -= 1
            steps = list(_spelled(task, walk, behind, column))
            laid[behind] = _laid(task, behind, steps)
            letter, first = steps[-1]
            ended = walk.letters[first, letter] == FROM_WORD
            column = first - 1
    return laid


def _spelled(task: Task, walk: Walk, word: int, column: int) -> Iterator[tuple[int, int]]:
    """Letters and their columns, from the last column of the word to its first."""
    letter, in_blank = int(task.last[word]), bool(walk.ends[column, word])
    while True:
        if in_blank:
            in_blank = not walk.blanks[column, letter]
            column -= 1
            continue
        yield letter, column
        came = walk.letters[column, letter]
        column -= 1
        if came == STAYED:
            continue
        if letter == task.first[word]:
            return
        letter, in_blank = letter - 1, came == FROM_BLANK


def _laid(task: Task, word: int, steps: Sequence[tuple[int, int]]) -> Laid:
    best: dict[int, tuple[float, int]] = {}
    for letter, column in steps:
        here = float(task.scores[column, letter]), column
        best[letter] = max(here, best.get(letter, here))
    letters = sorted(best)
    return Laid(
        tuple(best[letter][1] for letter in letters),
        tuple(_likeness(best[letter][0]) for letter in letters),
    )


def _likeness(loss: float) -> float:
    """The square root of how much less likely it is: to have been thought of tells much."""
    return float(np.exp(loss / 2)) if loss > -WORST else 0.0
