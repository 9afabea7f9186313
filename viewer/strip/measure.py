"""The measure of a strip: how wide it is, how large its pictures and letters are.

Lengths are in view pixels; those of slips and pages in points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median

from PySide6.QtGui import QFont, QFontMetricsF

from library.joining.strip.lines import Line
from viewer.faces import reading_font
from viewer.settings import Typography

_LEAST_MARGIN, _MARGIN = 28.0, 0.06  # px, or a part of the view
_WIDEST = 54  # em
_FILL = 0.94  # of a word's room on the picture, which it takes as a rule
_SMALLEST, _MOST = 0.8, 1.45  # times the reader's size of letters
_ROW = 1.32  # times the size of the letters


@dataclass(frozen=True)
class Measure:
    """How a strip is set in a view of this width."""

    typography: Typography
    view_width: int
    dpi: int
    enlarged: float = 1.0  # letters, so that they go with the pictures above them

    @cached_property
    def width(self) -> float:
        margin = max(_LEAST_MARGIN, self.view_width * _MARGIN)
        room = min(self.view_width - 2 * margin, _WIDEST * self.typography.size)
        return float(round(max(120.0, room)))

    @cached_property
    def left(self) -> float:
        """Where the strip begins in the view."""
        return float(round((self.view_width - self.width) / 2))

    @cached_property
    def row(self) -> float:
        """From one row of words to the next."""
        return float(round(self.typography.size * self.enlarged * _ROW))

    @cached_property
    def font(self) -> QFont:
        font = reading_font(self.typography, self.dpi)
        font.setPointSizeF(font.pointSizeF() * self.enlarged)
        return font

    @cached_property
    def metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    @cached_property
    def space(self) -> float:
        return self.metrics.horizontalAdvance(" ")

    def fitted(self, lines: Iterable[tuple[Line, float]], text: str) -> Measure:
        """The measure whose letters go with the pictures of these lines, of such scales."""
        rooms = [
            (following.left - word.left)
            * scale
            / (self.metrics.horizontalAdvance(text[word.start : word.end]) + self.space)
            for line, scale in lines
            for word, following in pairwise(line.words)
        ]
        fitting = _FILL * median(rooms) * self.enlarged if rooms else 1.0
        return replace(self, enlarged=min(max(fitting, _SMALLEST), _MOST))
