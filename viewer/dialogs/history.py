"""What was done, day by day, in all documents; a step can be taken back out of turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from library.model.annotation import Annotation, Bookmark
from library.store.change_log import LoggedChange
from viewer import labels
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.dialogs.wording import clock_of, day_of, note_line
from viewer.session import Session

MOST = 1000  # steps that are listed


class HistoryDialog(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("History"), self.tr("Nothing has been done yet."))
        self._session = session
        self._titles: dict[str, str] = {}
        back = self.tr("Take Back This Step")
        self.add_deed(Deed(back, self._take_back, alone=True, suits=_can_be_taken_back))
        self.add_deed(Deed(self.tr("Open the Document"), self._open, alone=True))
        session.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.show_entries(self._entries())

    def _entries(self) -> Iterator[Entry]:
        history = self._session.store.history(None, MOST)
        documents = {each for logged in history for each in logged.change.documents()}
        self._titles = self._session.store.titles(documents)
        for logged in history:
            yield Entry(logged, day_of(logged.time), self._line(logged), clock_of(logged.time))

    def _line(self, logged: LoggedChange) -> str:
        """What was done, to what, in which document."""
        change = logged.change
        items = [i for i in change.items() if isinstance(i, Annotation | Bookmark)]
        what = note_line(items[0]) if items else ""
        if len(items) > 1:
            what = self.tr("{0} notes").format(len(items))
        titles = [self._titles[each] for each in change.documents() if each in self._titles]
        parts = (labels.shown(change.label), what, ", ".join(titles[:2]))
        return " · ".join(part for part in parts if part)

    def _take_back(self, keys: Sequence[LoggedChange]) -> None:
        """Checked against what has changed since: then nothing happens, and it is said."""
        change = keys[0].change.reversed()
        documents = tuple(change.documents())
        reading = self._session.reading_of(documents[0]) if len(documents) == 1 else None
        self._session.history.do(reading, change)

    def _open(self, keys: Sequence[LoggedChange]) -> None:
        for document in keys[0].change.documents():
            if document in self._titles:
                self._session.open_document(document)
                self.accept()


def _can_be_taken_back(logged: LoggedChange) -> bool:
    """What was deleted for good left nothing to bring back."""
    return bool(logged.change.edits)
