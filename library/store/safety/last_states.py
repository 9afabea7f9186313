"""What each thing was when it was changed last, as the log of changes tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from library.store.plain import TABLES
from library.store.safety.hurt_tables import readable_rows

Plain = Mapping[str, Any]
States = Mapping[tuple[str, str], Plain]  # by the thing's table and id


def last_states(db: Database) -> States:
    """Things as they were last, those in the trash too; what was taken away is not among them."""
    states: dict[tuple[str, str], Plain] = {}
    for row in readable_rows(db, "change", "number")[0]:
        for before, after in _edits(row["edits"]):
            for plain in (before, after):
                table = TABLES.get(str(plain.get("is")))
                if table is not None:
                    states.pop((table, str(plain.get("id"))), None)
                    if plain is after:
                        states[table, str(plain.get("id"))] = plain
    return states


def _edits(told: str) -> list[tuple[Plain, Plain]]:
    """The edits of a row, or none where they cannot be read any more."""
    try:
        edits = [(edit["before"] or {}, edit["after"] or {}) for edit in json.loads(told)]
    except (ValueError, TypeError, KeyError):
        return []
    return [edit for edit in edits if all(isinstance(side, dict) for side in edit)]
