"""What the reader asks of the shelf with its parts, as changes of the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from library.shelving.question import Column, Days, Facet, Place, ShelfQuestion
from viewer.asking import Asking
from viewer.shelf.facet_list import with_toggled
from viewer.shelf.filters import without_filters
from viewer.shelf.header import sorted_by


class Wishes:
    """Each asks something else; what is looked at in another way is to be remembered."""

    def __init__(self, asking: Asking, remember: Callable[[], None]) -> None:
        self._asking = asking
        self._remember = remember

    @property
    def _question(self) -> ShelfQuestion:
        return self._asking.question

    def choose_days(self, days: Days | None) -> None:
        self._asking.ask(replace(self._question, days=days))

    def toggle(self, facet: Facet, value: str) -> None:
        """Choose a value, or let it go."""
        self._asking.ask(with_toggled(self._question, facet, value))

    def sort(self, column: Column, adds: bool) -> None:  # noqa: FBT001 - a signal's payload
        """By this column; `adds` by it after the others."""
        order = sorted_by(self._question.order, column, adds=adds)
        self._asking.ask(replace(self._question, order=order))
        self._remember()

    def group(self, column: Column | None) -> None:
        self._asking.ask(replace(self._question, group=column))
        self._remember()

    def show_everything(self) -> None:
        """All documents, without filters and search."""
        self._asking.ask(replace(without_filters(self._question), place=Place(), search=None))
