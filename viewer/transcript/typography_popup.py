"""Size, line length and line height of the texts, changed while the reader looks on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.icons import icon
from viewer.settings import Settings, Typography


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that can be set."""

    name: str
    field: str  # of Typography
    step: float
    least: float
    most: float
    shown: str  # how the value is shown


class Stepper(QWidget):
    """A value between a minus and a plus."""

    stepped = Signal(int)  # -1 or 1

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.less = self._button("minus", self.tr("{name}: less").format(name=name), -1)
        self._value = QLabel(self)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._value.setMinimumWidth(56)
        self.more = self._button("plus", self.tr("{name}: more").format(name=name), 1)
        for widget in (self.less, self._value, self.more):
            row.addWidget(widget)

    def show_value(self, shown: str, *, least: bool, most: bool) -> None:
        self._value.setText(shown)
        self.less.setDisabled(least)
        self.more.setDisabled(most)

    def _button(self, name: str, tip: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button


class TypographyPopup(QFrame):
    """Writes the settings; the texts follow them."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Size and lines of the text"))
        self._settings = settings
        self._room = parent
        self.steppers: dict[str, Stepper] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        column.addLayout(self._grid)
        for measure in self._measures():
            self._add(measure)
        reset = QPushButton(self.tr("Reset"), self)
        reset.setObjectName("link")
        reset.clicked.connect(self._reset)
        column.addWidget(reset, 0, Qt.AlignmentFlag.AlignLeft)
        settings.typography_changed.connect(self._show)
        self._show(settings.typography)
        QApplication.instance().focusChanged.connect(self._close_when_left)  # type: ignore[union-attr]
        self.hide()

    def toggle_under(self, button: QWidget) -> None:
        """Show with the right edges in line, or close."""
        if self.isVisible():
            self.hide()
            return
        self.adjustSize()
        corner = button.mapTo(self._room, QPoint(button.width(), button.height() + 4))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.raise_()
        self.steppers["size"].more.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _close_when_left(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None and self.isVisible() and not self.isAncestorOf(focus):
            self.hide()

    def _measures(self) -> tuple[Measure, ...]:
        return (
            Measure(self.tr("Size"), "size", 0.5, 10, 48, self.tr("{n:g} px")),
            Measure(self.tr("Line length"), "line_length", 2, 20, 80, self.tr("{n:g} em")),
            Measure(self.tr("Line height"), "line_height", 0.1, 1.1, 2.4, "{n:.1f}"),
        )

    def _add(self, measure: Measure) -> None:
        stepper = Stepper(measure.name, self)
        stepper.stepped.connect(lambda by: self._step(measure, by))
        self.steppers[measure.field] = stepper
        row = self._grid.rowCount()
        label = QLabel(measure.name, self)
        label.setObjectName("softText")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(stepper, row, 1)

    def _step(self, measure: Measure, by: int) -> None:
        now = self._settings.typography
        value = round(getattr(now, measure.field) + by * measure.step, 2)
        value = min(max(value, measure.least), measure.most)
        self._settings.typography = replace(now, **{measure.field: value})

    def _reset(self) -> None:
        self._settings.typography = Typography()

    def _show(self, typography: Typography) -> None:
        for measure in self._measures():
            value = float(getattr(typography, measure.field))
            self.steppers[measure.field].show_value(
                measure.shown.format(n=value),
                least=value <= measure.least,
                most=value >= measure.most,
            )
