"""Libraries as an earlier version of the program left them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from library.model.change import Change
from library.store.connection import connect
from library.store.rows import rows
from library.store.safety.salvaging import copy_rows, make_tables
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.reliability.noting import TEXT, a_note

OLD = 6  # the last version without seals
NOTES = 300


def make_old_library(folder: Path, notes: int = NOTES) -> int:
    """Make a library of the version OLD, unless it is there; how many notes it has."""
    if not (folder / "library.db").exists():
        new = folder.with_name(f"{folder.name}-new")
        _fill(new, notes)
        folder.mkdir()
        with (
            closing(connect(new / "library.db")) as source,
            closing(connect(folder / "part.db")) as old,
        ):
            make_tables(old, OLD)
            old.execute("PRAGMA foreign_keys = OFF")
            with old.atomic():
                for table in set(old.table_names()) & set(source.table_names()):
                    if not table.startswith(("_", "sqlite_")):
                        columns = old[table].columns_dict.keys() & source[table].columns_dict.keys()
                        found = rows(source, f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608
                        copy_rows(old, table, found)
        (folder / "part.db").rename(folder / "library.db")
    return notes


def _fill(folder: Path, notes: int) -> None:
    with Store.open(folder) as store:
        document = store.add_document(a_document("A letter", TEXT), NOON)
        made = (a_note(document, f"n{number}", f"note {number}") for number in range(notes))
        store.apply(Change.add("Notes", *made))
