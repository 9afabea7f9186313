"""Which document the preview shows: the one with the keyboard, or what is found in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from library.model.reading import ShelfEntry
from library.model.record import Record
from viewer.shelf.choice import Choice
from viewer.shelf.preview import Preview
from viewer.shelf.shelf_model import ShelfModel

LOOK_AFTER = 80  # ms: rows that are only passed are not looked at


class Looking(QObject):
    """Asks for what the preview shows, a moment after the reader came to a document."""

    asked = Signal(str)  # id; answered by `show_document`

    def __init__(
        self, preview: Preview, choice: Choice, model: ShelfModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preview, self._choice, self._model = preview, choice, model
        self.is_elsewhere = False  # something else takes the table's place
        self._awaited = ""  # the document to look at there
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._soon.timeout.connect(self._ask)

    def look(self) -> None:
        """Soon, at the document that the reader is at then."""
        self._soon.start()

    def look_at(self, document_id: str) -> None:
        """At one that is found in the table's place; "" where there is none."""
        self._awaited = document_id
        self.look()

    def show_document(
        self, entry: ShelfEntry, record: Record, citation: str, picture: QImage | None
    ) -> None:
        """Answer `asked`; an answer that comes too late is passed over."""
        if entry.id == self._here():
            self._preview.show_document(entry, record, citation, picture)

    def _here(self) -> str:
        if self.is_elsewhere:
            return self._awaited
        current = None if self._choice.is_empty() else self._choice.current()
        entry = None if current is None else self._model.entries.get(current)
        return "" if entry is None else entry.id

    def _ask(self) -> None:
        document_id = self._here()
        if not document_id:
            self._preview.clear()
        elif self._preview.isVisible():
            self.asked.emit(document_id)
