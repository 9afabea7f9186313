"""The best walk over columns: each word is left out, or spelled letter by letter, in order.

What lies between the words costs nothing, unless it is a letter right beside a word (Viterbi
over connectionist temporal classification: Graves 2006; with gaps, as in CTC segmentation:
Kürzinger 2020).  Many walks are taken at once, column by column: one alone is too little
work for arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from library.alignment.normalising import Flags, Floats, Ints

REWARD = 2.5  # nats that a letter is worth, less what the best guess is likelier
_NEVER = -1e15
_APART = 1e6  # between the scores of two tasks, which are kept in one array
_BEYOND = -1e3  # the score of any letter behind the last column

STAYED, FROM_BLANK, FROM_LETTER, FROM_WORD = 0, 1, 2, 3


@dataclass(frozen=True, eq=False)
class Task:
    """The letters of some words, one word after another.

    `scores` has for each column (row) and letter, `blanks` for each column, the loss against
    the best guess, in nats; `entering` and `leaving` what it costs to begin a word at this
    column, and to have ended one before it, for what stands there beside the word.
    """

    letters: str
    lengths: Ints
    scores: Floats
    blanks: Floats
    entering: Floats
    leaving: Floats

    @property
    def last(self) -> Ints:
        ends: Ints = np.cumsum(self.lengths) - 1
        return ends

    @property
    def first(self) -> Ints:
        return self.last - self.lengths + 1


@dataclass(frozen=True, eq=False)
class Walk:
    """Where the best walk to each state comes from, by column.

    `letters`: to a letter from itself, from the blank behind the letter before, or from that
    letter; for a word's first, `FROM_LETTER` is from between the words, `FROM_WORD` from the
    end of the word before.  `blanks`: to the blank behind a letter: whether from the letter.
    `ends`: to the end of a word: whether from the blank behind its last letter.  `between`:
    to between the words, with n of them behind: how many were behind one column before; less
    one, as a negative number, where the walk came from the end of the last of these.  The
    last column is one behind what is seen.
    """

    letters: NDArray[np.int8]
    blanks: Flags
    ends: Flags
    between: Ints


def walks(tasks: Sequence[Task]) -> list[Walk]:
    order = sorted(range(len(tasks)), key=lambda nth: -len(tasks[nth].blanks))
    found = dict(zip(order, _Lattice([tasks[nth] for nth in order]).walks(), strict=True))
    return [found[nth] for nth in range(len(tasks))]


class _Lattice:
    """All tasks side by side, the longest first: at each column those that go on stand left."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        sizes = np.array([len(task.letters) for task in tasks])
        words = np.array([len(task.lengths) for task in tasks])
        self._columns = np.array([len(task.blanks) + 1 for task in tasks])
        self._letter_ends, self._word_ends = np.cumsum(sizes), np.cumsum(words)
        self._slot_ends = np.cumsum(words + 1)  # a slot: between the words, with n behind
        letters, slots = self._letter_ends - sizes, self._slot_ends - words - 1
        self._first = np.concatenate([t.first + k for t, k in zip(tasks, letters, strict=True)])
        self._last = np.concatenate([t.last + k for t, k in zip(tasks, letters, strict=True)])
        self._slots = np.concatenate(
            [np.arange(count) + slot for count, slot in zip(words, slots, strict=True)]
        )
        self._owner = np.repeat(np.arange(len(tasks)), sizes)
        self._slot_owner = np.repeat(np.arange(len(tasks)), words + 1)
        codes = np.frombuffer("".join(t.letters for t in tasks).encode("utf-32-le"), "<u4")
        self._barred = np.zeros(len(codes))
        self._barred[self._first] = _NEVER
        self._twice = self._barred.copy()
        self._twice[1:][codes[1:] == codes[:-1]] = _NEVER
        self._letter, self._blank = np.full((2, len(codes)), _NEVER)
        self._between = self._slot_owner * _APART
        self._ended = np.full(len(self._between), _NEVER)
        self._fill(letters.tolist())

    def _fill(self, begins: Sequence[int]) -> None:
        """What is seen at each column, and room for where walks come from."""
        longest, letters = int(self._columns[0]), len(self._barred)
        self._scores = np.full((longest, letters), _BEYOND, np.float32)
        self._rest = np.zeros((3, longest, len(self._tasks)), np.float32)
        for nth, (task, begin) in enumerate(zip(self._tasks, begins, strict=True)):
            columns = len(task.blanks)
            self._scores[:columns, begin : begin + len(task.letters)] = task.scores
            self._rest[:, :columns, nth] = task.blanks, task.entering, task.leaving
        self._came = np.zeros((longest, letters), np.int8)
        self._blank_came = np.zeros((longest, letters), bool)
        self._end_came = np.zeros((longest, len(self._last)), bool)
        self._between_came = np.zeros((longest, len(self._between)), np.int32)

    def walks(self) -> list[Walk]:
        for column in range(len(self._came)):
            going = int((self._columns > column).sum())
            letters, words = int(self._letter_ends[going - 1]), int(self._word_ends[going - 1])
            entered, came = self._entered(column, words)
            self._pass_over(column, int(self._slot_ends[going - 1]))
            self._spell(column, letters, entered, came)
            last = self._last[:words]
            self._ended[self._slots[:words] + 1] = np.maximum(self._letter[last], self._blank[last])
            self._end_came[column, :words] = self._blank[last] > self._letter[last]
        return list(self._cut())

    def _entered(self, column: int, words: int) -> tuple[Floats, Ints]:
        """For each word's first letter: the best way to it from before, and which that is."""
        slots = self._slots[:words]
        between = self._between[slots] + self._rest[1, column][self._slot_owner[slots]]
        ended = self._ended[slots]
        return np.maximum(between, ended) + REWARD, np.where(
            ended > between, FROM_WORD, FROM_LETTER
        )

    def _spell(self, column: int, letters: int, entered: Floats, entered_from: Ints) -> None:
        letter, blank = self._letter[:letters], self._blank[:letters]
        from_blank, from_letter = np.full((2, letters), _NEVER)
        from_blank[1:], from_letter[1:] = blank[:-1], letter[:-1]
        from_blank += self._barred[:letters] + REWARD
        from_letter += self._twice[:letters] + REWARD
        first = self._first[: len(entered)]
        from_letter[first] = entered
        best = np.maximum(letter, from_blank)
        came = np.where(from_letter > best, FROM_LETTER, from_blank > letter)
        came[first] = np.where(came[first] == FROM_LETTER, entered_from, came[first])
        self._came[column, :letters] = came
        self._blank_came[column, :letters] = letter > blank
        blanks = self._rest[0, column][self._owner[:letters]]
        self._blank[:letters] = np.maximum(letter, blank) + blanks
        self._letter[:letters] = np.maximum(best, from_letter) + self._scores[column, :letters]

    def _pass_over(self, column: int, slots: int) -> None:
        """Let the column, and any words, be passed over."""
        between = self._between[:slots]
        ended = self._ended[:slots] + self._rest[2, column][self._slot_owner[:slots]]
        here = np.maximum(between, ended)
        best = np.maximum.accumulate(here)
        source = np.maximum.accumulate(np.where(here >= best, np.arange(slots), 0))
        just = (ended > between)[source]
        self._between_came[column, :slots] = np.where(just, -source - 1, source)
        self._between[:slots] = best

    def _cut(self) -> list[Walk]:
        """What belongs to each task, its slots counted from its own first."""
        found, letter, word, slot = [], 0, 0, 0
        for columns, task in zip(self._columns.tolist(), self._tasks, strict=True):
            letters = slice(letter, letter + len(task.letters))
            words = slice(word, word + len(task.lengths))
            slots = slice(slot, slot + len(task.lengths) + 1)
            between = self._between_came[:columns, slots].astype(np.int64)
            between += np.where(between < 0, slot, -slot)
            found.append(
                Walk(
                    self._came[:columns, letters],
                    self._blank_came[:columns, letters],
                    self._end_came[:columns, words],
                    between,
                )
            )
            letter, word, slot = letters.stop, words.stop, slots.stop
        return found
