"""The searches that led somewhere, the last one first, kept from one time to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from library.errors import DiptychError
from library.store.store import Store

MOST = 12
_KEY = "recent searches"


class RecentSearches:
    """Remembers what was written into the search field."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[str, ...]:
        kept = self._store.recall(_KEY)
        return tuple(map(str, kept)) if isinstance(kept, list) else ()

    def add(self, words: str) -> None:
        """These are the last; a full disk only means that they are not remembered."""
        words = " ".join(words.split())
        if words:
            others = [each for each in self.all() if each != words]
            self._keep([words, *others][:MOST])

    def clear(self) -> None:
        self._keep([])

    def fill(self, menu: QMenu, search: Callable[[str], None]) -> None:
        """Put them into a menu; choosing one searches for it again."""
        menu.clear()
        found = self.all()
        for words in found:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, words=words: search(words))
        if found:
            menu.addSeparator()
            menu.addAction(_tr("Forget them")).triggered.connect(lambda _=False: self.clear())
        else:
            menu.addAction(_tr("None yet")).setEnabled(False)

    def _keep(self, words: list[str]) -> None:
        try:
            self._store.remember(_KEY, [*words])
        except DiptychError:
            return


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecentSearches", words)
