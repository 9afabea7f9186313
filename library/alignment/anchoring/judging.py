"""What is known of a passage, from how alike the places are at which it may stand.

The floors and margins are set so that fewer than one in a hundred is silently misplaced,
on texts of which a sixth was left out and a tenth moved (`tests/bench/bench_anchoring.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from library.alignment.anchoring.carrying import Carried
from library.alignment.anchoring.letters import alike
from library.alignment.anchoring.searching import Sight
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import Passage

_FLOOR = 0.7  # likeness of what was carried, from which it is placed
_QUOTE_FLOOR = 0.5  # of its words alone
_KEPT = 0.3  # of its characters, from which the reader is asked whether this is it
_SAME_PLACE = 0.2  # of what stands around the very words, for them not to have moved
_SIGHT_FLOOR = 0.8  # likeness of what was merely seen, from which it is placed
_AROUND_FLOOR = 0.6  # of what stands around it
_MARGIN = 0.15  # by which it must surpass the runner-up
_RIVAL = 0.7  # likeness of a runner-up that might as well be it
_ASKED = 0.45  # likeness from which the reader is asked
_SHOWN = 0.25  # likeness from which a place is told of at all
_MOST = 5  # candidates


def judge_carried(passage: Passage, carried: Carried, text: str) -> Anchor:
    """Placed where enough of it and around it was kept; else the reader is asked."""
    words = text[carried.start : carried.end]
    quote = alike(passage.quote, words)
    likeness = (quote + carried.context) / 2
    place = (Candidate(carried.start, carried.end, likeness),)
    if words == passage.quote and carried.context >= _SAME_PLACE and not carried.moved:
        return Anchor(AnchorState.ANCHORED, place)
    if likeness >= _FLOOR and quote >= _QUOTE_FLOOR:
        return Anchor(AnchorState.MOVED, place)
    if carried.kept >= _KEPT:
        return Anchor(AnchorState.PLEASE_CHECK, place)
    return doubtful(place)


def judge_sights(passage: Passage, sights: Sequence[Sight]) -> Anchor:
    """Placed where what was seen is surely it, and nothing else could be."""
    if not sights:
        return Anchor(AnchorState.LOST)
    best, rival = sights[0], sights[1].likeness if len(sights) > 1 else 0.0
    likely = best.likeness >= _SIGHT_FLOOR and best.around >= _AROUND_FLOOR
    if likely and best.likeness - rival >= _MARGIN and rival < _RIVAL:
        at_home = best.quote == 1 and best.start == passage.start
        state = AnchorState.ANCHORED if at_home else AnchorState.MOVED
        return Anchor(state, (_candidate(best),))
    return doubtful(_candidate(sight) for sight in sights)


def doubtful(candidates: Iterable[Candidate], *, ask: bool = False) -> Anchor:
    """The reader is asked where one is at all likely, or `ask` says so; else it is lost.

    Of candidates that overlap the likelier stays.
    """
    ranked = sorted(candidates, key=lambda each: (-each.likeness, each.start))
    shown: list[Candidate] = []
    for each in ranked:
        if each.likeness >= _SHOWN and not any(_overlap(each, other) for other in shown):
            shown.append(each)
    asked = bool(shown) and (ask or shown[0].likeness >= _ASKED)
    state = AnchorState.PLEASE_CHECK if asked else AnchorState.LOST
    return Anchor(state, tuple(shown[:_MOST]))


def _candidate(sight: Sight) -> Candidate:
    return Candidate(sight.start, sight.end, sight.likeness)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end
