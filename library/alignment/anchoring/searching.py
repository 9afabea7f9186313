"""Looking for a passage in a text by its words and those around them, in any spelling.

The words of the passage and of what stood around it vote for the places where they would
stand in the same order; each likely place is then compared letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from library.alignment.anchoring.blocks import Stretch
from library.alignment.anchoring.carrying import Carry
from library.alignment.anchoring.letters import alike, letter_blocks
from library.alignment.anchoring.words import WORD
from library.model.annotation import Passage, passage_of

_MOST_VOTES = 4000  # the rarest words vote; a frequent one has many places and tells little
_MOST_PLACES = 12  # that are compared
_EXACT = 50  # places with the very words that are compared
_NEAR = 24  # characters by which votes for one place may differ
_LONG = 2000  # characters from which on a passage is looked for by its ends
_END = 300
_QUOTE, _AROUND, _AT = 50, 40, 2  # what the likeness of each part counts


@dataclass(frozen=True, slots=True)
class Sight:
    """A place that looks like a passage: `text[start:end]`."""

    start: int
    end: int
    quote: float  # 0..1: likeness of its words
    around: float  # 0..1: likeness of what stands before and after it; 1 where nothing did
    likeness: float  # 0..1: of all of it, and a little for its being where it was


class Searching:
    """Looks for passages in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def sights(self, passage: Passage) -> list[Sight]:
        """Places that may be it, likeliest first; none overlaps a likelier one."""
        if len(passage.quote) > _LONG:
            return self._long(passage)
        likely = (*self._exact(passage.quote), *self._voted(passage))
        places = {self._place(passage, at) for at in dict.fromkeys(likely)} - {None}
        sights = (self._sight(passage, *place) for place in places if place)
        ranked = sorted(sights, key=lambda each: (-each.likeness, each.start))
        return list(_apart(ranked))

    def _long(self, passage: Passage) -> list[Sight]:
        """A long passage by its beginning and its end, which are looked for apart."""
        first, last = self.sights(_part(passage, 0, _END)), self.sights(_part(passage, -_END, None))
        if not first or not last:
            return []
        start, end = first[0].start, last[0].end
        if not 0.5 * len(passage.quote) <= end - start <= 2 * len(passage.quote):
            return []
        worse = min(first[0], last[0], key=lambda each: each.likeness)
        return [replace(worse, start=start, end=end)]

    def _exact(self, quote: str) -> Iterator[int]:
        at = self.text.find(quote) if quote else -1
        for _ in range(_EXACT):
            if at < 0:
                return
            yield at
            at = self.text.find(quote, at + 1)

    def _voted(self, passage: Passage) -> list[int]:
        """Where the passage would begin by the votes of its words, those with most of them."""
        votes: dict[int, float] = defaultdict(float)
        left = _MOST_VOTES
        for places, shift, length in sorted(self._words_in(passage), key=lambda each: len(each[0])):
            left -= len(places)
            if left < 0:
                break
            for place in places:
                votes[(place - shift) // _NEAR] += length / len(places) ** 0.5
        likely = sorted(votes, key=lambda near: (-votes[near] - votes.get(near + 1, 0), near))
        return [near * _NEAR + _NEAR for near in likely[:_MOST_PLACES]]

    def _words_in(self, passage: Passage) -> Iterator[tuple[Sequence[int], int, int]]:
        """For each whole word: its places in the text, how far in the passage, its length."""
        whole = passage.before + passage.quote + passage.after
        for found in WORD.finditer(whole):
            cut = not found.start() or found.end() == len(whole)
            if not cut and found[0] in self._places:
                yield self._places[found[0]], found.start() - len(passage.before), len(found[0])

    def _place(self, passage: Passage, at: int) -> Stretch | None:
        """Where the passage is, if it begins about there."""
        end = at + len(passage.quote)
        if passage.quote and self.text[at:end] == passage.quote:
            return at, end
        lead = len(passage.before)
        low = max(0, at - lead - _NEAR)
        window = self.text[low : max(low, end + len(passage.after) + _NEAR)]
        whole = passage.before + passage.quote + passage.after
        carry = Carry(whole, window, list(letter_blocks(whole, window)))
        found = carry.carried(lead, lead + len(passage.quote))
        return (low + found.start, low + found.end) if found else None

    def _sight(self, passage: Passage, start: int, end: int) -> Sight:
        quote = alike(passage.quote, self.text[start:end])
        before = self.text[max(0, start - len(passage.before)) : start]
        after = self.text[end : end + len(passage.after)]
        around = _both(passage.before, before, passage.after, after)
        off = abs(start - passage.start) / max(len(self.text), 1)
        likeness = quote * _QUOTE + around * _AROUND + max(0.0, 1 - off) * _AT
        return Sight(start, end, quote, around, likeness / (_QUOTE + _AROUND + _AT))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for found in WORD.finditer(self.text):
            places[found[0]].append(found.start())
        return dict(places)


def _part(passage: Passage, start: int, end: int | None) -> Passage:
    """A part of the words of a passage, as a passage with what stands around it."""
    first, last, _ = slice(start, end).indices(len(passage.quote))
    whole, lead = passage.before + passage.quote + passage.after, len(passage.before)
    part = passage_of(passage.version, whole, lead + first, lead + last)
    return replace(part, start=passage.start + first, end=passage.start + last)


def _both(before: str, new_before: str, after: str, new_after: str) -> float:
    """How alike what stands before is, and what stands after; what is unknown speaks for none."""
    parts = [(before, new_before), (after, new_after)]
    known = [(len(old), alike(old, new)) for old, new in parts if old]
    total = sum(length for length, _ in known)
    return sum(length * alike for length, alike in known) / total if total else 1.0


def _apart(ranked: Sequence[Sight]) -> Iterator[Sight]:
    taken: list[Sight] = []
    for sight in ranked:
        if all(sight.end <= other.start or other.end <= sight.start for other in taken):
            taken.append(sight)
            yield sight
