"""The words of a line, set: under their places on the picture, or one behind the other.

Lengths are in view pixels.  Words stand as the reader has corrected them, each with its
stretch of the untouched text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF

from library.correcting.correcting import Corrected
from library.joining.strip.lines import Line
from viewer.strip.measure import Measure
from viewer.strip.typesetting import Width, set_words

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # written without spaces
_WORD = re.compile(f"[{_IDEOGRAPH}]|[^\\s{_IDEOGRAPH}]+")
_SURELY_FITS = 0.9  # of the letters that should fit a room


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]` of the untouched text, as it is shown and set."""

    start: int
    end: int
    shown: str
    rect: QRectF


@dataclass(frozen=True, slots=True)
class _Span:
    """A word before it is set."""

    start: int
    end: int
    shown: str
    width: float


class Words:
    """Sets the words of one text in a measure."""

    def __init__(self, corrected: Corrected, measure: Measure) -> None:
        self._corrected = corrected
        self._measure = measure

    def are_from_right(self, line: Line) -> bool:
        """Whether the first letter of a line belongs to a script written from the right."""
        start, end = self._shown(line)
        kinds = map(bidirectional, self._corrected.text[start:end])
        return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"

    def placed(self, line: Line, picture: QRectF, scale: float, top: float) -> tuple[Word, ...]:
        """Under their places on the picture of the line, which has this scale."""
        spans = list(self._spans(line, self._measure.width))
        from_right = self.are_from_right(line)
        targets = _targets(line, spans, scale, picture.width(), from_right=from_right)
        return tuple(self._set(spans, targets, 0.0, top, from_right=from_right))

    def flowed(self, line: Line, inset: float, top: float) -> tuple[Word, ...]:
        """One behind the other, set in on either side."""
        spans = list(self._spans(line, self._measure.width - 2 * inset))
        from_right = self.are_from_right(line)
        return tuple(self._set(spans, [None] * len(spans), inset, top, from_right=from_right))

    def _set(
        self,
        spans: Sequence[_Span],
        targets: Sequence[float | None],
        inset: float,
        top: float,
        *,
        from_right: bool,
    ) -> Iterator[Word]:
        measure, room = self._measure, self._measure.width - 2 * inset
        widths = [Width(span.width, target) for span, target in zip(spans, targets, strict=True)]
        space = 0.0 if _are_unspaced(spans) else measure.space
        remaining = iter(spans)
        for nth, row in enumerate(set_words(widths, room, space)):
            for start, span in zip(row, remaining, strict=False):
                left = room - start - span.width if from_right else start
                rect = QRectF(inset + left, top + nth * measure.row, span.width, measure.row)
                yield Word(span.start, span.end, span.shown, rect)

    def _spans(self, line: Line, room: float) -> Iterator[_Span]:
        """The words of a line, very long ones in parts that fit the room."""
        text, offsets = self._corrected.text, self._corrected.offsets
        for found in _WORD.finditer(text, *self._shown(line)):
            start, end = found.span()
            wide = self._width(text[start:end])
            fits = max(1, int((end - start) * _SURELY_FITS * room / wide)) if wide > room else None
            step = fits or end - start
            for first in range(start, end, step):
                last = min(first + step, end)
                shown = text[first:last]
                yield _Span(*offsets.to_text(first, last), shown, self._width(shown))

    def _shown(self, line: Line) -> tuple[int, int]:
        """The line in the text as it is shown."""
        return self._corrected.offsets.part(line.start, line.end)

    def _width(self, words: str) -> float:
        return self._measure.metrics.horizontalAdvance(words)


def word_at(words: Sequence[Word], point: QPointF) -> Word | None:
    """The word at a point of its block."""
    return next((word for word in words if word.rect.contains(point)), None)


def nearest_word(words: Sequence[Word], point: QPointF) -> Word | None:
    """The word that is nearest to a point of its block: on the nearest row first."""
    return min(words, key=lambda word: _distance(word.rect, point), default=None)


def _distance(rect: QRectF, point: QPointF) -> tuple[float, float]:
    across = max(rect.left() - point.x(), point.x() - rect.right(), 0.0)
    return max(rect.top() - point.y(), point.y() - rect.bottom(), 0.0), across


def _targets(
    line: Line, spans: Sequence[_Span], scale: float, picture_width: float, *, from_right: bool
) -> list[float | None]:
    """Where the place of each word begins on the picture, from the line's beginning."""
    targets: list[float | None] = []
    placed = list(line.words)
    for span in spans:
        here = placed[0] if placed and placed[0].start < span.end else None
        if here is None:
            targets.append(None)
        else:
            targets.append(picture_width - here.right * scale if from_right else here.left * scale)
        while placed and placed[0].start < span.end:
            placed.pop(0)
    return targets


def _are_unspaced(spans: Sequence[_Span]) -> bool:
    """Whether most of the words are ideographs."""
    single = sum(len(span.shown) == 1 and span.shown > "\u3040" for span in spans)
    return 2 * single > len(spans)
