"""Annotations as Markdown: a heading for each document, then quotation, note and citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from library.citing.archive import cite
from library.export.gathering import Noted, NotedDocument, titles
from library.model.annotation import Annotation
from library.model.note_links import with_links

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(documents: Iterable[NotedDocument]) -> str:
    return "\n\n".join("\n\n".join(_blocks(each)) for each in documents) + "\n"


def _blocks(noted: NotedDocument) -> Iterator[str]:
    document = noted.document
    yield f"# {_plain(document.record.title)}"
    yield _plain(cite(document))
    names = titles(noted.notes)
    for note in noted.notes:
        yield from _note(note, names)


def _note(noted: Noted, names: Mapping[str, str]) -> Iterator[str]:
    annotation = noted.annotation
    place = noted.page_shown or "The document"
    yield f"## {place} · {annotation.kind.value}, {annotation.colour.value}"
    if noted.quotation:
        yield f"> {_plain(noted.quotation)}\n>\n> — {_plain(noted.citation)}"
    if annotation.note:
        yield with_links(annotation.note.strip(), lambda name: _quoted(names.get(name)))
    if annotation.tags:
        yield "Tags: " + ", ".join(_plain(tag) for tag in annotation.tags)
    for reply in noted.replies:
        yield _reply(reply)


def _reply(reply: Annotation) -> str:
    first, *more = reply.note.strip().splitlines() or [""]
    day = reply.made.date().isoformat()
    return "\n".join([f"- *{day}:* {first}", *(f"  {line}".rstrip() for line in more)])


def _quoted(title: str | None) -> str | None:
    return None if title is None else f"“{_plain(title)}”"


def _plain(text: str) -> str:
    """Words of the archive are no Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
