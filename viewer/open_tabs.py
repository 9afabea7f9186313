"""Which tabs are open, from one time to the next."""

from __future__ import annotations

from dataclasses import dataclass

from library.store.store import Store

KEY = "open tabs"


@dataclass(frozen=True, slots=True)
class OpenTabs:
    """The tabs, left to right."""

    documents: tuple[str, ...] = ()
    current: str = ""  # "" for the Library tab
    files: tuple[str, ...] = ()  # that were still being added to the library

    @classmethod
    def recalled(cls, store: Store) -> OpenTabs:
        """The tabs of the last time; documents that are gone since are left out."""
        kept = store.recall(KEY)
        if not isinstance(kept, dict):
            return cls()
        listed = kept.get("documents")
        ids = [str(each) for each in listed] if isinstance(listed, list) else []
        here = store.titles(ids)
        documents = tuple(each for each in ids if each in here)
        current = str(kept.get("current", ""))
        left = kept.get("files")
        files = tuple(str(each) for each in left) if isinstance(left, list) else ()
        return cls(documents, current if current in documents else "", files)

    def remember(self, store: Store) -> None:
        """Keep them for the next time.  Raises `LibraryError`."""
        store.remember(
            KEY,
            {
                "documents": list(self.documents),
                "current": self.current,
                "files": list(self.files),
            },
        )
