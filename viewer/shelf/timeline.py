"""The documents over time, as bars: brushed to filter, zoomed from decades to days.

The widget asks for the bars of what it is to show and paints those that come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from library.shelving.answer import Bar, Scale
from library.shelving.question import Days
from viewer.shelf.brush import Brush, Grip
from viewer.shelf.time_axis import (
    COARSER,
    View,
    bar_words,
    span_words,
    whole_of,
    zoomed_in,
    zoomed_out,
)
from viewer.shelf.timeline_keys import ENTER, IN, OUT, STEPS, is_own
from viewer.shelf.timeline_painting import AXIS, SIDE, TOP, Painted, paint_timeline
from viewer.shelf.wording import reader_locale
from viewer.theme import tokens

_HEIGHT = 100  # px
_GRIP = 5  # px to each side of the brush's edges
_WHOLE_YEARS = View(Scale.YEAR)


class Timeline(QWidget):
    """Chosen days go out by a signal, and come back by `show_days` as all others do."""

    bars_asked = Signal(object)  # View; answered by `show_bars`
    days_chosen = Signal(object)  # Days | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = _WHOLE_YEARS
        self.bars: Sequence[Bar] = ()
        self._whole = _WHOLE_YEARS
        self._days: Days | None = None
        self._brush = Brush()
        self._here = 0  # the bar that has the keyboard
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(400, max(_HEIGHT, TOP + 48 + AXIS + self.fontMetrics().height() - 13))

    # --- What is shown ---------------------------------------------------------------

    def refresh(self) -> None:
        """The documents are others: ask for the bars of what is seen."""
        if self.view.days is None:
            self.view = _WHOLE_YEARS
        self.bars_asked.emit(self.view)

    def show_bars(self, view: View, bars: Sequence[Bar]) -> None:
        """Answer `bars_asked`; what is not dated hides the timeline, unless days are chosen."""
        if view != self.view:
            return
        if view.days is None and not self._fits(bars):
            return
        self.bars = bars
        self._here = min(self._here, max(len(bars) - 1, 0))
        self.setVisible(bool(bars) or self._days is not None)
        self._tell()

    def _fits(self, bars: Sequence[Bar]) -> bool:
        """Whether the whole is seen in the scale that is right for it; else ask in that."""
        if self.view.scale is Scale.YEAR:
            self._whole = whole_of(bars)
        if self._whole != self.view:
            self._see(self._whole)
            return False
        return True

    def show_days(self, days: Days | None) -> None:
        """The days that are chosen; those that are not in sight are brought there."""
        self._days = days
        if days is None:
            self._brush.clear()
        self.setVisible(not self.isHidden() or days is not None)
        self._tell()

    def words(self) -> str:
        """The chosen span, "" for none."""
        span = self._brush.days(self.bars) or self._days
        return span_words(span) if span is not None else ""

    def _see(self, view: View) -> None:
        self.view = view
        self._brush.clear()
        self.bars_asked.emit(view)

    def _tell(self) -> None:
        """Say to screen readers what is seen and chosen."""
        parts = [self.words()]
        if self.bars:
            seen = self.bars[0].days[0], self.bars[-1].days[1]
            parts.append(self.tr("{span} in sight").format(span=span_words(seen)))
            if self.hasFocus():
                parts.insert(0, self._bar_words(self._here))
        self.setAccessibleDescription("; ".join(part for part in parts if part))
        self.update()

    def _bar_words(self, nth: int) -> str:
        bar = self.bars[nth]
        count = reader_locale().toString(max(round(bar.documents), 1 if bar.documents else 0))
        return f"{bar_words(bar, self.view.scale)}: {count}"

    # --- Zooming ---------------------------------------------------------------------

    def zoom_in(self, day: date) -> None:
        nearer = zoomed_in(self.view, day)
        if nearer is not None:
            self._see(nearer)

    def zoom_out(self, day: date) -> None:
        if self.view != self._whole:
            self._see(zoomed_out(self.view, day, self._whole))

    def see_all(self) -> None:
        """All that is dated."""
        if self.view.days is not None:
            self._see(_WHOLE_YEARS)

    def _middle(self, nth: int) -> date:
        first, last = self.bars[nth].days
        return date.fromordinal((first.toordinal() + last.toordinal()) // 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        nth = self._bar_at(event.position().x())
        steps = event.angleDelta().y()
        if nth is not None and steps:
            (self.zoom_in if steps > 0 else self.zoom_out)(self._middle(nth))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        nth = self._bar_at(event.position().x())
        if nth is not None and event.button() == Qt.MouseButton.LeftButton:
            self.days_chosen.emit(None)
            self.zoom_in(self._middle(nth))

    # --- Brushing --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.bars:
            return
        nth = self._bar_at(event.position().x())
        grip = self._grip(event.position().x())
        if nth is not None:
            self._here = nth
            self._brush.press(nth, grip, self._chosen_bars())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        nth = self._bar_at(event.position().x())
        if self._brush.is_held and nth is not None:
            self._brush.move(nth, len(self.bars))
            self._tell()
        elif nth != self._hovered:
            self._hovered = -1 if nth is None else nth
            self._say_bar(event)
            self.update()
        edge = self._grip(event.position().x()) in (Grip.START, Grip.END)
        self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._brush.is_held:
            days = self._brush.release(self.bars)
            self.days_chosen.emit(None if days == self._days else days)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def _say_bar(self, event: QMouseEvent) -> None:
        if self._hovered >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self._bar_words(self._hovered))

    def _chosen_bars(self) -> tuple[int, int] | None:
        """First and last bar that the chosen days touch."""
        if self._brush.bars is not None:
            return self._brush.bars
        if self._days is None:
            return None
        first, last = self._days
        touched = [
            nth for nth, bar in enumerate(self.bars) if bar.days[0] <= last and bar.days[1] >= first
        ]
        return (touched[0], touched[-1]) if touched else None

    def _grip(self, x: float) -> Grip:
        chosen = self._chosen_bars()
        if chosen is None:
            return Grip.NEW
        left, right = self.bar_rect(chosen[0]).left(), self.bar_rect(chosen[1]).right()
        if abs(x - left) <= _GRIP:
            return Grip.START
        if abs(x - right) <= _GRIP:
            return Grip.END
        return Grip.WHOLE if left < x < right and chosen[0] != chosen[1] else Grip.NEW

    # --- Keys ------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.bars:
            super().keyPressEvent(event)
        elif key in STEPS:
            self._step(STEPS[key], extends=extends)
        elif key in ENTER:
            self.days_chosen.emit(self._brush.days(self.bars) or self.bars[self._here].days)
        elif key in IN:
            self.zoom_in(self._middle(self._here))
        elif key in OUT:
            self.zoom_out(self._middle(self._here))
        elif key == Qt.Key.Key_Escape and (self._days or self._brush.bars):
            self._brush.clear()
            self.days_chosen.emit(None)
        elif key == Qt.Key.Key_Escape and self.view.scale in COARSER and self.view.days:
            self.see_all()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, *, extends: bool) -> None:
        before = self._here
        self._here = min(max(before + by, 0), len(self.bars) - 1)
        if extends:
            self._brush.extend(before, self._here)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    # --- Painting --------------------------------------------------------------------

    def bar_rect(self, nth: int) -> QRectF:
        """Where a bar may stand, as high as the highest."""
        wide = (self.width() - 2 * SIDE) / max(len(self.bars), 1)
        return QRectF(SIDE + nth * wide, TOP, wide, self.height() - TOP - AXIS)

    def _bar_at(self, x: float) -> int | None:
        if not self.bars:
            return None
        nth = int((x - SIDE) / max(self.bar_rect(0).width(), 0.01))
        return min(max(nth, 0), len(self.bars) - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painted = Painted(
            self.bars,
            self.view.scale,
            self._chosen_bars(),
            self._here if self.hasFocus() else -1,
            self._hovered,
            self.words(),
        )
        ground = QRect(0, 0, self.width(), self.height())
        paint_timeline(painter, ground, painted, self.bar_rect, tokens(QApplication.palette()))
        painter.end()

    def place_of(self, nth: int) -> QPointF:
        """The middle of a bar."""
        return self.bar_rect(nth).center()
