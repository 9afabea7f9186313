"""The row of tabs: the Library, then a tab for each open document.

A document's panels are made when its tab is first in front, so that many restored tabs
cost nothing at the start.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from viewer.document_tab import DocumentTab
from viewer.icons import icon
from viewer.messages import Messages
from viewer.reading import Reading
from viewer.theme import tokens


class _Row(QTabBar):
    """Tabs on a hairline that runs on to the window's edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        last = self.tabRect(self.count() - 1).right() + 1
        painter = QPainter(self)
        painter.setPen(QColor(tokens(self.palette()).line))
        painter.drawLine(last, self.height() - 1, self.width(), self.height() - 1)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Where there are many, the Library and the tab in front keep their names."""
        size = self.tabSizeHint(index)
        if index not in (0, self.currentIndex()):
            size.setWidth(min(size.width(), LEAST_TAB))
        return size


LEAST_TAB = 120  # px


class Tabs(QWidget):
    """Shows one of the Library and the open documents."""

    front_changed = Signal(object)  # DocumentTab | None for the Library
    close_asked = Signal(object)  # Reading

    def __init__(self, library: QWidget, make_tab: Callable[[Reading], DocumentTab]) -> None:
        super().__init__()
        self._library = library
        self._make_tab = make_tab
        self._readings: list[Reading] = []
        self._made: dict[Reading, DocumentTab] = {}
        self._row = self._make_row()
        self.messages = Messages()
        self._stack = QStackedWidget()
        self._stack.addWidget(library)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self._row.addTab(icon("library"), self.tr("Library"))
        self._row.currentChanged.connect(self._show)
        self._row.tabMoved.connect(self._move)
        self._row.tabCloseRequested.connect(self._ask_to_close)

    @property
    def front(self) -> DocumentTab | None:
        """The document tab in front, None while the Library is."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, DocumentTab) else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The open documents, left to right."""
        return tuple(self._readings)

    @property
    def made(self) -> tuple[DocumentTab, ...]:
        return tuple(self._made.values())

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the row of tabs and what they show."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, bar)

    def tab_of(self, reading: Reading) -> DocumentTab | None:
        """The tab of a reading, None where it was not in front yet."""
        return self._made.get(reading)

    def add(self, reading: Reading) -> None:
        """Give the reading a tab behind the others, without bringing it to the front."""
        self._readings.append(reading)
        index = self._row.addTab(_short(reading))
        self._label(reading)
        self._row.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._closer(reading))
        reading.document_changed.connect(lambda _: self._label(reading))
        reading.recording.changed.connect(lambda: self._label(reading))

    def bring_to_front(self, reading: Reading | None) -> None:
        index = 0 if reading is None else self._readings.index(reading) + 1
        if index == self._row.currentIndex():
            self._show(index)
        self._row.setCurrentIndex(index)

    def remove(self, reading: Reading) -> None:
        tab = self._made.pop(reading, None)
        index = self._readings.index(reading)
        self._readings.remove(reading)
        self._row.removeTab(index + 1)
        if tab is not None:
            self._stack.removeWidget(tab)
            tab.let_go()
            tab.deleteLater()
        self._show(self._row.currentIndex())

    def step(self, by: int) -> None:
        """Bring the next (1) or previous (-1) tab to the front, round and round."""
        self._row.setCurrentIndex((self._row.currentIndex() + by) % self._row.count())

    def _make_row(self) -> QTabBar:
        row = _Row()
        row.setObjectName("documents")
        row.setAccessibleName(self.tr("Open documents"))
        row.setDrawBase(False)
        row.setExpanding(False)
        row.setElideMode(Qt.TextElideMode.ElideRight)
        row.setUsesScrollButtons(True)
        row.setMovable(True)
        return row

    def _closer(self, reading: Reading) -> QToolButton:
        button = QToolButton()
        button.setObjectName("close_tab_button")
        button.setIcon(icon("x"))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("Close this tab"))
        button.setAccessibleName(self.tr("Close {0}").format(reading.document.record.title))
        button.clicked.connect(lambda: self.close_asked.emit(reading))
        return button

    def _label(self, reading: Reading) -> None:
        index = self._readings.index(reading) + 1
        self._row.setTabText(index, _short(reading))
        self._row.setTabToolTip(index, reading.document.record.title)

    def _show(self, index: int) -> None:
        if index <= 0:
            self._stack.setCurrentWidget(self._library)
            self.front_changed.emit(None)
            return
        reading = self._readings[index - 1]
        if reading not in self._made:
            self._made[reading] = self._make_tab(reading)
            self._stack.addWidget(self._made[reading])
        self._stack.setCurrentWidget(self._made[reading])
        self.front_changed.emit(self._made[reading])

    def _move(self, start: int, end: int) -> None:
        """The reader dragged a tab; the Library stays first."""
        if 0 in (start, end):
            self._row.blockSignals(True)
            self._row.moveTab(end, start)
            self._row.blockSignals(False)
            return
        self._readings.insert(end - 1, self._readings.pop(start - 1))

    def _ask_to_close(self, index: int) -> None:
        if index > 0:
            self.close_asked.emit(self._readings[index - 1])


def _short(reading: Reading) -> str:
    title = reading.document.record.title.replace("&", "&&")
    return title if len(title) <= 34 else title[:33].rstrip() + "…"
