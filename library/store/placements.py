"""Where the reader says that passages stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from library.model.annotation import Passage
from library.model.placement import Placement
from library.store.annotations import passage_in
from library.store.kept import Kept, common


def _columns(placement: Placement) -> Mapping[str, object]:
    place = placement.place
    return {
        "now_start": place and place.start,
        "now_stop": place and place.end,
        "now_quote": place and place.quote,
        "now_before": place and place.before,
        "now_after": place and place.after,
    }


def _placement(row: sqlite3.Row) -> Placement:
    place = None if row["now_start"] is None else _place(row)
    return Placement(**common(row), passage=passage_in(row), place=place)


def _place(row: sqlite3.Row) -> Passage:
    now = (row[name] for name in ("now_start", "now_stop", "now_quote", "now_before", "now_after"))
    return Passage(row["version"], *now)


PLACEMENTS = Kept("placement", "made, id", _columns, _placement)
