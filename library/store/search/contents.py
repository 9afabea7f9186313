"""What of a document is searched: its record, its notes and its texts, as rows of the index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice

from library.alignment.paging import Paging, paging_of
from library.model.annotation import Annotation, Passage, Region
from library.model.document import Document
from library.model.record import Record
from library.searching.days import span_of
from library.searching.passages import SHORT, passages_of
from library.searching.query import Field
from library.searching.words import words_of
from library.store.search.tables import RECORD, ROOM

MOST_PASSAGES = 5000  # of a document, or a few more: those of long texts are longer
Pagings = Mapping[str, Paging]  # by the version's id


@dataclass(frozen=True, slots=True)
class Row:
    """`texts` are exact, by the column that they go into; `part` numbers the row in its room."""

    part: int
    texts: Mapping[str, str]
    annotation: str | None = None
    version: str | None = None
    start: int | None = None
    stop: int | None = None
    page: int | None = None
    turns: str | None = None

    @property
    def place(self) -> tuple[object, ...]:
        """What the index keeps of it beside its words, in the order of `search_passage`."""
        return (self.annotation, self.version, self.start, self.stop, self.page, self.turns)


@dataclass(frozen=True)
class Contents:
    """A document as the index holds it."""

    document: Document
    notes: Sequence[Annotation]
    tags: Sequence[str] = ()  # of the document itself
    people: Sequence[str] = ()  # whom the reader says that names in it are of

    def record_row(self) -> Row:
        return Row(0, record_texts(self.document.record, self.tags, self.people))

    def note_rows(self) -> Iterator[Row]:
        return _note_rows(self.notes, self._pagings)

    def text_rows(self) -> Iterator[Row]:
        return _text_rows(self.document, self._pagings)

    @cached_property
    def digest(self) -> bytes:
        """Of all that the rows of the texts are made of."""
        digest = blake2b(digest_size=12)
        for version in self.document.versions:
            paging = self._pagings[version.id]
            head = version.id, str(version.kind), tuple(paging.pages), tuple(paging.starts)
            digest.update(repr(head).encode(errors="replace"))
            digest.update(version.text.encode(errors="replace"))
        return digest.digest()

    @cached_property
    def _pagings(self) -> Pagings:
        return {v.id: paging_of(self.document, v) for v in self.document.versions}

    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day that it may be from, in ISO 8601."""
        span = span_of(self.document.record.date)
        return (span[0].isoformat(), span[1].isoformat()) if span else (None, None)

    def languages(self) -> str:
        record = self.document.record
        spoken = [*record.language_codes, *record.original_language]
        written = [version.language or "" for version in self.document.versions]
        return f" {' '.join(words_of(' '.join([*spoken, *written])))} "


def record_texts(
    record: Record, tags: Sequence[str] = (), people: Sequence[str] = ()
) -> Mapping[str, str]:
    """The texts of a record, by the column of the index that they go into."""
    head, date = record.head, record.date
    others = (
        date.shown if date else None, record.summary, record.citation, record.credits,
        record.collection, record.container, record.record_id,
        head.subject, head.classification, head.place,
        *(value for values in record.added.values() for value in values),
    )  # fmt: skip
    return {
        Field.TITLE: record.title,
        Field.PERSON: "\n".join(
            (*head.present, *record.contributors, *record.added.get("creator", ()), *people)
        ),
        Field.REPOSITORY: record.repository or "",
        Field.TAG: _hashed(tags),
        RECORD: "\n".join(filter(None, others)),
    }


def note_texts(note: Annotation) -> Mapping[str, str]:
    return {Field.NOTE: note.note, Field.TAG: _hashed(note.tags)}


def _hashed(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def _note_rows(notes: Iterable[Annotation], pagings: Pagings) -> Iterator[Row]:
    spoken = (note for note in notes if note.note or note.tags)
    for part, note in enumerate(islice(spoken, ROOM - 1), 1):
        target = next(iter(note.targets), None)
        page = target.page if isinstance(target, Region) else None
        if not isinstance(target, Passage):
            yield Row(part, note_texts(note), note.id, page=page)
            continue
        paging = pagings.get(target.version)
        page = _page(paging, target.start) if paging else None
        place = target.version, target.start, target.end
        yield Row(part, note_texts(note), note.id, *place, page)


def _text_rows(document: Document, pagings: Pagings) -> Iterator[Row]:
    length = sum(len(version.text) for version in document.versions)
    short = max(SHORT, length // MOST_PASSAGES)
    passages = (
        (version, *stretch)
        for version in document.versions
        for stretch in passages_of(version.text, short)
    )
    for part, (version, start, stop) in enumerate(islice(passages, ROOM)):
        paging = pagings[version.id]
        page, turns = _page(paging, start), _turns(paging, start, stop)
        texts = {str(version.kind): version.text[start:stop]}
        yield Row(part, texts, None, version.id, start, stop, page, turns)


def _page(paging: Paging, offset: int) -> int | None:
    return paging.page_of_offset(offset)[0] if paging.pages else None


def _turns(paging: Paging, start: int, stop: int) -> str | None:
    turns = [
        (at, page)
        for page, at in zip(paging.pages, paging.starts, strict=False)
        if start < at < stop
    ]
    return json.dumps(turns) if turns else None
