"""The words that areas on the scan carry: what stands under them, as the text is joined now.

They are looked up in the links and shown with what the reader made; they never change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from library.joining.recognised import texts_of
from library.model.annotation import Annotation, Passage, Region, Target
from library.model.document import VersionKind
from library.model.link import Range
from viewer.places import Note

if TYPE_CHECKING:
    from viewer.joint import Joint
    from viewer.reading import Reading


class Carried:
    """Looks up the words of areas, each once for each state of the links."""

    def __init__(self, reading: Reading, joint: Joint) -> None:
        self._reading = reading
        self._joint = joint
        self._ranges: dict[tuple[Region, str], tuple[Range, ...]] = {}
        self._told: dict[str, tuple[Annotation, Annotation]] = {}
        joint.joined_changed.connect(self._forget)

    def ranges(self, region: Region, version: str) -> tuple[Range, ...]:
        """The stretches of a text that stand under an area."""
        key = region, version
        if key not in self._ranges:
            found = self._joint.lighting.words_in(version, region.page, region.boxes)
            self._ranges[key] = tuple(found)
        return self._ranges[key]

    def words(self, region: Region) -> str:
        """What stands under an area, in the first text that has it; else what stood there once."""
        for text in texts_of(self._reading.document, self._joint.joined):
            if text.kind is not VersionKind.TRANSLATION:
                ranges = self.ranges(region, text.id)
                if ranges:
                    return " … ".join(text.text[start:end] for start, end in ranges)
        return region.words

    def told(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """The notes to be shown: their areas with the words that are under them now."""
        return tuple(
            self._with_words(note) if isinstance(note, Annotation) else note for note in notes
        )

    def _with_words(self, annotation: Annotation) -> Annotation:
        if all(isinstance(target, Passage) for target in annotation.targets):
            return annotation
        known = self._told.get(annotation.id)
        if known is None or known[0] is not annotation:
            targets = tuple(map(self._target, annotation.targets))
            known = self._told[annotation.id] = annotation, replace(annotation, targets=targets)
        return known[1]

    def _target(self, target: Target) -> Target:
        return replace(target, words=self.words(target)) if isinstance(target, Region) else target

    def _forget(self) -> None:
        self._ranges.clear()
        self._told.clear()
