"""The reader's annotations as the strip shows them: under words, and on pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from library.joining.lighting import Lighting, Spot
from library.model.annotation import Annotation, AnnotationKind, Passage, Region
from library.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Mark:
    """One target of an annotation: words of the text in front, or places on a page."""

    annotation: Annotation
    start: int
    end: int
    places: tuple[tuple[int, Box], ...]  # a page of the document, and a box on it

    @property
    def is_line(self) -> bool:
        """Whether it is drawn as a line and not filled."""
        return self.annotation.kind in (AnnotationKind.UNDERLINE, AnnotationKind.NOTE)


def marks_of(
    annotations: Sequence[Annotation], version: str, lighting: Lighting
) -> tuple[Mark, ...]:
    """The marks of a text (its id) and of the scan; words are marked on their pictures, too."""
    return tuple(
        mark
        for annotation in annotations
        if annotation.deleted is None
        for mark in _marks(annotation, version, lighting)
    )


def _marks(annotation: Annotation, version: str, lighting: Lighting) -> Iterator[Mark]:
    for target in annotation.targets:
        if isinstance(target, Region):
            places = tuple((target.page, box) for box in target.boxes)
            yield Mark(annotation, 0, 0, places)
        elif isinstance(target, Passage) and target.version == version:
            spots = lighting.spots(version, target.start, target.end)
            yield Mark(annotation, target.start, target.end, tuple(map(_place, spots)))


def _place(spot: Spot) -> tuple[int, Box]:
    return spot.page, spot.box
