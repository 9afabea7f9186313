"""The other side of each annotation, as the links tell it now.

What the reader made is never changed by it: a passage has its region here, a region its
passage.  Kept so that exports and search have both sides without joining anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple

from sqlite_utils import Database

from library.model.annotation import Passage, Region, Target
from library.model.geometry import Box
from library.store.annotations import passage_columns, passage_in
from library.store.rows import insert, rows

Derived = Mapping[str, tuple[Target, ...]]  # by the annotation's id

_OF_DOCUMENT = """
SELECT d.* FROM annotation a JOIN derived_target d ON d.annotation = a.id
WHERE a.document = ? ORDER BY d.annotation, d.place
"""


def derived_of(db: Database, document_id: str) -> Derived:
    targets: dict[str, list[Target]] = defaultdict(list)
    for row in rows(db, _OF_DOCUMENT, (document_id,)):
        targets[row["annotation"]].append(_target(row))
    return {annotation: tuple(found) for annotation, found in targets.items()}


def save_derived(db: Database, derived: Derived) -> None:
    """Write the derived targets of these annotations in the place of those they had."""
    for annotation in derived:
        db.execute("DELETE FROM derived_target WHERE annotation = ?", (annotation,))
    insert(
        db,
        "derived_target",
        (row for annotation, targets in derived.items() for row in _rows(annotation, targets)),
    )


def _rows(annotation: str, targets: Iterable[Target]) -> Iterable[Mapping[str, object]]:
    for place, target in enumerate(targets):
        passage = target if isinstance(target, Passage) else None
        region = target if isinstance(target, Region) else None
        yield {
            "annotation": annotation,
            "place": place,
            "page": region and region.page,
            "boxes": region and json.dumps([astuple(box) for box in region.boxes]),
            **passage_columns(passage),
        }


def _target(row: sqlite3.Row) -> Target:
    if row["version"] is not None:
        return passage_in(row)
    return Region(row["page"], tuple(Box(*edges) for edges in json.loads(row["boxes"])))
