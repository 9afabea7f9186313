"""What the menus do with records: of the document in front, or of those chosen on the shelf."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from library.shelving.question import Facet, ShelfQuestion
from viewer.dialogs.citing import CitingDialog
from viewer.dialogs.files import ask_for_references
from viewer.dialogs.people import PeopleDialog
from viewer.dialogs.records import RecordsDialog
from viewer.filling import Filling
from viewer.settings import Settings

if TYPE_CHECKING:
    from viewer.main_window import MainWindow


class RecordCommands:
    """By the names of the actions."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self._window = window
        self._settings = settings

    def by_action(self) -> Mapping[str, Callable[[], object]]:
        return {
            "edit_record": self.edit,
            "fill_records": self.fill,
            "people": self.people,
            "cite": self.cite,
        }

    def cite(self) -> None:
        front = self._window.tabs.front
        if front is None:
            self._window.library.with_chosen(self.cite_documents)
        else:
            self.cite_documents([front.reading.document.id])

    def cite_documents(self, ids: Sequence[str]) -> None:
        if known := list(filter(None, ids)):
            CitingDialog(self._window.session, self._settings, known, self._window).exec()

    def edit(self) -> None:
        """In the details, where there is one document in front."""
        front = self._window.tabs.front
        if front is not None:
            front.show_details()
            front.sidebar.details.edit("title")
        else:
            self._window.library.with_chosen(self.edit_documents)

    def edit_documents(self, ids: Sequence[str]) -> None:
        RecordsDialog(self._window.session, ids, self._window).exec()

    def people(self) -> None:
        """Who appears in the documents; one person's documents are shown on the shelf."""
        dialog = PeopleDialog(self._window.session, self._window)
        dialog.wanted.connect(self._show_person)
        dialog.exec()

    def _show_person(self, person: str) -> None:
        chosen = {Facet.PERSON: frozenset({person})}
        self._window.tabs.bring_to_front(None)
        self._window.library.asking.ask(ShelfQuestion(chosen=chosen))

    def fill(self) -> None:
        file = ask_for_references(self._window)
        if file is not None:
            Filling(self._window.session).begin(file)

    def find_duplicates(self) -> None:
        """Made when it is wanted: comparing texts takes arrays, which the start does without."""
        for tab in self._window.tabs.made:
            tab.flush()  # what is being written goes along
        module = import_module("viewer.dialogs.duplicates")
        module.DuplicatesDialog(self._window.session, self._window).exec()
