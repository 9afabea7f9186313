"""A window that can only read: it says why, and offers to write as soon as that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from library.errors import LibraryError, LibraryInUse
from library.store.locking import is_free
from viewer.dialogs.message_bar import MessageBar

if TYPE_CHECKING:
    from viewer.main_window import MainWindow

LOOK_EVERY = 3000  # ms
CHANGING = (
    *("open_folder", "highlight", "underline", "note", "area", "check", "correct"),
    *("doubts", "file_notes", "bookmark", "star", "place", "trash", "all_tags", "backups"),
)


class ReadingOnly(QObject):
    """Bars what would change the library; `wants_to_write` when the reader asked for that."""

    def __init__(self, window: MainWindow, hindrance: LibraryError) -> None:
        super().__init__(window)
        self.wants_to_write = False
        self._window = window
        self._hindrance = hindrance
        self.bar = MessageBar(closable=False)
        window.tabs.add_bar(self.bar)
        window.bar_actions(CHANGING, self._sentence())
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Whether the library can be written by now."""
        if not isinstance(self._hindrance, LibraryInUse):
            self._say(self._sentence(), self.tr("Try Again"))
        elif is_free(self._window.session.store.folder):
            sentence = self.tr("The other program has closed the library: you can write here now.")
            self._say(sentence, self.tr("Write Here"))
        else:
            self._say(self._sentence(), "")

    def _sentence(self) -> str:
        can = self.tr("You can read, search and export here.")
        if isinstance(self._hindrance, LibraryInUse):
            why = self.tr("Another program has this library open; to write, close that one.")
            return f"{why} {can}"
        return f"{self._hindrance} {can}"

    def _say(self, sentence: str, button: str) -> None:
        if sentence != self.bar.sentence:
            self.bar.say(sentence, button, self._write if button else None)

    def _write(self) -> None:
        """Close the window; who opened it opens it again."""
        self.wants_to_write = True
        if not self._window.close():
            self.wants_to_write = False
