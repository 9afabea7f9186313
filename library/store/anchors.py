"""Where passages stand in texts that were replaced since they were marked.

Derived from the passages and the wordings; what a passage says of its place is never changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from sqlite_utils import Database

from library.model.anchor import Anchor, Anchors, AnchorState, Candidate
from library.model.annotation import Passage, fits
from library.store.annotations import passage_columns, passage_in
from library.store.placements import PLACEMENTS
from library.store.rows import insert, rows
from library.store.versions import version_of
from library.store.wording_contents import digest_of

_DOUBTED = """
SELECT v.id FROM version v JOIN version_text t ON t.version = v.id
WHERE v.document = ? AND (
    t.wording IS NOT NULL OR EXISTS (SELECT 1 FROM anchor a WHERE a.version = v.id)
) ORDER BY v.place
"""
_HOLDERS = "target", "bookmark", "own_link", "checked", "correction"
_COLUMNS = "version, start, stop, quote, context_before, context_after"
_PASSAGES = " UNION ".join(
    (
        *(f"SELECT {_COLUMNS} FROM {holder} WHERE version = :version" for holder in _HOLDERS),
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
    for row in rows(db, _DOUBTED, (document_id,)):
        found |= _of_version(db, row["id"])
    return (
        Anchors(found).with_placements(PLACEMENTS.current(db, document_id)) if found else Anchors()
    )


def kept_anchors(db: Database, version_id: str, wording: str) -> dict[Passage, Anchor]:
    """Those that were saved for this wording."""
    sql = "SELECT * FROM anchor WHERE version = ? AND wording = ?"
    return {passage_in(row): _anchor(row) for row in rows(db, sql, (version_id, wording))}


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


def _of_version(db: Database, version_id: str) -> Mapping[Passage, Anchor]:
    """The anchors of the passages that do not stand where they say."""
    known = version_of(db, version_id)
    if known is None:
        return {}
    _, version = known
    kept = kept_anchors(db, version_id, digest_of(version))
    return {
        passage: kept.get(passage) or Anchor(AnchorState.PLEASE_CHECK)
        for passage in passages_of(db, version_id)
        if not fits(passage, version.text)
    }


def _anchor_columns(anchor: Anchor) -> Mapping[str, object]:
    candidates = [[each.start, each.end, round(each.likeness, 4)] for each in anchor.candidates]
    return {"state": anchor.state.value, "candidates": json.dumps(candidates)}


def _anchor(row: sqlite3.Row) -> Anchor:
    candidates = tuple(Candidate(*each) for each in json.loads(row["candidates"]))
    return Anchor(AnchorState(row["state"]), candidates)
