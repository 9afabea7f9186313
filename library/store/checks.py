"""What was checked against the scan."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from library.model.checking import Check, CheckState
from library.store.annotations import passage_in
from library.store.kept import Kept, common


def _columns(check: Check) -> Mapping[str, object]:
    return {"state": check.state.value}


def _check(row: sqlite3.Row) -> Check:
    return Check(**common(row), passage=passage_in(row), state=CheckState(row["state"]))


CHECKS = Kept("checked", "version, start, made, id", _columns, _check)
