"""Every change that was applied, for undo after a restart and for the reader to look back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from library.model.change import Change
from library.store.plain import change_of, plain_edits
from library.store.rows import insert, rows, storable, time_of, time_text
from library.store.safety.kinds import KINDS
from library.store.safety.seals import seal

_ALL = "SELECT * FROM change ORDER BY number DESC LIMIT :limit"
_OF_DOCUMENT = """
SELECT change.* FROM change_document JOIN change ON number = change
WHERE document = :document ORDER BY number DESC LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A change, when it was applied (UTC), and its number: later ones have higher numbers."""

    number: int
    time: datetime
    change: Change


def log_change(db: Database, change: Change, now: datetime) -> None:
    edits = json.dumps(plain_edits(change), separators=(",", ":"))
    number = db.execute(
        "INSERT INTO change (time, label, edits) VALUES (?, ?, ?)",
        (time_text(now), storable(change.label), edits),
    ).lastrowid
    insert(
        db,
        "change_document",
        ({"document": document, "change": number} for document in sorted(change.documents())),
    )
    seal(db, KINDS["change"], number)


def history(db: Database, document_id: str | None, limit: int) -> tuple[LoggedChange, ...]:
    """The last `limit` changes, of one document or of all, newest first."""
    which = {"document": document_id, "limit": limit}
    found = rows(db, _ALL if document_id is None else _OF_DOCUMENT, which)
    return tuple(_logged(row) for row in found)


def standing(logged: Iterable[LoggedChange]) -> tuple[Change, ...]:
    """Of these changes, newest first, those that were not undone since; oldest first.

    An undo is logged as what it is: the change reversed, right after what it takes back.
    """
    return left_standing(entry.change for entry in reversed(tuple(logged)))


def left_standing(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Of these changes, oldest first, those that no later one takes back."""
    stack: list[Change] = []
    for change in changes:
        if stack and change == stack[-1].reversed():
            stack.pop()
        else:
            stack.append(change)
    return tuple(stack)


def _logged(row: sqlite3.Row) -> LoggedChange:
    change = change_of(row["label"], json.loads(row["edits"]))
    return LoggedChange(row["number"], time_of(row["time"]), change)
