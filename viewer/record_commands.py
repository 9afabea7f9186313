"""What the menus do with records: of the document in front, or of those chosen on the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.dialogs.citing import CitingDialog
from viewer.dialogs.files import ask_for_references
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

    def cite(self) -> None:
        if chosen := self._documents():
            CitingDialog(self._window.session, self._settings, chosen, self._window).exec()

    def edit(self) -> None:
        """In the details, where there is one document in front."""
        front = self._window.tabs.front
        if front is not None:
            front.show_details()
            front.sidebar.details.edit("title")
        elif chosen := self._window.library.chosen():
            RecordsDialog(self._window.session, chosen, self._window).exec()

    def fill(self) -> None:
        file = ask_for_references(self._window)
        if file is not None:
            Filling(self._window.session).begin(file)

    def _documents(self) -> list[str]:
        front = self._window.tabs.front
        ids = self._window.library.chosen() if front is None else [front.reading.document.id]
        return list(filter(None, ids))
