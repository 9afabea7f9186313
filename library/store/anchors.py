"""Where passages stand in texts that were replaced since they were marked.

Derived from the passages and the wordings; what a passage says of its place is never changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping

from sqlite_utils import Database

from library.model.anchor import Anchor, Anchors, AnchorState, Candidate
from library.model.annotation import Passage, fits
from library.store.annotations import passage_columns, passage_in
from library.store.placements import placements_of
from library.store.rows import insert, rows

_REPLACED = """
SELECT v.id, t.text, t.wording FROM version v JOIN version_text t ON t.version = v.id
WHERE v.document = ? AND t.wording IS NOT NULL ORDER BY v.place
"""
_HOLDERS = "target", "bookmark", "own_link", "checked", "correction"
_COLUMNS = "version, start, stop, quote, context_before, context_after"
_PASSAGES = " UNION ".join(
    (
        *(f"SELECT {_COLUMNS} FROM {holder} WHERE version = :version" for holder in _HOLDERS),  # noqa: S608 - names of our own tables
        "SELECT version, now_start, now_stop, now_quote, now_before, now_after "
        "FROM placement WHERE version = :version AND now_start IS NOT NULL",
    )
)


def passages_of(db: Database, version_id: str) -> tuple[Passage, ...]:
    """All passages of a version that anything points at, what is in the trash too."""
    found = rows(db, f"{_PASSAGES} ORDER BY start, stop", {"version": version_id})
    return tuple(passage_in(row) for row in found)


def anchors_of(db: Database, document_id: str) -> Anchors:
    """What became of the passages of a document, with what the reader says of them.

    One that nobody has looked for yet is to be checked, without a candidate.
    """
    found: dict[Passage, Anchor] = {}
    for row in rows(db, _REPLACED, (document_id,)):
        kept = dict(_kept(db, row["id"], row["wording"]))
        for passage in passages_of(db, row["id"]):
            if not fits(passage, row["text"]):
                found[passage] = kept.get(passage) or Anchor(AnchorState.PLEASE_CHECK)
    return Anchors(found).with_placements(placements_of(db, document_id)) if found else Anchors()


def save_anchors(
    db: Database, version_id: str, wording: str, anchors: Mapping[Passage, Anchor]
) -> None:
    """Write where these passages stand in this wording, in the place of all that was known."""
    db.execute("DELETE FROM anchor WHERE version = ? AND wording = ?", (version_id, wording))
    insert(
        db,
        "anchor",
        (
            {**passage_columns(passage), **_anchor_columns(anchor), "wording": wording}
            for passage, anchor in anchors.items()
        ),
    )


def _kept(db: Database, version_id: str, wording: str) -> Iterator[tuple[Passage, Anchor]]:
    sql = "SELECT * FROM anchor WHERE version = ? AND wording = ?"
    for row in rows(db, sql, (version_id, wording)):
        yield passage_in(row), _anchor(row)


def _anchor_columns(anchor: Anchor) -> Mapping[str, object]:
    candidates = [[each.start, each.end, round(each.likeness, 4)] for each in anchor.candidates]
    return {"state": anchor.state.value, "candidates": json.dumps(candidates)}


def _anchor(row: sqlite3.Row) -> Anchor:
    candidates = tuple(Candidate(*each) for each in json.loads(row["candidates"]))
    return Anchor(AnchorState(row["state"]), candidates)
