"""The backups of the library, and going back to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from library.store.safety.backups import Backup, Contents
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.dialogs.wording import clock_of, day_of, held_by
from viewer.session import Session

Listed = tuple[tuple[Backup, Contents | None], ...]


class BackupsDialog(ListingDialog):
    wanted = Signal(object)  # Backup: the reader wants to go back to it

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Backups"), self.tr("There is no backup yet."))
        self.explain(
            self.tr(
                "Copies of your library, which were checked when they were made. They are made "
                "at the start and each half hour when something has changed."
            )
        )
        self._session = session
        self.add_deed(Deed(self.tr("Go Back to This Backup…"), self._go_back, alone=True))
        self.now = self.add_button(self.tr("Back Up Now"), self._back_up)
        self._refresh()

    def _refresh(self) -> None:
        job = self._session.jobs.begin(self._session.store.safety.listing(), quiet=True)
        job.finished.connect(self._show)

    def _show(self, listed: Listed) -> None:
        self.show_entries(self._entries(listed))

    def _entries(self, listed: Listed) -> Iterator[Entry]:
        for backup, contents in listed:
            text = f"{clock_of(backup.time)} · {self._reason(backup)}"
            held = self.tr("cannot be read") if contents is None else held_by(contents)
            yield Entry(backup, day_of(backup.time), text, held, "history")

    def _reason(self, backup: Backup) -> str:
        reasons = {
            "by-hand": self.tr("made by you"),
            "at-start": self.tr("at the start"),
            "regular": self.tr("each half hour"),
            "before-import": self.tr("before an import"),
            "before-deleting": self.tr("before documents were deleted for good"),
        }
        return reasons.get(backup.reason, self.tr("before an update of Diptych"))

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        job = self._session.jobs.begin(self._session.store.safety.backing_up())
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))
        job.ended.connect(lambda: self.now.setEnabled(True))
        job.ended.connect(self._refresh)

    def _go_back(self, keys: Sequence[Backup]) -> None:
        question = self.tr(
            "Diptych closes its documents and opens the library as it was then. What is in it "
            "now is kept aside."
        )
        yes = QMessageBox.question(self, self.windowTitle(), question)
        if yes is QMessageBox.StandardButton.Yes:
            self.wanted.emit(keys[0])
            self.accept()
