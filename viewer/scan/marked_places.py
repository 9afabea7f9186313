"""Where the reader's notes stand on the pages: areas drawn there, and words marked in a text.

Worked out for a page when it is looked at, some hundred passages at a time, and kept until
notes or links are others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from library.joining.lighting import Lighting, Spot, Sureness
from library.model.annotation import Annotation, Passage, Region
from library.model.geometry import Box, box_around
from viewer.reading import Reading

AT_ONCE = 250  # passages that are looked for on a page at one go: some 5 ms


@dataclass(frozen=True)
class MarkedPlace:
    """What of an annotation stands on one page."""

    annotation: Annotation
    spots: tuple[Spot, ...]
    is_drawn: bool  # on the scan; else found for words that were marked in a text

    @cached_property
    def around(self) -> Box:
        return box_around([spot.box for spot in self.spots])

    @cached_property
    def size(self) -> float:
        """The part of the page that it covers."""
        return sum(spot.box.width * spot.box.height for spot in self.spots)

    def holds(self, x: float, y: float) -> bool:
        return self.around.holds(x, y) and any(spot.box.holds(x, y) for spot in self.spots)


class Candidates:
    """Of many annotations those that may be on a page, found without a look at each."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._annotations = annotations
        self._areas: dict[int, set[int]] = defaultdict(set)  # by page, as indices
        self._passages: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for index, annotation in enumerate(annotations):
            if annotation.deleted is None:
                self._list(index, annotation)

    def on(self, page: int, lighting: Lighting) -> Iterator[Annotation]:
        """In the order in which they were given."""
        found = set(self._areas.get(page, ()))
        for version, passages in self._passages.items():
            first, last = lighting.stretch_on(page, version)
            found.update(i for start, end, i in passages if start < last and end > first)
        return (self._annotations[index] for index in sorted(found))

    def _list(self, index: int, annotation: Annotation) -> None:
        for target in annotation.targets:
            if isinstance(target, Region):
                self._areas[target.page].add(index)
            else:
                self._passages[target.version].append((target.start, target.end, index))


class MarkedPlaces:
    """The places of a reading's annotations, page by page."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._candidates = Candidates(())
        self._pages: dict[int, Sequence[MarkedPlace]] = {}
        self._spots: dict[tuple[Passage, int], tuple[Spot, ...]] = {}
        self._left = AT_ONCE
        self._is_behind = False

    def forget_notes(self) -> None:
        """There are other notes."""
        present = self._reading.anchoring.present(self._reading.annotations)
        self._candidates = Candidates(present)
        self._pages.clear()

    def forget_links(self) -> None:
        """Words stand elsewhere, or are found where they were not before."""
        self._pages.clear()
        self._spots.clear()

    def on(self, page: int) -> Sequence[MarkedPlace]:
        """What is marked on a page of the document, as far as it is known; the largest first."""
        if page in self._pages:
            return self._pages[page]
        self._left = AT_ONCE
        found = sorted(self._found(page), key=lambda place: -place.size)
        if self._left >= 0:
            self._pages[page] = found
        else:
            self._is_behind = True
        return found

    def was_behind(self) -> bool:
        """Whether there is more on pages that were looked at since this was asked."""
        was_behind, self._is_behind = self._is_behind, False
        return was_behind

    def at(self, page: int, x: float, y: float) -> MarkedPlace | None:
        """What is marked at a point of a page; of several the smallest."""
        return next((place for place in self.on(page)[::-1] if place.holds(x, y)), None)

    def _found(self, page: int) -> Iterator[MarkedPlace]:
        for annotation in self._candidates.on(page, self._reading.joint.lighting):
            drawn = tuple(_drawn(annotation, page))
            if drawn:
                yield MarkedPlace(annotation, drawn, is_drawn=True)
                continue
            spots = tuple(self._of_words(annotation, page))
            if spots:
                yield MarkedPlace(annotation, spots, is_drawn=False)

    def _of_words(self, annotation: Annotation, page: int) -> Iterator[Spot]:
        for target in annotation.targets:
            if isinstance(target, Passage):
                yield from self._spots_of(target, page)

    def _spots_of(self, passage: Passage, page: int) -> tuple[Spot, ...]:
        key = passage, page
        if key not in self._spots:
            self._left -= 1
            if self._left < 0:
                return ()
            lighting = self._reading.joint.lighting
            self._spots[key] = lighting.spots_on(page, passage.version, passage.start, passage.end)
        return self._spots[key]


def _drawn(annotation: Annotation, page: int) -> Iterator[Spot]:
    for target in annotation.targets:
        if isinstance(target, Region) and target.page == page:
            for box in target.boxes:
                yield Spot(page, box, Sureness.SOLID)
