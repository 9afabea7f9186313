"""What came into a library last: it tells a library from others, and from its older copies."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryReplaced
from library.store.rows import first_row

_NEWEST = """
SELECT number, time, label, (SELECT id FROM document ORDER BY rowid DESC LIMIT 1) AS document
FROM (SELECT 1) LEFT JOIN (SELECT * FROM change ORDER BY number DESC LIMIT 1)
"""
_HAS = """
SELECT 1 WHERE (:number IS NULL OR EXISTS (
    SELECT 1 FROM change WHERE number = :number AND time = :time AND label = :label
)) AND (:document IS NULL OR EXISTS (SELECT 1 FROM document WHERE id = :document))
"""


@dataclass(frozen=True, slots=True)
class Newest:
    """The last change, and the document that was added last; None where there is none."""

    number: int | None = None
    time: str | None = None
    label: str | None = None
    document: str | None = None


def newest_in(db: Database) -> Newest:
    row = first_row(db, _NEWEST)
    return Newest() if row is None else Newest(*row)


def refuse_without(db: Database, newest: Newest, folder: Path) -> None:
    """Raises `LibraryReplaced` where this did not come into the library."""
    if first_row(db, _HAS, asdict(newest)) is None:
        raise LibraryReplaced(folder)
