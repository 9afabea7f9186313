"""Between Python's values and the rows of a table.

Times are UTC, in ISO 8601 with microseconds, so that they sort as text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlite_utils import Database

from library.surrogates import without_surrogates

Values = Sequence[object] | Mapping[str, object]

IN_LIST = "IN (SELECT value FROM json_each(?))"  # the mark is for what is `listed`


def rows(db: Database, sql: str, values: Values = ()) -> list[sqlite3.Row]:
    cursor = db.conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, _bound(values)).fetchall()


def first_row(db: Database, sql: str, values: Values = ()) -> sqlite3.Row | None:
    return next(iter(rows(db, sql, values)), None)


def rows_by(
    db: Database, column: str, sql: str, values: Collection[str]
) -> dict[str, list[sqlite3.Row]]:
    """What a question with `IN_LIST` for these values finds, by a column; in its order for each."""
    found: dict[str, list[sqlite3.Row]] = {value: [] for value in values}
    for row in rows(db, sql, (listed(values),)):
        found[row[column]].append(row)
    return found


def listed(values: Iterable[object]) -> str:
    """As JSON: a question may have a limited number of marks only."""
    return json.dumps([*values])


def insert(db: Database, table: str, records: Iterable[Mapping[str, object]]) -> None:
    db.table(table).insert_all({k: storable(v) for k, v in r.items()} for r in records)


def _bound(values: Values) -> Values:
    if isinstance(values, Mapping):
        return {name: storable(value) for name, value in values.items()}
    return tuple(storable(value) for value in values)


def storable(value: object) -> object:
    """`value`, with U+FFFD for each half of a surrogate pair: SQLite holds UTF-8 only."""
    return without_surrogates(value) if isinstance(value, str) else value


def time_text(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def time_text_or_none(time: datetime | None) -> str | None:
    return None if time is None else time_text(time)


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)


def time_of_or_none(text: str | None) -> datetime | None:
    return None if text is None else time_of(text)
