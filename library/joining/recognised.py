"""The text that recognition gives to documents that have none in the language of the scan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from library.model.document import Document, Version, VersionKind
from library.model.joined import Joined

PROVISIONAL = "recognised"  # the id of a recognised text that is not in the library yet
_OWN = (VersionKind.TRANSCRIPT, VersionKind.TEXT)


class Texts(Protocol):
    """Where versions are kept: a `library.store.store.Store`."""

    def add_version(self, document_id: str, version: Version) -> Version: ...


def needs_recognised_text(document: Document) -> bool:
    """Whether no text of the document is in the language of its scan."""
    return not any(version.kind in _OWN for version in document.versions)


def is_complete(document: Document, pages: Collection[int]) -> bool:
    """Whether the words of all scan pages are among those known."""
    return set(document.scan_pages) <= set(pages)


def with_recognised_text(document: Document, joined: Joined, texts: Texts) -> Document:
    """The document with its recognised text, which is kept from now on.

    The document itself where it has one, needs none, or not all pages are read.
    """
    made = joined.recognised
    if made is None or made.id != PROVISIONAL or not made.text.strip():
        return document
    if not document.id or not is_complete(document, joined.pages):
        return document
    kept = texts.add_version(document.id, made)
    return replace(document, versions=(*document.versions, kept))


def texts_of(document: Document, joined: Joined) -> tuple[Version, ...]:
    """The document's texts, and the recognised one where it is not kept yet."""
    recognised = joined.recognised
    if recognised is None or document.version(recognised.id) is not None:
        return document.versions
    return (*document.versions, recognised)
