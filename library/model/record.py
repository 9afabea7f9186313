"""The catalogue record: what the archive says of a document, and where each value is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Source(StrEnum):
    """Where a value was found."""

    COVER = "cover"
    TEXT = "text"
    FILE = "file"  # the file's own metadata, or its name
    READER = "reader"


@dataclass(frozen=True, slots=True)
class ArchiveDate:
    """A date as the archive shows it, and what it means.

    `edtf` is the date in the Extended Date/Time Format (ISO 8601-2), None where it
    cannot be understood.
    """

    shown: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a memorandum, as it stands in the text (not in the catalogue)."""

    present: tuple[str, ...] = ()
    subject: str | None = None
    classification: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The catalogue record.  `sources` names the source of each field that has a value."""

    title: str
    date: ArchiveDate | None = None
    citation: str | None = None
    summary: str | None = None
    credits: str | None = None
    original_language: tuple[str, ...] = ()  # as shown: "Russian"
    language_codes: tuple[str, ...] = ()  # the same in BCP 47, as far as the names are known
    contents: tuple[str, ...] = ()  # as shown: "Transcript - English"
    url: str | None = None
    record_id: str | None = None
    repository: str | None = None
    collection: str | None = None
    container: str | None = None
    contributors: tuple[str, ...] = ()
    head: Head = Head()
    sources: Mapping[str, Source] = field(default_factory=dict)
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by the reader
