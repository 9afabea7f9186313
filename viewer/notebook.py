"""What the reader makes in one document: notes, bookmarks, links of their own.

Each is saved when it is made, as a change that can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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
        made = self._made(kind, (target,), colour)
        self._do(Change.add(labels.MADE[kind], made))
        return made

    def _made(
        self,
        kind: AnnotationKind,
        targets: tuple[Target, ...],
        colour: Colour | None = None,
        reply_to: str | None = None,
    ) -> Annotation:
        now, used = self._clock(), colour or self._reading.colour
        return Annotation(
            uuid4().hex,
            self._reading.document.id,
            kind,
            used,
            targets,
            made=now,
            changed=now,
            reply_to=reply_to,
        )

    def bookmark(self, name: str, target: Passage | int) -> Bookmark | None:
        """Mark a passage, or a page of the document (from 0), to come back to."""
        reading = self._reading
        if not reading.is_kept:
            return None
        passage, page = (target, None) if isinstance(target, Passage) else (None, target)
        made = Bookmark(uuid4().hex, reading.document.id, name, self._clock(), page, passage)
        self._do(Change.add(labels.BOOKMARK, made))
        return made

    def star(self) -> bool:
        """Mark the document itself, or take the mark away; whether it is marked now."""
        reading = self._reading
        starred = [mark for mark in reading.bookmarks if is_star(mark)]
        if starred or not reading.is_kept:
            self.delete_all([mark.id for mark in starred])
            return False
        document = reading.document
        made = Bookmark(uuid4().hex, document.id, document.record.title, self._clock())
        self._do(Change.add(labels.STAR, made))
        return True

    def write_note(self, note_id: str, text: str) -> None:
        """Save what the reader wrote: an annotation's note, or a bookmark's name."""
        note = self._reading.note(note_id)
        if isinstance(note, Annotation) and note.note != text:
            self._alter(labels.EDIT_NOTE, note, replace(note, note=text, changed=self._clock()))
        elif isinstance(note, Bookmark) and note.name != text:
            self._alter(labels.RENAME_BOOKMARK, note, replace(note, name=text))

    def reply(self, note_id: str) -> Annotation | None:
        """Answer an annotation: a note of its own, without a place."""
        answered = self._reading.note(note_id)
        if not isinstance(answered, Annotation) or not self._reading.is_kept:
            return None
        made = self._made(AnnotationKind.NOTE, (), answered.colour, reply_to=answered.id)
        self._do(Change.add(labels.REPLY, made))
        return made

    def note_on_document(self) -> Annotation | None:
        """A note on the document as a whole."""
        if not self._reading.is_kept:
            return None
        made = self._made(AnnotationKind.DOCUMENT, ())
        self._do(Change.add(labels.MADE[AnnotationKind.DOCUMENT], made))
        return made

    def recolour(self, note_id: str, colour: Colour) -> None:
        self.recolour_all((note_id,), colour)

    def recolour_all(self, note_ids: Iterable[str], colour: Colour) -> None:
        self._alter_annotations(
            labels.CHANGE_COLOUR, note_ids, lambda note: replace(note, colour=colour)
        )

    def tag_all(
        self, note_ids: Iterable[str], add: Iterable[str], remove: Collection[str] = ()
    ) -> None:
        """Give annotations tags, and take others from them."""
        added = tuple(add)

        def tagged(note: Annotation) -> Annotation:
            kept = (tag for tag in (*note.tags, *added) if tag not in remove)
            return replace(note, tags=tuple(dict.fromkeys(kept)))

        self._alter_annotations(labels.CHANGE_TAGS, note_ids, tagged)

    def retarget(self, note_id: str, label: str, targets: tuple[Target, ...]) -> None:
        """Move or reshape an annotation: what it is about is another place now."""
        self._alter_annotations(label, (note_id,), lambda note: replace(note, targets=targets))

    def delete_note(self, note_id: str) -> None:
        """Put a note into the trash."""
        self.delete_all((note_id,))

    def delete_all(self, note_ids: Iterable[str]) -> None:
        """Put notes into the trash, with the replies to them: one step to undo."""
        chosen = [note for each in note_ids if (note := self._reading.note(each)) is not None]
        gone = {note.id: note for note in (*chosen, *self._replies({n.id for n in chosen}))}
        now = self._clock()
        edits = tuple(Edit(note, replace(note, deleted=now)) for note in gone.values())
        if len(chosen) == 1:
            self._do(Change(labels.deleting(chosen[0]), edits))
        elif edits:
            self._do(Change(labels.DELETE_NOTES, edits))

    def _replies(self, note_ids: set[str]) -> list[Annotation]:
        """All that answers these, and what answers that."""
        found: list[Annotation] = []
        asked = note_ids
        while asked:
            answers = [a for a in self._reading.annotations if a.reply_to in asked]
            found += answers
            asked = {answer.id for answer in answers} - note_ids
        return found

    def _alter_annotations(
        self, label: str, note_ids: Iterable[str], altered: Callable[[Annotation], Annotation]
    ) -> None:
        """One step to undo; those that stay as they are do not count."""
        notes = [self._reading.note(each) for each in note_ids]
        pairs = [(note, altered(note)) for note in notes if isinstance(note, Annotation)]
        now = self._clock()
        edits = tuple(
            Edit(before, replace(after, changed=now)) for before, after in pairs if before != after
        )
        if edits:
            self._do(Change(label, edits))

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


def is_star(bookmark: Bookmark) -> bool:
    """Whether it marks the document as a whole."""
    return bookmark.page is None and bookmark.passage is None


def _touch(one: Passage, other: Passage) -> bool:
    return one.version == other.version and one.start < other.end and other.start < one.end
