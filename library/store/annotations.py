"""Annotations, with their targets and tags."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from library.model.annotation import Annotation, AnnotationKind, Colour, Passage, Region, Target
from library.model.geometry import Box
from library.store.rows import (
    IN_LIST,
    insert,
    listed,
    rows,
    time_of,
    time_of_or_none,
    time_text,
    time_text_or_none,
)

_ANNOTATIONS = """
SELECT * FROM annotation WHERE id = :id OR document = :document ORDER BY made, id
"""
_TARGETS = """
SELECT t.* FROM annotation a JOIN target t ON t.annotation = a.id
WHERE a.id = :id OR a.document = :document ORDER BY t.annotation, t.place
"""
_BOXES = """
SELECT annotation, target, left_edge, top_edge, right_edge, bottom_edge
FROM annotation a JOIN target_box b ON b.annotation = a.id
WHERE a.id = :id OR a.document = :document ORDER BY annotation, target, place
"""
_TAGS = """
SELECT t.annotation, t.name FROM annotation a JOIN tag t ON t.annotation = a.id
WHERE a.id = :id OR a.document = :document ORDER BY t.annotation, t.place
"""


def annotations_of(db: Database, document_id: str) -> tuple[Annotation, ...]:
    """All annotations of the document, those in the trash too, in the order they were made."""
    return _read(db, {"id": None, "document": document_id})


def annotated(db: Database, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of the documents that have annotations, be they in the trash."""
    sql = f"SELECT DISTINCT document FROM annotation WHERE document {IN_LIST}"
    return tuple(row["document"] for row in rows(db, sql, (listed(ids),)))


def annotation_of(db: Database, annotation_id: str) -> Annotation | None:
    return next(iter(_read(db, {"id": annotation_id, "document": None})), None)


def save_annotation(db: Database, annotation: Annotation) -> None:
    """Write the annotation in the place of what had its id."""
    remove_annotation(db, annotation.id)
    insert(db, "annotation", [_annotation_row(annotation)])
    insert(db, "target", _target_rows(annotation))
    insert(db, "target_box", _box_rows(annotation))
    insert(db, "tag", _tag_rows(annotation))


def remove_annotation(db: Database, annotation_id: str) -> None:
    db.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))


def passage_columns(passage: Passage | None) -> Mapping[str, object]:
    """The columns that a passage fills in the tables `target` and `bookmark`."""
    return {
        "version": passage and passage.version,
        "start": passage and passage.start,
        "stop": passage and passage.end,
        "quote": passage and passage.quote,
        "context_before": passage and passage.before,
        "context_after": passage and passage.after,
    }


def passage_in(row: sqlite3.Row) -> Passage:
    return Passage(
        version=row["version"],
        start=row["start"],
        end=row["stop"],
        quote=row["quote"],
        before=row["context_before"],
        after=row["context_after"],
    )


def _read(db: Database, which: Mapping[str, object]) -> tuple[Annotation, ...]:
    targets = _targets(db, which)
    tags = defaultdict(list)
    for annotation, name in rows(db, _TAGS, which):
        tags[annotation].append(name)
    return tuple(
        _annotation(row, tuple(targets[row["id"]]), tuple(tags[row["id"]]))
        for row in rows(db, _ANNOTATIONS, which)
    )


def _targets(db: Database, which: Mapping[str, object]) -> Mapping[str, list[Target]]:
    boxes = defaultdict(list)
    for annotation, target, *edges in rows(db, _BOXES, which):
        boxes[annotation, target].append(Box(*edges))
    targets: dict[str, list[Target]] = defaultdict(list)
    for row in rows(db, _TARGETS, which):
        of_target = tuple(boxes[row["annotation"], row["place"]])
        targets[row["annotation"]].append(
            _region(row, of_target) if row["version"] is None else passage_in(row)
        )
    return targets


def _region(row: sqlite3.Row, boxes: tuple[Box, ...]) -> Region:
    corners = json.loads(row["polygon"] or "[]")
    polygon = tuple((float(x), float(y)) for x, y in corners)
    return Region(row["page"], boxes, polygon, row["image"] or "", row["words"] or "")


def _annotation(row: sqlite3.Row, targets: tuple[Target, ...], tags: tuple[str, ...]) -> Annotation:
    return Annotation(
        id=row["id"],
        document=row["document"],
        kind=AnnotationKind(row["kind"]),
        colour=Colour(row["colour"]),
        targets=targets,
        made=time_of(row["made"]),
        changed=time_of(row["changed"]),
        note=row["note"],
        tags=tags,
        deleted=time_of_or_none(row["deleted"]),
        reply_to=row["reply_to"],
    )


def _annotation_row(annotation: Annotation) -> Mapping[str, object]:
    return {
        "id": annotation.id,
        "document": annotation.document,
        "kind": annotation.kind.value,
        "colour": annotation.colour.value,
        "note": annotation.note,
        "made": time_text(annotation.made),
        "changed": time_text(annotation.changed),
        "deleted": time_text_or_none(annotation.deleted),
        "reply_to": annotation.reply_to,
    }


def _target_rows(annotation: Annotation) -> Iterable[Mapping[str, object]]:
    for place, target in enumerate(annotation.targets):
        passage = target if isinstance(target, Passage) else None
        region = target if isinstance(target, Region) else None
        of_target = {"annotation": annotation.id, "place": place, **_region_columns(region)}
        yield {**of_target, **passage_columns(passage)}


def _region_columns(region: Region | None) -> Mapping[str, object]:
    return {
        "page": region and region.page,
        "polygon": region and (json.dumps(region.polygon) if region.polygon else None),
        "image": region and region.image,
        "words": region and region.words,
    }


def _box_rows(annotation: Annotation) -> Iterable[Mapping[str, object]]:
    for number, target in enumerate(annotation.targets):
        for place, box in enumerate(target.boxes if isinstance(target, Region) else ()):
            yield {
                "annotation": annotation.id,
                "target": number,
                "place": place,
                "left_edge": box.left,
                "top_edge": box.top,
                "right_edge": box.right,
                "bottom_edge": box.bottom,
            }


def _tag_rows(annotation: Annotation) -> Iterable[Mapping[str, object]]:
    for place, name in enumerate(annotation.tags):
        yield {"annotation": annotation.id, "place": place, "name": name}
