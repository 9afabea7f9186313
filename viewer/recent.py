"""The documents that were read last, as a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from library.errors import DiptychError
from library.model.reading import ShelfEntry
from library.shelving.question import Place, PlaceKind, ShelfQuestion
from viewer.session import Session

SHOWN = 10
READ_LAST = ShelfQuestion(Place(PlaceKind.RECENTLY_READ))


class RecentMenu(QMenu):
    """Filled each time it is opened."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open &Recent"))
        self._session = session
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for entry in self._read_last():
            action = self.addAction(entry.title.replace("&", "&&"))
            action.triggered.connect(partial(self._session.open_document, entry.id))
        if self.isEmpty():
            self.addAction(self.tr("Nothing was read yet")).setEnabled(False)

    def _read_last(self) -> tuple[ShelfEntry, ...]:
        catalogue = self._session.store.catalogue
        try:
            return catalogue.rows(catalogue.arrange(READ_LAST).numbers[:SHOWN])
        except DiptychError as error:
            self._session.failed.emit(str(error))
            return ()
