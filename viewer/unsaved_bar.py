"""One sentence that stays as long as something is not saved."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from viewer.dialogs.message_bar import MessageBar
from viewer.session import Session
from viewer.unsaved_notes import unsaved_notes


class UnsavedBar(MessageBar):
    """Says why nothing can be saved, and offers the reader's words meanwhile."""

    def __init__(self, session: Session) -> None:
        super().__init__(closable=False)
        self._session = session
        session.saving.changed.connect(self._show)

    def _show(self) -> None:
        saving = self._session.saving
        if saving.trouble is None:
            self.close_message()
            return
        stays = self.tr("What you write stays here, and is saved as soon as that is possible.")
        sentence = f"{saving.trouble} {stays}"
        action = self._copy if saving.waiting else None
        if (sentence, action) != (self.sentence, self.action):
            self.say(sentence, self.tr("Copy My Unsaved Notes"), action)

    def _copy(self) -> None:
        copy_unsaved_notes(self._session)
        self._session.told.emit(self.tr("Your unsaved notes are on the clipboard."))


def copy_unsaved_notes(session: Session) -> None:
    titles = {r.document.id: r.document.record.title for r in session.readings}
    QApplication.clipboard().setText(unsaved_notes(session.saving.waiting, titles))
