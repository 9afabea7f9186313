"""What the commands print for readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import fill

from library.cli.anchor_states import anchor_line
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Bookmark, Passage, Region
from library.model.document import Document
from library.model.reading import ShelfEntry
from library.model.record import Record

_WIDTH = 88


def shelf_lines(entries: Sequence[ShelfEntry]) -> Iterable[str]:
    widest = max((len(_shown_date(entry)) for entry in entries), default=0)
    for entry in entries:
        pages = "1 page" if entry.pages == 1 else f"{entry.pages} pages"
        notes = {0: "", 1: ", 1 note"}.get(entry.notes, f", {entry.notes} notes")
        yield f"{entry.id}  {_shown_date(entry):<{widest}}  {entry.title} ({pages}{notes})"


def document_text(document: Document) -> str:
    """The record, what each page is, and the texts."""
    parts = [document.record.title, "\n".join(_record_lines(document.record))]
    parts += ["\n".join(_page_lines(document)), document.problem]
    for version in document.versions:
        language = f" ({version.language})" if version.language else ""
        parts.append(f"--- {version.label}{language} ---")
        parts += [fill(paragraph, _WIDTH) for paragraph in version.text.split("\n\n")]
    return "\n\n".join(part for part in parts if part)


def annotation_text(
    annotation: Annotation, document: Document, anchors: Anchors | None = None
) -> str:
    """`anchors` tell where passages stand if their texts have changed."""
    quotes = " … ".join(
        f"“{target.quote}”" if isinstance(target, Passage) else _area(target, document)
        for target in annotation.targets
    )
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    head = f"{annotation.id}  {annotation.colour.value} {annotation.kind.value}: {quotes}"
    states = (
        _indented(anchor_line(target, document, anchors or Anchors()))
        for target in annotation.targets
        if isinstance(target, Passage)
    )
    lines = (head, _indented(annotation.note), _indented(tags), *states)
    return "\n".join(line for line in lines if line)


def _area(target: Region, document: Document) -> str:
    name = document.page_name(target.page)
    return f"area on {name[0].lower()}{name[1:]}"


def bookmark_text(bookmark: Bookmark) -> str:
    return f"{bookmark.id}  {bookmark.name}"


def _shown_date(entry: ShelfEntry) -> str:
    return entry.date.shown if entry.date else ""


def _record_lines(record: Record) -> Iterable[str]:
    head = record.head
    fields = {
        "Date": record.date and record.date.shown,
        "Citation": record.citation,
        "Summary": record.summary,
        "Credits": record.credits,
        "Original language": ", ".join(record.original_language),
        "Contents": ", ".join(record.contents),
        "Address": record.url,
        "Record": record.record_id,
        "Repository": record.repository,
        "Collection": record.collection,
        "Container": record.container,
        "Contributors": ", ".join(record.contributors),
        "Present": ", ".join(head.present),
        "Subject": head.subject,
        "Classification": head.classification,
        "Place": head.place,
    }
    for name, value in fields.items():
        if value:
            yield fill(f"{name}: {value}", _WIDTH, subsequent_indent="    ")


def _page_lines(document: Document) -> Iterable[str]:
    numbered = enumerate(document.pages, 1)
    for kind, run in groupby(numbered, key=lambda pair: pair[1].kind):
        numbers = [number for number, _ in run]
        pages = f"Pages {numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else f"Page {numbers[0]}"
        yield f"{pages}: {kind.value}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
