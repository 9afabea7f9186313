"""The concordance of what was found: gathered beside the window, sorted, and exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from library.errors import FileUnwritable
from library.searching.concordance import MOST_WORDS, Line, LineOrder, as_csv, sorted_lines
from library.store.search.inquiry import MOST_LINES
from viewer.fields import hairline
from viewer.jobs import Job
from viewer.search.concordance import LinesModel, LinesTable, write_csv
from viewer.search.seeking import Answer
from viewer.session import Session
from viewer.words import counted


class ConcordancePanel(QFrame):
    """Shows every hit in its line."""

    opened = Signal(object, int)  # the lines as they are sorted, and which of them

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("paper")
        self._session = session
        self._job: Job | None = None
        self._gathered: Answer | None = None
        self._lines: tuple[Line, ...] = ()
        self.model = LinesModel(self)
        self.table = LinesTable(self.model)
        self.table.opened.connect(lambda row: self.opened.emit(self.model.lines, row))
        self.order = self._make_order()
        self.words = self._make_words()
        self._count = QLabel()
        self._count.setObjectName("softText")
        self.export = QPushButton(self.tr("Export as CSV…"))
        self.export.clicked.connect(lambda _=False: self._export())
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_answer(self, answer: Answer) -> None:
        """Gather the lines of what was found, unless they are here already."""
        if self._gathered is not None and self._gathered.inquiry is answer.inquiry:
            return
        self.stop()
        self._gathered, self._lines = answer, ()
        self._sort()
        job = self._session.jobs.begin(answer.inquiry.lines(answer.standing))
        self._job = job
        job.finished.connect(lambda lines: self._take(lines, job))
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    @property
    def current(self) -> Line | None:
        """The line that the reader is at."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if row >= 0 else None

    def open_current(self) -> None:
        """As if Enter were pressed on it."""
        if self.model.lines:
            self.opened.emit(self.model.lines, max(0, self.table.currentIndex().row()))

    def stop(self) -> None:
        """The lines are not wanted any more."""
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._gathered = None

    def _take(self, lines: tuple[Line, ...], job: Job) -> None:
        if job is self._job:
            self._job, self._lines = None, lines
            self._sort()

    def _sort(self) -> None:
        order = LineOrder(self.order.currentData())
        self.words.setEnabled(order in (LineOrder.LEFT, LineOrder.RIGHT))
        self.model.show_lines(sorted_lines(self._lines, order, self.words.currentData()))
        self.table.fit_keywords()
        if self.model.lines:
            self.table.selectRow(0)
        said = counted(len(self._lines), self.tr("1 line"), self.tr("{0} lines"))
        if len(self._lines) >= MOST_LINES:
            said = self.tr("the first {0} lines").format(f"{MOST_LINES:,}")
        self._count.setText(self.tr("Gathering…") if self._job or not self._gathered else said)
        self.export.setEnabled(bool(self._lines))

    def _export(self, ask: Callable[..., tuple[str, str]] = QFileDialog.getSaveFileName) -> None:
        name, _ = ask(
            self, self.tr("Export the concordance"), "concordance.csv", self.tr("Tables (*.csv)")
        )
        if not name:
            return
        path = Path(name)
        try:
            write_csv(path, as_csv(self.model.lines))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            self._session.failed.emit(str(FileUnwritable(path, reason)))
        else:
            self._session.told.emit(self.tr("{0} was written.").format(path.name))

    def _make_order(self) -> QComboBox:
        order = QComboBox()
        for words, value in (
            (self.tr("the words after"), LineOrder.RIGHT),
            (self.tr("the words before"), LineOrder.LEFT),
            (self.tr("document"), LineOrder.DOCUMENT),
            (self.tr("date"), LineOrder.DATE),
        ):
            order.addItem(words, value.value)
        order.setAccessibleName(self.tr("Sort by"))
        order.currentIndexChanged.connect(lambda _: self._sort())
        return order

    def _make_words(self) -> QComboBox:
        words = QComboBox()
        for count in range(1, MOST_WORDS + 1):
            many = counted(count, self.tr("1 word"), self.tr("{0} words"))
            words.addItem(many, count)
        words.setAccessibleName(self.tr("So many words"))
        words.setToolTip(self.tr("Sort by so many words"))
        words.currentIndexChanged.connect(lambda _: self._sort())
        return words

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Sorted by")))
        row.addWidget(self.order)
        row.addWidget(self.words)
        row.addSpacing(12)
        row.addWidget(self._count, 1)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)
