"""What the reader makes in one document: notes, bookmarks, links of their own.

Each is saved when it is made, as a change that can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Passage,
    Region,
    Target,
)
from library.model.change import Change, Edit, Item
from library.model.own_link import OwnLink
from viewer import labels
from viewer.clock import Clock

if TYPE_CHECKING:
    from viewer.reading import Reading


class Notebook:
    """Makes and alters; what there is, the reading tells."""

    def __init__(self, reading: Reading, do: Callable[[Change], None], clock: Clock) -> None:
        """`do` is the door for every change."""
        self._reading = reading
        self._do = do
        self._clock = clock

    def annotate(
        self, kind: AnnotationKind, target: Target, colour: Colour | None = None
    ) -> Annotation | None:
        """Make an annotation and save it; None while the document is not in the library yet."""
        reading = self._reading
        if not reading.is_kept:
            return None
        now, document = self._clock(), reading.document.id
        used = colour or reading.colour
        made = Annotation(uuid4().hex, document, kind, used, (target,), made=now, changed=now)
        self._do(Change.add(labels.MADE[kind], made))
        return made

    def bookmark(self, name: str, target: Passage | int) -> Bookmark | None:
        """Mark a passage, or a page of the document (from 0), to come back to."""
        reading = self._reading
        if not reading.is_kept:
            return None
        passage, page = (target, None) if isinstance(target, Passage) else (None, target)
        made = Bookmark(uuid4().hex, reading.document.id, name, self._clock(), page, passage)
        self._do(Change.add(labels.BOOKMARK, made))
        return made

    def write_note(self, note_id: str, text: str) -> None:
        """Save what the reader wrote: an annotation's note, or a bookmark's name."""
        note = self._reading.note(note_id)
        if isinstance(note, Annotation) and note.note != text:
            self._alter(labels.EDIT_NOTE, note, replace(note, note=text, changed=self._clock()))
        elif isinstance(note, Bookmark) and note.name != text:
            self._alter(labels.RENAME_BOOKMARK, note, replace(note, name=text))

    def recolour(self, note_id: str, colour: Colour) -> None:
        note = self._reading.note(note_id)
        if isinstance(note, Annotation) and note.colour is not colour:
            self._alter(
                labels.CHANGE_COLOUR, note, replace(note, colour=colour, changed=self._clock())
            )

    def delete_note(self, note_id: str) -> None:
        """Put a note into the trash."""
        note = self._reading.note(note_id)
        if note is not None:
            self._alter(labels.deleting(note), note, replace(note, deleted=self._clock()))

    def link(self, passage: Passage, region: Region) -> OwnLink | None:
        """“This stands here”: join a passage with its place; links it touched are replaced."""
        reading = self._reading
        if not reading.is_kept:
            return None
        now = self._clock()
        made = OwnLink(uuid4().hex, reading.document.id, passage, region, now)
        gone = [own for own in reading.joint.own_links if _touch(own.passage, passage)]
        edits = (*(Edit(own, replace(own, deleted=now)) for own in gone), Edit(None, made))
        self._do(Change(labels.LINK, edits))
        return made

    def unlink(self, own: OwnLink) -> None:
        """Take a link of the reader's back."""
        self._alter(labels.UNLINK, own, replace(own, deleted=self._clock()))

    def _alter(self, label: str, before: Item, after: Item) -> None:
        self._do(Change(label, (Edit(before, after),)))


def _touch(one: Passage, other: Passage) -> bool:
    return one.version == other.version and one.start < other.end and other.start < one.end
