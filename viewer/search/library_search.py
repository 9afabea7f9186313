"""The search of the library: its field, what was found, and the walk through it.

The Library tab puts the parts where they belong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QStackedWidget

from library.searching.concordance import Line
from library.searching.hits import Found as Similar
from library.searching.hits import Hit, HitKind
from library.searching.parsing import parse
from library.searching.snippets import Snippet
from library.shelving.question import Order, ShelfQuestion
from viewer.asking import Asking
from viewer.search.completer import Completer
from viewer.search.concordance_panel import ConcordancePanel
from viewer.search.nothing import Nothing
from viewer.search.recent import RecentSearches
from viewer.search.results_model import ResultsModel
from viewer.search.results_table import ResultsTable
from viewer.search.rows import Kind, Row
from viewer.search.seeking import Answer, Seeking
from viewer.search.top import SearchTop
from viewer.search.walk import Found, HitWalk
from viewer.search.walk_bar import WalkBar
from viewer.session import Session


class LibrarySearch(QObject):
    """Joins the field to what is asked of the shelf, and what was found to the documents."""

    shown_changed = Signal(bool)  # whether results take the place of the table
    document_chosen = Signal(str)  # id: it is looked at among the results; "" for none
    left_downwards = Signal()  # from the field, while nothing is searched for
    entered = Signal()  # Enter in the field, while nothing is searched for

    def __init__(self, session: Session, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self.top = SearchTop()
        self.model = ResultsModel(self)
        self.table = ResultsTable(self.model)
        self.nothing = Nothing()
        self.results = QStackedWidget()
        self.results.setObjectName("paper")
        self.concordance = ConcordancePanel(session)
        for page in (self.table, self.nothing, self.concordance):
            self.results.addWidget(page)
        self.seeking = Seeking(session, self)
        self.completer = Completer(session, self)
        self.walk = HitWalk(session, self)
        self.walk_bar = WalkBar(self.walk)
        self.recent = RecentSearches(session.store)
        self._is_shown = False
        self._connect()

    @property
    def is_shown(self) -> bool:
        """Whether something is searched for."""
        return self._is_shown

    def chosen(self) -> list[str]:
        """The id of the document that the reader is at among the results."""
        if self._is_in_lines:
            line = self.concordance.current
            return [line.document] if line is not None else []
        row = self.table.row_at(self.table.currentIndex().row())
        document, hit = (self.model.document(row), self.model.hit(row)) if row else (None, None)
        if document is not None:
            return [document.entry.id]
        return [hit.document] if hit is not None else []

    @property
    def _is_in_lines(self) -> bool:
        return self.results.currentWidget() is self.concordance

    def search_for(self, words: str) -> None:
        """As if the reader had written this."""
        self.top.field.setText(words)

    def begin(self, letters: str = "") -> None:
        """Put the caret into the field, after these letters."""
        self.top.field.setFocus()
        if letters:
            self.top.field.end(False)
            self.top.field.insert(letters)

    def go_back(self) -> None:
        """The reader comes back from a document to what was found."""
        results = self.concordance if self._is_in_lines else self.table
        (results if self._is_shown else self.top.field).setFocus()

    # --- Asking ----------------------------------------------------------------------

    def _connect(self) -> None:
        field, table, model, seeking = self.top.field, self.table, self.model, self.seeking
        field.textChanged.connect(self._ask)
        field.left_downwards.connect(self._go_down)
        field.entered.connect(self._enter)
        field.finished.connect(self.recent.add)
        field.completions_wanted.connect(self.completer.complete)
        self.completer.found.connect(field.show_completions)
        self.top.recent_asked.connect(lambda menu: self.recent.fill(menu, self.search_for))
        self.top.save_asked.connect(self._save)
        self._asking.changed.connect(self._follow)
        seeking.answered.connect(self._show_answer)
        seeking.similar_found.connect(self._show_similar)
        seeking.read.connect(model.take_documents)
        model.wanted.connect(self._want)
        table.opened.connect(self._open)
        table.header.order_asked.connect(self._sort)
        table.chosen.connect(self._look_at)
        table.typed.connect(self.begin)
        table.escaped.connect(field.clear)
        table.left_upwards.connect(field.setFocus)
        self.nothing.asked.connect(field.clear)
        self.top.lines_asked.connect(lambda _: self._show_results())
        self._connect_lines()

    def _connect_lines(self) -> None:
        lines = self.concordance.table
        self.concordance.opened.connect(self._open_line)
        lines.chosen.connect(lambda line: self.document_chosen.emit(line.document))
        lines.typed.connect(self.begin)
        lines.escaped.connect(self.top.lines.toggle)
        lines.left_upwards.connect(self.top.field.setFocus)

    def _ask(self, text: str) -> None:
        query = parse(text) if text.strip() else None
        self.top.show_query(query)
        self._asking.ask(replace(self._asking.question, search=query))

    def _follow(self, now: ShelfQuestion, before: ShelfQuestion) -> None:
        if replace(now, order=(), group=None) == replace(before, order=(), group=None):
            return
        is_search = now.search is not None and now.search.root is not None
        self.concordance.stop()
        if not is_search:
            self.model.show_answer(None)
        self.seeking.ask(now)
        if not is_search and self._is_shown:
            self._is_shown = False
            self._sort(None)  # another search begins with the best again
            self.shown_changed.emit(False)

    def _show_answer(self, answer: Answer) -> None:
        standing = answer.standing
        self.model.show_answer(answer)
        self.top.show_count(len(standing.documents), standing.places, is_whole=standing.is_whole)
        if standing.documents:
            self.table.selectRow(0)
        elif standing.is_whole:
            self.nothing.say(self.top.field.text())
            self.document_chosen.emit("")
        self._show_results()
        if not self._is_shown:
            self._is_shown = True
            self.shown_changed.emit(True)

    def _show_results(self) -> None:
        """The documents, or every hit in its line, or that there is nothing."""
        answer = self.model.answer
        if answer is None or not self.model.rowCount():
            if answer is not None and answer.standing.is_whole:
                self.results.setCurrentWidget(self.nothing)
            return
        in_lines = self.top.lines.isChecked() and bool(answer.standing.documents)
        self.results.setCurrentWidget(self.concordance if in_lines else self.table)
        if in_lines and answer.standing.is_whole:
            self.concordance.show_answer(answer)

    def _show_similar(self, found: Similar) -> None:
        self.model.show_similar(found)
        self._show_results()

    def _want(self, numbers: list[int], each: int) -> None:
        if self.model.answer is not None:
            self.seeking.want(self.model.answer, numbers, each)

    def _sort(self, order: Order | None) -> None:
        self.table.header.show_order(order)
        self.seeking.sort(order)

    def _save(self) -> None:
        words = self.top.field.text().strip()
        name, agreed = QInputDialog.getText(
            self.top, self.tr("Save this search"), self.tr("Name of the collection:"), text=words
        )
        if agreed and name.strip():
            self._session.shelving.save_search(name, self._asking.question, words)

    # --- Going on to what was found --------------------------------------------------

    def _go_down(self) -> None:
        if self._is_shown and self.model.rowCount():
            (self.concordance if self._is_in_lines else self.table).setFocus()
        elif not self._is_shown:
            self.left_downwards.emit()

    def _enter(self) -> None:
        row = self.table.row_at(max(0, self.table.currentIndex().row()))
        if self._is_shown and self._is_in_lines:
            self.concordance.open_current()
        elif self._is_shown and row is not None:
            self._open(row)
        elif not self._is_shown:
            self.entered.emit()

    def _look_at(self, row: Row) -> None:
        document, hit = self.model.document(row), self.model.hit(row)
        if document is not None:
            self.document_chosen.emit(document.entry.id)
        elif hit is not None:
            self.document_chosen.emit(hit.document)

    def _open(self, row: Row) -> None:
        if row.kind in (Kind.MORE, Kind.SIMILAR):
            at = self.model.row_of(row)
            self.model.unfold(row)
            self.table.selectRow(at)
            return
        self.recent.add(self.top.field.text())
        hit, number, answer = self.model.hit(row), self.model.number(row), self.model.answer
        if answer is None:
            return
        if number is None:
            self._open_alone(hit)
            return
        document = self.model.document(row)
        if document is not None and not document.places:
            self._session.open_document(document.entry.id)
        elif document is not None:
            # The walk has an inquiry of its own: the next letter cancels that of the field.
            inquiry = self._session.store.search.inquire(answer.inquiry.query)
            words = self.top.field.text().strip()
            self.walk.begin(Found(inquiry, answer.standing, words), number, hit)

    def _open_line(self, lines: Sequence[Line], nth: int) -> None:
        """The walk goes on to the lines below it, as they are sorted."""
        words = self.top.field.text().strip()
        self.recent.add(words)
        self.walk.begin_along(lambda: [_hit_in(line) for line in lines], nth, words)

    def _open_alone(self, hit: Hit | None) -> None:
        """A similar hit is lit where it stands; it is on no walk."""
        if hit is not None:
            self.walk.show_alone(hit)


def _hit_in(line: Line) -> Hit:
    snippet, place = Snippet(line.before, line.keyword, line.after), ((line.start, line.end),)
    return Hit(HitKind.EXACT, line.document, line.title, snippet, line.version, places=place)
