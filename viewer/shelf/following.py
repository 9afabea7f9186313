"""The shelf follows the question: what is asked of the library, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from library.model.reading import ShelfEntry
from library.shelving.answer import Arranged, Bar
from library.shelving.question import ShelfQuestion
from library.store.catalogue.catalogue import Catalogue
from viewer.asking import Asking
from viewer.shelf.asker import Asker
from viewer.shelf.choice import Chosen, chosen_in
from viewer.shelf.shelf_model import PAGE
from viewer.shelf.time_axis import View

Found = Mapping[int, ShelfEntry | None]  # by number; None for what is gone


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The answer for the table, with the lines that are seen first."""

    question: ShelfQuestion
    arranged: Arranged
    chosen: Chosen
    asked_with: tuple[Sequence[int], int | None]  # what was chosen when it was asked
    first: Found


class Following(QObject):
    """Asks anew what a change of the question, or of the library, makes old."""

    arranged = Signal(object)  # Arrangement
    entries_came = Signal(object)  # Found
    facets_counted = Signal(object)  # Mapping[Facet, Sequence[FacetCount]]
    sizes_counted = Signal(object)  # Mapping[Place, int]
    bars_asked = Signal()  # the bars of the timeline are old

    def __init__(
        self,
        asking: Asking,
        asker: Asker,
        catalogue: Catalogue,
        chosen: Callable[[], tuple[Sequence[int], int | None]],
        parent: QObject | None = None,
    ) -> None:
        """`chosen` gives the numbers that are chosen in the table, and the current one."""
        super().__init__(parent)
        self._asking = asking
        self._asker = asker
        self.catalogue = catalogue
        self._chosen = chosen
        self.most = 12  # values of a facet
        asking.changed.connect(self._follow)

    def ask_all(self) -> None:
        """The library has changed, or is looked at for the first time."""
        self._ask_sizes()
        self._ask_table()
        self._ask_facets()
        self.bars_asked.emit()

    def ask_entries(self, numbers: Sequence[int]) -> None:
        """What is shown of these documents, before all else."""
        catalogue = self.catalogue
        self._asker.ask(
            "rows", lambda: found(catalogue, numbers), self.entries_came.emit, first=True
        )

    def ask_bars(self, view: View, take: Callable[[View, Sequence[Bar]], None]) -> None:
        """The bars of what the timeline shows."""
        question, catalogue = self._asking.question, self.catalogue
        self._asker.ask(
            "bars",
            lambda: catalogue.bars(question, view.scale, view.days),
            lambda bars: take(view, bars),
        )

    def ask_ids(self, numbers: Sequence[int], take: Callable[[list[str]], None]) -> None:
        catalogue = self.catalogue
        self._asker.ask("ids", lambda: list(catalogue.documents(numbers)), take, first=True)

    def show_more(self, most: int) -> None:
        """Count so many values of each facet from now on."""
        self.most = most
        self._ask_facets()

    def _follow(self, now: ShelfQuestion, before: ShelfQuestion) -> None:
        self._ask_table()
        if _which(now) != _which(before):
            self._ask_facets()
            if _which(now)[:-1] != _which(before)[:-1]:
                self.bars_asked.emit()

    def _ask_table(self) -> None:
        question, catalogue = self._asking.question, self.catalogue
        if looks_for_words(question):  # what is found takes the table's place
            self._asker.forget("table")
            return
        numbers, current = self._chosen()
        self._asker.ask(
            "table",
            lambda: _arrangement(catalogue, question, numbers, current),
            self.arranged.emit,
        )

    def _ask_facets(self) -> None:
        question, catalogue, most = self._asking.question, self.catalogue, self.most
        self._asker.ask(
            "facets",
            lambda: catalogue.facets(question, most=most),
            self.facets_counted.emit,
        )

    def _ask_sizes(self) -> None:
        self._asker.ask("sizes", self.catalogue.sizes, self.sizes_counted.emit)


def looks_for_words(question: ShelfQuestion) -> bool:
    return question.search is not None and question.search.root is not None


def _which(question: ShelfQuestion) -> tuple[object, ...]:
    """What of a question says which documents are meant; the days last."""
    chosen = {facet: values for facet, values in question.chosen.items() if values}
    return question.place, question.search, chosen, question.days


def _arrangement(
    catalogue: Catalogue,
    question: ShelfQuestion,
    numbers: Sequence[int],
    current: int | None,
) -> Arrangement:
    arranged = catalogue.arrange(question)
    chosen = chosen_in(arranged.numbers, frozenset(numbers), current)
    first = found(catalogue, arranged.numbers[:PAGE])
    return Arrangement(question, arranged, chosen, (numbers, current), first)


def found(catalogue: Catalogue, numbers: Sequence[int]) -> Found:
    entries = catalogue.rows(numbers)
    if len(entries) == len(numbers):
        return dict(zip(numbers, entries, strict=True))
    known = catalogue.numbers([entry.id for entry in entries])  # some are gone meanwhile
    here = {known[entry.id]: entry for entry in entries if entry.id in known}
    return {number: here.get(number) for number in numbers}
