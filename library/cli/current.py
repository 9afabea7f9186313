"""The library with an index that says everything, be the library open in the window."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from library.cli.progress import shown
from library.errors import LibraryInUse, LibraryUnwritable
from library.store.catalogue.catalogue import Catalogue
from library.store.search.search import Search
from library.store.store import Store


@dataclass(frozen=True, slots=True)
class Current:
    """What answers questions, all of it up to date."""

    store: Store  # for reading
    search: Search
    catalogue: Catalogue


@contextmanager
def current_library(library: Path) -> Generator[Current]:
    """Where the index is behind and another program has the library, or it can only be read, we
    make an index of our own, and take it away again.  Raises `LibraryError`s.
    """
    is_current = _brought_up_to_date(library)
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(library, read_only=True))
        if is_current:
            yield Current(store, store.search, store.catalogue)
            return
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="diptych-")))
        search = stack.enter_context(closing(store.search.apart(folder)))
        shown(search.catching_up())
        catalogue = stack.enter_context(closing(store.catalogue.apart(folder, search.keeping)))
        yield Current(store, search, catalogue)


def _brought_up_to_date(library: Path) -> bool:
    with Store.open(library, read_only=True) as store:
        if store.search.is_current():
            return True
    try:
        with Store.open(library) as store:
            shown(store.search.catching_up())
    except (LibraryInUse, LibraryUnwritable):
        return False
    return True
