"""What of the reader's notes lies in the text in front, at Qt's positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour, Passage, Region
from library.model.link import Range
from viewer.transcript.offsets import Offsets

RangesOf = Callable[[Region], Sequence[Range]]


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


def marks_of(
    annotations: Sequence[Annotation], version: str, offsets: Offsets, ranges_of: RangesOf
) -> tuple[Mark, ...]:
    """The marks on the version with this id, in reading order; then those of areas.

    `ranges_of` tells which stretches of the text stand under an area on the scan.
    """
    marks = [
        Mark(
            annotation.id,
            annotation.kind,
            annotation.colour,
            *offsets.positions(target.start, target.end),
            bool(annotation.note),
        )
        for annotation in annotations
        for target in annotation.targets
        if isinstance(target, Passage) and target.version == version
    ]
    piled = _piled(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.note)))
    marked = {mark.note for mark in marks}
    areas = (each for each in annotations if each.id not in marked)
    return (*piled, *_of_areas(areas, offsets, ranges_of))


def _of_areas(
    annotations: Iterable[Annotation], offsets: Offsets, ranges_of: RangesOf
) -> Iterator[Mark]:
    """Quiet marks on the words that areas on the scan carry."""
    for annotation in annotations:
        for region in annotation.targets:
            if isinstance(region, Region):
                ranges = ranges_of(region)
                for start, end in ranges:
                    yield Mark(
                        annotation.id,
                        AnnotationKind.AREA,
                        annotation.colour,
                        *offsets.positions(start, end),
                        bool(annotation.note) and end == ranges[-1][1],
                    )


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
