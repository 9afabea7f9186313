"""The stretch of the timeline that is being chosen, in bars."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from library.shelving.answer import Bar
from library.shelving.question import Days


class Grip(Enum):
    """What a press takes hold of."""

    NEW = auto()
    START = auto()
    END = auto()
    WHOLE = auto()


class Brush:
    """Pressed, moved and let go; it may be turned round on the way."""

    def __init__(self) -> None:
        self.is_held = False
        self._fixed = self._moving = 0
        self._whole: tuple[int, int] | None = None  # what is moved, and from where it was taken
        self._is_shown = False

    @property
    def bars(self) -> tuple[int, int] | None:
        """First and last bar; None while nothing is brushed."""
        if not self._is_shown:
            return None
        return min(self._fixed, self._moving), max(self._fixed, self._moving)

    def days(self, bars: Sequence[Bar]) -> Days | None:
        if self.bars is None or self.bars[1] >= len(bars):
            return None
        return bars[self.bars[0]].days[0], bars[self.bars[1]].days[1]

    def clear(self) -> None:
        self._is_shown = self.is_held = False

    def press(self, nth: int, grip: Grip, chosen: tuple[int, int] | None) -> None:
        """Take hold at a bar; `chosen` are the bars of before."""
        self.is_held = self._is_shown = True
        self._whole = None
        if chosen is None or grip is Grip.NEW:
            self._fixed = self._moving = nth
        elif grip is Grip.WHOLE:
            self._fixed, self._moving = chosen
            self._whole = (nth - chosen[0], chosen[1] - chosen[0])
        else:
            start, end = chosen
            self._fixed, self._moving = (end, start) if grip is Grip.START else (start, end)

    def move(self, nth: int, count: int) -> None:
        """To another bar, of so many."""
        if self._whole is None:
            self._moving = nth
        else:
            offset, length = self._whole
            self._fixed = min(max(nth - offset, 0), count - 1 - length)
            self._moving = self._fixed + length

    def extend(self, before: int, nth: int) -> None:
        """By the keyboard: from the bar that had it before to another."""
        if self._is_shown and self._moving == before:
            self._moving = nth
        else:
            self._fixed, self._moving = before, nth
        self._is_shown = True

    def release(self, bars: Sequence[Bar]) -> Days | None:
        """Let go; the days that are chosen now."""
        days = self.days(bars)
        self.clear()
        return days
