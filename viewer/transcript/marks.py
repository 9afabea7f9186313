"""What of the reader's notes lies in the text in front, at Qt's positions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour, Passage
from viewer.transcript.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation's passage, from `start` to `end` in Qt's positions."""

    note: str  # the annotation's id
    kind: AnnotationKind
    colour: Colour
    start: int
    end: int
    has_note: bool = False  # something is written there
    depth: int = 0  # how many earlier marks it lies on


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A bookmarked passage."""

    note: str
    start: int


def marks_of(annotations: Iterable[Annotation], version: str, offsets: Offsets) -> tuple[Mark, ...]:
    """The marks on the version with this id, in reading order."""
    marks = [
        Mark(
            annotation.id,
            annotation.kind,
            annotation.colour,
            offsets.position(target.start),
            offsets.position(target.end),
            bool(annotation.note),
        )
        for annotation in annotations
        for target in annotation.targets
        if isinstance(target, Passage) and target.version == version
    ]
    return tuple(_piled(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.note))))


def ribbons_of(bookmarks: Iterable[Bookmark], version: str, offsets: Offsets) -> tuple[Ribbon, ...]:
    return tuple(
        Ribbon(bookmark.id, offsets.position(bookmark.passage.start))
        for bookmark in bookmarks
        if bookmark.passage is not None and bookmark.passage.version == version
    )


def marks_at(marks: Sequence[Mark], position: int) -> list[Mark]:
    """The marks that hold a position, the shortest first."""
    found = [mark for mark in marks if mark.start <= position < mark.end]
    return sorted(found, key=lambda mark: mark.end - mark.start)


def _piled(marks: Sequence[Mark]) -> Iterable[Mark]:
    """The marks with their depth, so that overlapping ones can be told apart."""
    open_ends: list[int] = []
    for mark in marks:
        open_ends = [end for end in open_ends if end > mark.start]
        yield Mark(
            mark.note, mark.kind, mark.colour, mark.start, mark.end, mark.has_note, len(open_ends)
        )
        open_ends.append(mark.end)
