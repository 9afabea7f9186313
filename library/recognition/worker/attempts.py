"""What was read from a page in one way, and how good that is.  Loads no engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from library.recognition.worker.lying import Upright, ink_of
from library.recognition.worker.seen import Seen

_COLUMNS = 1.03  # times as many sure letters, for the order of columns to be given up


@dataclass(frozen=True, slots=True)
class Attempt:
    """The words seen on a page that was turned so, its columns looked for or not."""

    upright: Upright
    seen: tuple[Seen, ...]
    in_columns: bool = True

    @property
    def sure_letters(self) -> float:
        """How many letters were read, each counted as far as it is sure."""
        return sum(len(seen.text) * seen.certainty for seen in self.seen)

    @property
    def certainty(self) -> float:
        """The mean over the letters."""
        return self.sure_letters / max(sum(len(seen.text) for seen in self.seen), 1)

    @property
    def covered(self) -> float:
        """The part of the ink that was taken for words: what lacks may be lost lines."""
        ink = ink_of(self.upright.picture)
        scale = ink.shape[1] / self.upright.picture.width
        rest = ink.copy()
        for seen in self.seen:
            rows = slice(int(seen.top * scale), ceil(seen.bottom * scale))
            rest[rows, int(seen.left * scale) : ceil(seen.right * scale)] = 0
        return 1 - float(rest.sum()) / max(float(ink.sum()), 1.0)


def best_of(attempts: Sequence[Attempt]) -> Attempt:
    """The one with most sure letters; one in columns, if that is not clearly worse."""
    return max(
        attempts,
        key=lambda attempt: attempt.sure_letters * (_COLUMNS if attempt.in_columns else 1),
    )
