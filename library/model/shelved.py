"""What the reader makes of whole documents: collections, tags, and what is still to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Collection:
    """A named place for documents, perhaps inside another; `place` orders those beside it."""

    id: str
    name: str
    parent: str = ""  # the id of the collection that it lies in, "" for none
    place: int = 0

    @property
    def document(self) -> str:
        """None in particular."""
        return ""


@dataclass(frozen=True, slots=True)
class Membership:
    """That a document is in a collection; it may be in several."""

    collection: str
    document: str

    @property
    def id(self) -> str:
        return f"{self.collection}/{self.document}"


@dataclass(frozen=True, slots=True)
class SmartCollection:
    """A question to the shelf, kept under a name.  `asked` is JSON: see `shelving.saving`."""

    id: str
    name: str
    asked: str
    place: int = 0

    @property
    def document(self) -> str:
        """None in particular."""
        return ""


@dataclass(frozen=True, slots=True)
class DocumentTag:
    """That a document has a tag, of the same names and colours as the tags of notes."""

    document: str
    name: str

    @property
    def id(self) -> str:
        return f"{self.document}/{self.name}"


@dataclass(frozen=True, slots=True)
class ToRead:
    """That the reader wants to read a document, since `made` (UTC)."""

    id: str  # the document's
    made: datetime

    @property
    def document(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Distinct:
    """That the reader says of two documents that they are not the same; the lesser id first."""

    one: str
    other: str

    @property
    def id(self) -> str:
        return f"{self.one}/{self.other}"

    @property
    def document(self) -> str:
        """None in particular."""
        return ""
