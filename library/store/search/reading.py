"""Hits, with what the library says at their places."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from library.searching.hits import Hit, HitKind
from library.searching.matching import Place, places_of
from library.searching.query import Leaf
from library.searching.snippets import AROUND, snippet_of
from library.searching.words import placed_words
from library.store.annotations import annotation_of
from library.store.document_marks import tags_of
from library.store.documents import record_of
from library.store.people import FIELDS, joined_people
from library.store.rows import IN_LIST, first_row, listed, rows
from library.store.search.contents import note_texts, record_texts
from library.store.search.tables import SHIFT

_DOCUMENT = "SELECT title FROM document WHERE id = ? AND deleted IS NULL"
TEXT_PART = """
SELECT label, substr(text, ? + 1, ? - ?) AS part
FROM version v JOIN version_text t ON t.version = v.id WHERE v.id = ?
"""
_BESIDE = AROUND + 1  # code points around a passage that its snippets may need
# Changes are numbered; imports and recognised texts are none, but add a version.
_STAMPS = f"""
SELECT id, coalesce((SELECT max(change) FROM change_document c WHERE c.document = d.id), 0)
    || '.' || (SELECT count(*) FROM version v WHERE v.document = d.id)
    || '.' || (deleted IS NOT NULL)
    || CASE WHEN EXISTS (SELECT 1 FROM person_name) THEN coalesce((
        SELECT '.' || group_concat(n.person, '.')
        FROM record_list r JOIN person_name n ON n.name = r.value
        WHERE r.document = d.id AND r.field IN ({FIELDS})), '') ELSE '' END AS stamp
FROM document d
"""
_SOME_STAMPS = f"{_STAMPS} WHERE id {IN_LIST}"
_PASSAGES = f"""
SELECT p.id, h.document, p.annotation, p.version, p.start, p.stop, p.page, p.turns
FROM search_passage p JOIN search_held h ON h.number = p.id >> {SHIFT}
WHERE p.id {IN_LIST}
"""
_LABEL = "SELECT label FROM version WHERE id = ?"
_OWN_LINKS = """
SELECT page FROM own_link WHERE version = ? AND deleted IS NULL AND start < ? AND stop > ?
ORDER BY start LIMIT 1
"""


def passages_at(db: Database, ids: Iterable[int]) -> dict[int, sqlite3.Row]:
    """What the index says of these passages, by their numbers; those that are gone are missing."""
    return {row["id"]: row for row in rows(db, _PASSAGES, (listed(ids),))}


def hits_at(
    db: Database, found: Iterable[sqlite3.Row], leaves: Sequence[Leaf], *, similar: bool
) -> tuple[Hit, ...]:
    """What the rows of the index stand for; none where it is not in the library any more."""
    hits = (_hit(db, row, leaves, similar=similar) for row in found)
    return tuple(hit for hit in hits if hit is not None)


def _hit(db: Database, row: sqlite3.Row, leaves: Sequence[Leaf], *, similar: bool) -> Hit | None:
    document = first_row(db, _DOCUMENT, (row["document"],))
    if document is None:
        return None
    if row["annotation"]:
        return _in_note(db, row, document["title"], leaves, similar=similar)
    if row["version"]:
        return _in_text(db, row, document["title"], leaves, similar=similar)
    held = row["document"]
    tags, people = tags_of(db, [held])[held], joined_people(db, [held])[held]
    texts = record_texts(record_of(db, held), tags, people)
    kind = HitKind.SIMILAR if similar else HitKind.RECORD
    snippet = snippet_of(*_lit(texts, leaves))
    return Hit(kind, row["document"], document["title"], snippet)


def _in_text(
    db: Database, row: sqlite3.Row, title: str, leaves: Sequence[Leaf], *, similar: bool
) -> Hit | None:
    start, first = row["start"], max(0, row["start"] - _BESIDE)
    asked = first, row["stop"] + _BESIDE, first, row["version"]
    version = first_row(db, TEXT_PART, asked)
    if version is None:
        return None
    part = version["part"]  # a whole book would take too long for each of its hits
    words = placed_words(part[start - first : row["stop"] - first])
    places = tuple((start + s, start + e) for s, e in places_of(leaves, words))
    places = places or ((start, start),)  # the text says something else since it was indexed
    return Hit(
        kind=HitKind.SIMILAR if similar else HitKind.EXACT,
        document=row["document"],
        title=title,
        snippet=snippet_of(part, places[0][0] - first, places[0][1] - first),
        version=row["version"],
        label=version["label"],
        places=places,
        page=page_at(db, row, places[0]),
    )


def _in_note(
    db: Database, row: sqlite3.Row, title: str, leaves: Sequence[Leaf], *, similar: bool
) -> Hit | None:
    note = annotation_of(db, row["annotation"])
    if note is None or note.deleted is not None:
        return None
    version = first_row(db, _LABEL, (row["version"],))
    return Hit(
        kind=HitKind.SIMILAR if similar else HitKind.NOTE,
        document=row["document"],
        title=title,
        snippet=snippet_of(*_lit(note_texts(note), leaves)),
        version=row["version"],
        label=version["label"] if version else None,
        places=((row["start"], row["stop"]),) if row["version"] else (),
        page=row["page"],
        annotation=note.id,
    )


def _lit(texts: Mapping[str, str], leaves: Sequence[Leaf]) -> tuple[str, int, int]:
    """The first text with what is looked for, and where; else the first there is."""
    there = [text for text in texts.values() if text] or [""]
    for text in there:
        if places := places_of(leaves, placed_words(text)):
            return (text, *places[0])
    return there[0], 0, 0


def page_at(db: Database, row: sqlite3.Row, place: Place) -> int | None:
    """By the reader's own link, else by what is known of the pages of the text."""
    start, end = place
    if linked := first_row(db, _OWN_LINKS, (row["version"], end, start)):
        return int(linked["page"])
    page: int | None = row["page"]
    for at, turned_to in json.loads(row["turns"] or "[]"):
        page = turned_to if at <= start else page
    return page


def stamps(db: Database, ids: Iterable[str] | None = None) -> dict[str, str]:
    """Of each document, or of these, what state it is in."""
    found = rows(db, _STAMPS) if ids is None else rows(db, _SOME_STAMPS, (listed(ids),))
    return {row["id"]: row["stamp"] for row in found}
