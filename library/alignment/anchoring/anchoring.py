"""Finding passages again in a text that has changed since they were marked.

A passage that stands where it says, with the same around it, is anchored at once.  One from
an earlier text that is known is carried over by what both texts have in common; what cannot
be carried, and what comes from a text that is not known, is looked for by its words and
those around them.  Where the scan is known, it is heard as a second witness.

Floors and a margin keep doubtful places from being taken: the reader is asked instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence
from functools import cached_property

from library.alignment.anchoring.carrying import Carry
from library.alignment.anchoring.judging import doubtful, judge_carried, judge_sights
from library.alignment.anchoring.searching import Searching
from library.alignment.anchoring.seeing import Seen, heard
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import Passage, fits
from library.progress import Progress

Witness = Callable[[Passage], Seen | None]

_EXPLAINED = 0.5  # of a place that is known to be another part of the old text
_AT_ONCE = 50  # passages from one report of progress to the next


def unseen(_: Passage) -> Seen | None:
    """The witness where nothing is known of the scan."""
    return None


def anchoring(
    passages: Collection[Passage],
    text: str,
    former: Sequence[str] = (),
    witness: Witness = unseen,
) -> Generator[Progress, None, dict[Passage, Anchor]]:
    """What became of each passage in this text.

    `former` are the texts that the passages may be from, the likeliest first.
    """
    finder = _Finder(text, former)
    anchors: dict[Passage, Anchor] = {}
    for done, passage in enumerate(passages):
        if done % _AT_ONCE == 0:
            yield Progress(done, len(passages), "Finding your notes again")
        anchor = finder.anchor(passage)
        seen = None if fits(passage, text) else witness(passage)
        anchors[passage] = heard(anchor, seen, passage, text) if seen else anchor
    return anchors


class _Finder:
    """Finds passages in one text; what takes long is done when it is first needed."""

    def __init__(self, text: str, former: Sequence[str]) -> None:
        self._text = text
        self._former = former
        self._carries: dict[int, Carry] = {}

    def anchor(self, passage: Passage) -> Anchor:
        if fits(passage, self._text):
            return Anchor(AnchorState.ANCHORED, (Candidate(passage.start, passage.end, 1.0),))
        carry = self._carry_for(passage)
        if carry is None:
            return judge_sights(passage, self._searching.sights(passage))
        return self._carried(passage, carry)

    def _carried(self, passage: Passage, carry: Carry) -> Anchor:
        """By the map; where that does not tell, also what is new in the text and looks like it."""
        carried = carry.carried(passage.start, passage.end)
        anchor = judge_carried(passage, carried, self._text) if carried else doubtful(())
        if anchor.is_sure:
            return anchor
        others = (
            Candidate(sight.start, sight.end, sight.likeness)
            for sight in self._searching.sights(passage)
            if carry.explained(sight.start, sight.end) < _EXPLAINED
        )
        ask = anchor.state is AnchorState.PLEASE_CHECK
        return doubtful((*anchor.candidates, *others), ask=ask)

    def _carry_for(self, passage: Passage) -> Carry | None:
        for nth, old in enumerate(self._former):
            if fits(passage, old):
                if nth not in self._carries:
                    self._carries[nth] = Carry.between(old, self._text)
                return self._carries[nth]
        return None

    @cached_property
    def _searching(self) -> Searching:
        return Searching(self._text)
