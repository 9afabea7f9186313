"""How the timeline is painted: quiet bars on a hairline, the chosen ones in the accent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from library.shelving.answer import Bar, Scale
from viewer.shelf.time_axis import end_tick, tick
from viewer.theme import Tokens

TOP, SIDE, AXIS = 14, 20, 26  # px: above the bars, beside them, below them
_GAP = 2  # px between bars
_LABEL = 11  # px
_LEAST = 2  # px: a bar with one document among thousands is seen
_APART = 10  # px between labels
_ON_LIGHT, _ON_DARK, _HOVERED = 0.24, 0.38, 0.16  # opacity of the accent


@dataclass(frozen=True, slots=True)
class Painted:
    """All that is to be seen."""

    bars: Sequence[Bar]
    scale: Scale
    chosen: tuple[int, int] | None  # bars
    here: int  # the bar with the keyboard, -1 for none
    hovered: int
    words: str  # the chosen span


def paint_timeline(
    painter: QPainter,
    ground: QRect,
    painted: Painted,
    bar_rect: Callable[[int], QRectF],
    t: Tokens,
) -> None:
    painter.fillRect(ground, QColor(t.paper))
    painter.fillRect(ground.left(), ground.bottom(), ground.width(), 1, QColor(t.line))
    if not painted.bars:
        return
    highest = max(1e-9, *(bar.documents for bar in painted.bars))
    for nth, bar in enumerate(painted.bars):
        room = bar_rect(nth)
        _paint_bar(painter, room, bar.documents / highest, _colour(painted, nth, t))
        if nth == painted.here:
            painter.setPen(QColor(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(0.5, -3.5, -0.5, 1.5), 3, 3)
    left, right = bar_rect(0).left(), bar_rect(len(painted.bars) - 1).right()
    base = bar_rect(0).bottom()
    painter.fillRect(QRectF(left, base, right - left, 1), QColor(t.line))
    _Labels(painter, painted, bar_rect, t).paint(left, right, base)


def _colour(painted: Painted, nth: int, t: Tokens) -> QColor:
    if painted.chosen is not None and painted.chosen[0] <= nth <= painted.chosen[1]:
        return QColor(t.accent)
    quiet = QColor(t.accent)
    usual = _ON_DARK if QColor(t.paper).lightness() < 128 else _ON_LIGHT
    quiet.setAlphaF(usual + _HOVERED if nth == painted.hovered else usual)
    return quiet


def _paint_bar(painter: QPainter, room: QRectF, share: float, colour: QColor) -> None:
    if share <= 0:
        return
    high = max(room.height() * share, _LEAST)
    gap = min(_GAP, room.width() / 4)
    bar = QRectF(room.left() + gap / 2, room.bottom() - high, room.width() - gap, high)
    round_ = min(2.5, bar.width() / 3, high / 2)
    path = QPainterPath()
    path.addRoundedRect(bar.adjusted(0, 0, 0, round_), round_, round_)
    painter.save()
    painter.setClipRect(bar)
    painter.fillPath(path, colour)
    painter.restore()


class _Labels:
    """The years below the bars; the chosen span in the accent, where it is."""

    def __init__(
        self,
        painter: QPainter,
        painted: Painted,
        bar_rect: Callable[[int], QRectF],
        t: Tokens,
    ) -> None:
        self._painter, self._painted, self._bar_rect, self._t = painter, painted, bar_rect, t
        self._taken: list[tuple[float, float]] = []

    def paint(self, left: float, right: float, base: float) -> None:
        painter, painted, t = self._painter, self._painted, self._t
        font = QFont(painter.font())
        font.setPixelSize(_LABEL)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance
        at = base + 4
        if painted.words:
            first, last = painted.chosen or (0, len(painted.bars) - 1)
            middle = (self._bar_rect(first).left() + self._bar_rect(last).right()) / 2
            half = wide(painted.words) / 2
            middle = min(max(middle, left + half), right - half)
            self._put(middle - half, at, painted.words, t.accent)
        first_words = end_tick(painted.bars[0].days[0], painted.scale)
        last_words = end_tick(painted.bars[-1].days[1], painted.scale)
        self._put(left, at, first_words, t.soft)
        self._put(right - wide(last_words), at, last_words, t.soft)
        for nth, bar in enumerate(painted.bars):
            words = tick(bar.days[0], painted.scale)
            if words not in ("", first_words, last_words):
                room = self._bar_rect(nth)
                self._put(room.center().x() - wide(words) / 2, at, words, t.soft)

    def _put(self, left: float, top: float, words: str, colour: str) -> None:
        """Where there is room beside those that were put before."""
        right = left + self._painter.fontMetrics().horizontalAdvance(words)
        if any(left < end + _APART and right > start - _APART for start, end in self._taken):
            return
        self._taken.append((left, right))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(left, top + self._painter.fontMetrics().ascent()), words)
