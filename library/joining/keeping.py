"""What is kept of a document when it has been joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from library.joining.deriving import derived
from library.joining.recognised import with_recognised_text
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Target
from library.model.document import Document, Version
from library.model.joined import Joined


class TextKeeper(Protocol):
    """What is known of texts that were replaced."""

    def anchors(self, document_id: str) -> Anchors: ...


class Keeper(Protocol):
    """Where it is kept: a `library.store.store.Store`."""

    def add_version(self, document_id: str, version: Version) -> Version: ...
    def annotations(self, document_id: str) -> tuple[Annotation, ...]: ...
    @property
    def texts(self) -> TextKeeper: ...
    def save_derived(self, found: Mapping[str, tuple[Target, ...]]) -> None: ...


def keep_what_joining_tells(document: Document, joined: Joined, keeper: Keeper) -> Document:
    """Keep the recognised text, and the other side of each note.

    The document with its recognised text is returned; the same one where it got none.
    """
    fuller = with_recognised_text(document, joined, keeper)
    anchors = keeper.texts.anchors(document.id)
    annotations = anchors.present_annotations(keeper.annotations(document.id))
    keeper.save_derived(derived(fuller, joined, annotations))
    return fuller
