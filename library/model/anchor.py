"""Where passages stand in a text that has changed since they were marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from library.model.annotation import Annotation, Passage, Target
from library.model.own_link import OwnLink
from library.model.placement import Placement


class AnchorState(StrEnum):
    """How sure it is that a passage was found again."""

    ANCHORED = "anchored"  # its words are where they were, or where other edits pushed them
    MOVED = "moved"  # surely found, but its words changed, or stand elsewhere in the order
    PLEASE_CHECK = "please check"  # it may be one of the candidates: the reader is to say
    LOST = "lost"  # it is not in the text any more, as far as can be told


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]`, where a passage may stand now."""

    start: int
    end: int
    likeness: float  # 0..1: of its words and of what stands around them


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of a passage.

    `candidates` are ranked, the likeliest first.  One that is anchored or moved has a single
    one, its place.  One that is lost may have a few that bear some likeness.
    """

    state: AnchorState
    candidates: tuple[Candidate, ...] = ()
    by_reader: bool = False  # the reader has said so, not the program

    @property
    def is_sure(self) -> bool:
        return self.state in (AnchorState.ANCHORED, AnchorState.MOVED)

    @property
    def place(self) -> tuple[int, int] | None:
        """Where to show it: its place, or for the time being the likeliest candidate."""
        if self.state is AnchorState.LOST or not self.candidates:
            return None
        return self.candidates[0].start, self.candidates[0].end


@dataclass(frozen=True)
class Anchors:
    """What became of the passages of a document: those not listed stand where they say."""

    found: Mapping[Passage, Anchor] = field(default_factory=dict)

    def of(self, passage: Passage) -> Anchor:
        known = self.found.get(passage)
        if known is not None:
            return known
        return Anchor(AnchorState.ANCHORED, (Candidate(passage.start, passage.end, 1.0),))

    def present(self, passage: Passage) -> Passage | None:
        """The passage with its present offsets, to show it by; None where it is lost.

        Its quotation stays what it was: it is never to be saved in the place of the passage.
        """
        place = self.of(passage).place
        return None if place is None else replace(passage, start=place[0], end=place[1])

    def present_annotations(self, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """The annotations whose passages are all surely found, with their present offsets."""
        return tuple(
            replace(each, targets=tuple(self._present_target(target) for target in each.targets))
            for each in annotations
            if all(self._is_sure(target) for target in each.targets)
        )

    def present_links(self, links: Iterable[OwnLink]) -> tuple[OwnLink, ...]:
        """The links whose passages are surely found, with their present offsets."""
        return tuple(
            replace(link, passage=present)
            for link in links
            if self.of(link.passage).is_sure and (present := self.present(link.passage))
        )

    def _is_sure(self, target: Target) -> bool:
        return not isinstance(target, Passage) or self.of(target).is_sure

    def _present_target(self, target: Target) -> Target:
        return (self.present(target) or target) if isinstance(target, Passage) else target

    def with_placements(self, placements: Iterable[Placement]) -> Anchors:
        """The same, with what the reader says of passages that were not surely found.

        Where a place that the reader gave is itself not surely found, that is asked about.
        """
        told = {}
        for each in sorted(placements, key=lambda each: (each.made, each.id)):
            if each.deleted is None and each.passage in self.found:
                told[each.passage] = self._told(each)
        return Anchors({**self.found, **told})

    def _told(self, placement: Placement) -> Anchor:
        if placement.place is None:
            return Anchor(AnchorState.LOST, by_reader=True)
        anchor = self.of(placement.place)
        return replace(anchor, by_reader=anchor.is_sure)
