"""The height in a view at which its reader reads.

That is a third down.  At the beginning and the end of what is scrolled it is the beginning
and the end, so that all of it is passed; after a jump it is where the jump led, until the
reader scrolls on.  Lengths are in pixels.
"""

from __future__ import annotations

_SLOWNESS = 4  # px to scroll until the line moves by one


class ReadingHeight:
    """Goes along with a view; never against the direction in which the reader scrolls."""

    def __init__(self) -> None:
        self.at = 0.0
        self._value = 0

    def rest(self, at: float, value: int) -> None:
        """The view was led to where it is scrolled by `value`: the reader reads at this height."""
        self.at, self._value = at, value

    def scroll(self, value: int, most: int, height: int) -> float:
        """The reader scrolled to this `value` of 0 to `most`: the height of the line now."""
        if most < height:  # so little to scroll: the line goes evenly from top to bottom
            self.at = height * value / max(1, most)
        else:
            reach = abs(value - self._value) / _SLOWNESS
            at = self.at + min(max(height / 3 - self.at, -reach), reach)
            self.at = min(max(at, height - 2.0 * (most - value)), float(value))
        self._value = value
        return self.at
