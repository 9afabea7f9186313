"""The reader's annotations as the strip shows them: under words, and on pictures.

There may be thousands: they are looked up where a line is painted, and by none else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from library.joining.lighting import Lighting
from library.model.annotation import Annotation, AnnotationKind, Passage, Region
from library.model.geometry import Box

_Line = tuple[int, int, int]  # a page of the document, and the stretch of text on a line of it


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the text in front that an annotation is about."""

    annotation: Annotation
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place on a page that an annotation is about, or its words."""

    annotation: Annotation
    box: Box


class Marks:
    """What is annotated in one text, and on the scan."""

    def __init__(
        self,
        annotations: Sequence[Annotation] = (),
        version: str = "",
        lighting: Lighting | None = None,
    ) -> None:
        """`version` is the id of the text; `lighting` knows where its words stand."""
        self._version = version
        self._lighting = lighting
        self._regions: defaultdict[int, list[MarkedPlace]] = defaultdict(list)
        self._found: dict[_Line, tuple[MarkedPlace, ...]] = {}
        marks = [mark for each in annotations for mark in self._taken(each)]
        self._marks = sorted(marks, key=attrgetter("start"))
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def in_text(self, start: int, end: int) -> list[Mark]:
        """The marks of which something stands in `text[start:end]`."""
        first = bisect_left(self._marks, start - self._longest, key=attrgetter("start"))
        last = bisect_left(self._marks, end, key=attrgetter("start"))
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def on_line(self, page: int, start: int, end: int) -> Sequence[MarkedPlace]:
        """What is marked on a page, and of the words of `text[start:end]` that stand on it."""
        line = page, start, end
        if line not in self._found:
            self._found[line] = (*self._regions.get(page, ()), *self._words(*line))
        return self._found[line]

    def _words(self, page: int, start: int, end: int) -> Iterator[MarkedPlace]:
        if self._lighting is None:
            return
        for mark in self.in_text(start, end):
            stretch = max(mark.start, start), min(mark.end, end)
            for spot in self._lighting.spots(self._version, *stretch):
                if spot.page == page:
                    yield MarkedPlace(mark.annotation, spot.box)

    def _taken(self, annotation: Annotation) -> Iterator[Mark]:
        for target in annotation.targets if annotation.deleted is None else ():
            if isinstance(target, Region):
                places = (MarkedPlace(annotation, box) for box in target.boxes)
                self._regions[target.page].extend(places)
            elif isinstance(target, Passage) and target.version == self._version:
                yield Mark(annotation, target.start, target.end)


def is_line(annotation: Annotation) -> bool:
    """Whether it is drawn as a line and not filled."""
    return annotation.kind in (AnnotationKind.UNDERLINE, AnnotationKind.NOTE)
