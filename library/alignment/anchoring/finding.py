"""Finding a passage in a text: by what the text has in common with its own, else by its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from library.alignment.anchoring.carrying import Carry
from library.alignment.anchoring.judging import doubtful, judge_carried, judge_sights
from library.alignment.anchoring.searching import Searching
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import Passage, fits

_EXPLAINED = 0.5  # of a place that is known to be another part of the old text


class Finder:
    """Finds passages in one text; what takes long is done when it is first needed."""

    def __init__(self, text: str, former: Sequence[str] = ()) -> None:
        """`former` are the texts that passages may be from, the likeliest first."""
        self._text = text
        self._former = former
        self._carries: dict[int, Carry] = {}

    def anchor(self, passage: Passage) -> Anchor:
        """What became of the passage."""
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
