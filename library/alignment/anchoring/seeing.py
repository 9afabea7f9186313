"""The scan as a second witness: a passage stood in these boxes, and which words are there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from library.alignment.anchoring.blocks import Stretch
from library.alignment.anchoring.judging import doubtful
from library.alignment.anchoring.letters import alike
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import Passage, Region
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

_SURE = 0.7  # certainty of links that count
_DENIED = 0.2  # agreement under which the scan speaks against a place
_CONFIRMED = 0.5  # and from which it speaks for one
_LIKELY = 0.5  # likeness from which a place that the scan confirms is taken


@dataclass(frozen=True)
class Seen:
    """Where a passage stood on the scan, and what of the new text stands where."""

    regions: tuple[Region, ...]
    alignment: Alignment  # of the new text

    def agreement(self, start: int, end: int) -> float | None:
        """The share of the words of this place that stand there; None where no links tell."""
        links = [link for link in self.alignment.links_between(start, end) if _tells(link)]
        if not links or not self.regions:
            return None
        return sum(self._is_there(link) for link in links) / len(links)

    @property
    def place(self) -> Stretch | None:
        """From the first to the last word of the new text that stands there."""
        pages = {region.page for region in self.regions}
        on_pages = (link for page in sorted(pages) for link in self.alignment.links_on(page))
        there = [link for link in on_pages if _tells(link) and self._is_there(link)]
        if not there:
            return None
        return min(link.start for link in there), max(link.end for link in there)

    def _is_there(self, link: Link) -> bool:
        return any(
            region.page == link.page and any(_middle_in(box, other) for other in region.boxes)
            for region in self.regions
            for box in link.boxes
        )


def heard(anchor: Anchor, seen: Seen, passage: Passage, text: str) -> Anchor:
    """What is known of a passage after the scan was asked too.

    It can settle which candidate is right, speak against a place, and name one of its own.
    """
    if anchor.is_sure:
        if not any(_is_denied(seen, each) for each in anchor.candidates):
            return anchor
    else:
        right = [each for each in anchor.candidates if _is_confirmed(seen, each)]
        if len(right) == 1 and right[0].likeness >= _LIKELY:
            return Anchor(AnchorState.MOVED, (right[0],))
    known = (_doubted(seen, each) for each in anchor.candidates)
    return doubtful((*known, *_named(seen, passage, text)))


def _named(seen: Seen, passage: Passage, text: str) -> Iterator[Candidate]:
    """The words that stand there now; for their likeness the scan counts as much as they do."""
    place = seen.place
    if place is not None:
        yield Candidate(*place, (1 + alike(passage.quote, text[slice(*place)])) / 2)


def _doubted(seen: Seen, candidate: Candidate) -> Candidate:
    """Half as likely where the scan speaks against it."""
    if not _is_denied(seen, candidate):
        return candidate
    return replace(candidate, likeness=candidate.likeness / 2)


def _is_denied(seen: Seen, candidate: Candidate) -> bool:
    agreement = seen.agreement(candidate.start, candidate.end)
    return agreement is not None and agreement < _DENIED


def _is_confirmed(seen: Seen, candidate: Candidate) -> bool:
    return (seen.agreement(candidate.start, candidate.end) or 0.0) >= _CONFIRMED


def _tells(link: Link) -> bool:
    return link.kind is not LinkKind.LINE and link.certainty >= _SURE


def _middle_in(box: Box, other: Box) -> bool:
    return other.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)
