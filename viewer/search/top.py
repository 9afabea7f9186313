"""The search field on top of the Library, and beside it how it was understood."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout

from library.searching.echo import echo
from library.searching.query import Query
from viewer.icons import icon
from viewer.search.field import SearchField
from viewer.words import counted


class SearchTop(QFrame):
    """Tells what the reader types; says what was found."""

    save_asked = Signal()
    lines_asked = Signal(bool)  # every hit in its line, or the documents again
    recent_asked = Signal(QMenu)  # the menu is to be filled

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.field = SearchField()
        self._echo = QLabel()
        self._echo.setObjectName("softText")
        self._echo.setTextFormat(Qt.TextFormat.PlainText)
        self._echo.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setObjectName("softText")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.lines = self._button("rows-4", self.tr("Every hit in its line"))
        self.lines.setCheckable(True)
        self.lines.toggled.connect(self.lines_asked)
        self.save = self._button("star", self.tr("Save as a smart collection"))
        self.save.clicked.connect(lambda _=False: self.save_asked.emit())
        self.recent = self._button("history", self.tr("Recent searches"))
        self.recent.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.recent)
        menu.aboutToShow.connect(lambda: self.recent_asked.emit(menu))
        self.recent.setMenu(menu)
        self._understood = ""
        self._lay_out()
        self.show_query(None)

    def show_query(self, query: Query | None) -> None:
        """Say how the query was understood, before anything is found."""
        self._understood = echo(query) if query is not None else ""
        self._echo.setText(self._understood)
        problems = query.problems if query is not None else ()
        self._problem.setText(" ".join(problems))
        self._problem.setVisible(bool(problems))
        has_words = bool(self._understood)
        self.lines.setEnabled(has_words)
        self.save.setEnabled(has_words)

    def show_count(self, documents: int, places: int, *, is_whole: bool) -> None:
        """Say what was found, with a sign that there is more where it is not all."""
        if not self._understood:
            return
        more = "" if is_whole else "+"
        found = counted(documents, self.tr("1 document"), self.tr("{0} documents"))
        there = counted(places, self.tr("1 place"), self.tr("{0} places"))
        said = f"{found}{more}, {there}{more}" if places else f"{found}{more}"
        self._echo.setText(f"{self._understood} — {said}")

    def say(self, words: str) -> None:
        """What is said while nothing is looked for."""
        if not self._understood:
            self._echo.setText(words)

    @property
    def said(self) -> str:
        return self._echo.text()

    @property
    def problem(self) -> str:
        return self._problem.text()

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self.recent)
        row.addWidget(self._echo, 3)
        row.addWidget(self.lines)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)
