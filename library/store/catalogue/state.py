"""Which state of the library the whole index was made from."""

from __future__ import annotations

from sqlite_utils import Database

from library.store.rows import first_row

EMPTY = "0.0.0"  # the state of a library without anything
_STATE = """
SELECT coalesce((SELECT max(number) FROM change), 0) || '.'
    || coalesce((SELECT max(rowid) FROM document), 0) || '.'
    || coalesce((SELECT max(rowid) FROM version), 0) AS state
"""


def state_of(library: Database) -> str:
    """The library's, as a short name that is another one after each change and import."""
    row = first_row(library, _STATE)
    return "" if row is None else str(row["state"])


def stated(index: Database) -> str:
    """The state that the index names, "" while it is being written."""
    row = first_row(index, "SELECT state FROM shelf_version")
    return "" if row is None else str(row["state"])


def write_state(index: Database, state: str) -> None:
    index.execute("UPDATE shelf_version SET state = ?", (state,))


def note_change(index: Database) -> None:
    """Have what was read of the shelf and kept be known as old."""
    index.execute("UPDATE shelf_version SET changes = changes + 1")


def edition(index: Database) -> tuple[str, int]:
    """Another one after each change to the shelf."""
    row = first_row(index, "SELECT made, changes FROM shelf_version")
    return ("", 0) if row is None else (str(row["made"]), int(row["changes"]))
