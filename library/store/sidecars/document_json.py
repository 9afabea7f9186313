"""A document as values that JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    StoredFile,
    Version,
    VersionKind,
)
from library.model.record import ArchiveDate, Head, Record, Source

Plain = Mapping[str, Any]

_LISTS = ("original_language", "language_codes", "contents", "contributors")


def plain_document(document: Document) -> Plain:
    return asdict(document)


def plain_version(version: Version) -> Plain:
    return asdict(version)


def document_of(plain: Plain) -> Document:
    """The document that this was made of.  Raises `KeyError`, `TypeError` and `ValueError`."""
    return Document(
        **{
            **plain,
            "record": _record(plain["record"]),
            "files": tuple(StoredFile(**file) for file in plain["files"]),
            "pages": tuple(Page(**{**p, "kind": PageKind(p["kind"])}) for p in plain["pages"]),
            "versions": tuple(version_of(version) for version in plain["versions"]),
        }
    )


def version_of(plain: Plain) -> Version:
    return Version(
        **{
            **plain,
            "kind": VersionKind(plain["kind"]),
            "pages": tuple(plain["pages"]),
            "page_starts": tuple(plain["page_starts"]),
            "paragraphs": tuple(
                Paragraph(**{**each, "role": ParagraphRole(each["role"])})
                for each in plain["paragraphs"]
            ),
        }
    )


def _record(plain: Plain) -> Record:
    head, date = plain["head"], plain["date"]
    return Record(
        **{
            **plain,
            **{name: tuple(plain[name]) for name in _LISTS},
            "date": None if date is None else ArchiveDate(**date),
            "head": Head(**{**head, "present": tuple(head["present"])}),
            "sources": {name: Source(source) for name, source in plain["sources"].items()},
            "added": {name: tuple(values) for name, values in plain["added"].items()},
        }
    )
