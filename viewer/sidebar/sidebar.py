"""The side panel of a document's tab: the record, the notes, the differences."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from library.citing.style import Style
from viewer.fields import hairline
from viewer.reading import Reading
from viewer.sidebar.details import DetailsPanel
from viewer.sidebar.differences import DifferencesPanel
from viewer.sidebar.notes import NotesPanel

USUAL_WIDTH = 316
_DETAILS, _NOTES, _DIFFERENCES = 0, 1, 2


class Sidebar(QWidget):
    """Three tabs: "Details", "Notes 3" and "Differences 12"."""

    link_asked = Signal(str)  # address the reader clicked
    citation_asked = Signal()  # the document's, onto the clipboard
    file_notes_asked = Signal()  # the list of what the file holds itself

    def __init__(
        self, reading: Reading, style: Callable[[], Style], parent: QWidget | None = None
    ) -> None:
        """`style` is how the reader cites now."""
        super().__init__(parent)
        self.setMinimumWidth(220)
        self.details = DetailsPanel(reading)
        self.notes = NotesPanel(reading, style)
        self.differences = DifferencesPanel(reading)
        self._tabs = self._tab_row()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.details)
        self._pages.addWidget(self.notes)
        self._pages.addWidget(self.differences)
        self._lay_out()
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.details.link_asked.connect(self.link_asked)
        self.details.citation_asked.connect(self.citation_asked)
        self.notes.link_asked.connect(self.link_asked)
        self.notes.offer.asked.connect(self.file_notes_asked)
        self.notes.counted.connect(self._count)
        self.differences.counted.connect(self._count_differences)
        reading.note_opened.connect(self._show_opened)
        self._count(reading.note_count)
        self._count_differences(len(reading.differing.in_front()))

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, 600)

    def show_details(self) -> None:
        self._tabs.setCurrentIndex(_DETAILS)

    def show_notes(self) -> None:
        self._tabs.setCurrentIndex(_NOTES)

    def show_differences(self) -> None:
        self._tabs.setCurrentIndex(_DIFFERENCES)
        self.differences.setFocus()

    def flush(self) -> bool:
        """Save what is being typed at once; False where that was not possible."""
        return self.notes.flush()

    def _tab_row(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setAccessibleName(self.tr("Side panel"))
        tabs.addTab(self.tr("Details"))
        tabs.addTab(self.tr("Notes"))
        tabs.addTab(self.tr("Differences"))
        return tabs

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 8, 0)
        row.addWidget(self._tabs)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self._pages, 1)

    def _count(self, notes: int) -> None:
        name = self.tr("Notes {count}").format(count=notes) if notes else self.tr("Notes")
        self._tabs.setTabText(_NOTES, name)

    def _count_differences(self, number: int) -> None:
        several = self.tr("Differences {count}").format(count=f"{number:,}")
        self._tabs.setTabText(_DIFFERENCES, several if number else self.tr("Differences"))

    def _show_opened(self, note_id: str) -> None:
        self.show_notes()
        self.notes.write(note_id)  # again: a hidden list takes no keyboard
