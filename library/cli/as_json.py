"""What the commands print as JSON.  Pages count from 1, times are UTC in ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.cli.anchor_states import anchor_json
from library.importers.importing import ImportReport
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Bookmark, Passage, Target
from library.model.document import Document, Page, Version
from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate, Record
from library.pages.file_notes import FileNote

Json = Mapping[str, Any]


def document_json(document: Document) -> Json:
    return {
        "id": document.id or None,
        "title": document.record.title,
        "record": _record(document.record),
        "pages": [_page(number, page) for number, page in enumerate(document.pages, 1)],
        "versions": [_version(version) for version in document.versions],
    }


def shelf_json(entry: ShelfEntry) -> Json:
    return {
        "id": entry.id,
        "title": entry.title,
        "date": _date(entry.date),
        "languages": list(entry.languages),
        "pages": entry.pages,
        "notes": entry.notes,
        "starred": entry.starred,
        "checked": round(entry.checked, 4),
        "added": entry.added.isoformat(),
        "last_read": entry.last_read and entry.last_read.isoformat(),
    }


def annotation_json(
    annotation: Annotation, document: Document, anchors: Anchors | None = None
) -> Json:
    """`anchors` tell where passages stand if their texts have changed."""
    return {
        "id": annotation.id,
        "document": annotation.document,
        "kind": annotation.kind.value,
        "colour": annotation.colour.value,
        "quote": next((t.quote for t in annotation.targets if isinstance(t, Passage)), None),
        "note": annotation.note,
        "tags": list(annotation.tags),
        "made": annotation.made.isoformat(),
        "changed": annotation.changed.isoformat(),
        "targets": [_target(target, document, anchors) for target in annotation.targets],
    }


def bookmark_json(bookmark: Bookmark, document: Document, anchors: Anchors | None = None) -> Json:
    passage = bookmark.passage
    return {
        "id": bookmark.id,
        "document": bookmark.document,
        "name": bookmark.name,
        "page": None if bookmark.page is None else bookmark.page + 1,
        "passage": None if passage is None else _target(passage, document, anchors),
        "made": bookmark.made.isoformat(),
    }


def report_json(report: ImportReport) -> Json:
    return {
        "added": [{"file": parcel.name, "id": name} for parcel, name in report.added],
        "known": [{"file": parcel.name, "id": name} for parcel, name in report.known],
        "failed": [{"file": parcel.name, "error": str(why)} for parcel, why in report.failed],
    }


def file_note_json(note: FileNote) -> Json:
    return {
        "page": note.page + 1,
        "kind": note.kind.value,
        "boxes": [[box.left, box.top, box.right, box.bottom] for box in note.boxes],
        "colour": note.colour,
        "contents": note.contents,
        "author": note.author,
        "words": note.words,
        "made": note.made and note.made.isoformat(),
        "changed": note.changed and note.changed.isoformat(),
    }


def _record(record: Record) -> Json:
    return {
        "date": _date(record.date),
        "citation": record.citation,
        "summary": record.summary,
        "credits": record.credits,
        "original_language": list(record.original_language),
        "contents": list(record.contents),
        "url": record.url,
        "record_id": record.record_id,
        "repository": record.repository,
        "collection": record.collection,
        "container": record.container,
        "contributors": list(record.contributors),
        "head": {
            "present": list(record.head.present),
            "subject": record.head.subject,
            "classification": record.head.classification,
            "place": record.head.place,
        },
    }


def _date(date: ArchiveDate | None) -> Json | None:
    return None if date is None else {"shown": date.shown, "edtf": date.edtf}


def _page(number: int, page: Page) -> Json:
    return {
        "page": number,
        "kind": page.kind.value,
        "width": page.width,
        "height": page.height,
        "text_layer": page.text_layer,
    }


def _version(version: Version) -> Json:
    return {
        "label": version.label,
        "kind": version.kind.value,
        "language": version.language,
        "pages": [page + 1 for page in version.pages],
        "text": version.text,
    }


def _target(target: Target, document: Document, anchors: Anchors | None) -> Json:
    if isinstance(target, Passage):
        version = document.version(target.version)
        return {
            "version": version and version.label,
            "start": target.start,
            "end": target.end,
            "quote": target.quote,
            "before": target.before,
            "after": target.after,
            **anchor_json(target, anchors or Anchors()),
        }
    boxes = [[box.left, box.top, box.right, box.bottom] for box in target.boxes]
    return {"page": target.page + 1, "boxes": boxes}
