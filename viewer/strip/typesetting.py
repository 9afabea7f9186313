"""Where the words of a line are set: under their places on the picture as far as possible.

Lengths are in pixels from where the line begins: its left, or its right where the script
is written from there.  Words never overlap, and never run out of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Width:
    """A word as it is set, and where on the picture it begins, if that is known."""

    width: float
    target: float | None = None


Row = list[float]  # where each of its words begins


def set_words(words: Sequence[Width], room: float, space: float) -> list[Row]:
    """Set words in one row under their places; in several where they need more than the room."""
    if not words:
        return []
    if _needed(words, space) > room:
        return _flowed(words, room, space)
    starts = _from_targets(words, space)
    limit = room
    for nth in reversed(range(len(words))):
        starts[nth] = min(starts[nth], limit - words[nth].width)
        limit = starts[nth] - space
    return [starts]


def _needed(words: Sequence[Width], space: float) -> float:
    return sum(word.width for word in words) + space * (len(words) - 1)


def _from_targets(words: Sequence[Width], space: float) -> Row:
    """Each word at its place, or as near behind it as the words before it allow."""
    starts: Row = []
    reached = 0.0
    for word, target in zip(words, _targets(words, space), strict=True):
        starts.append(max(reached, target))
        reached = starts[-1] + word.width + space
    return starts


def _targets(words: Sequence[Width], space: float) -> Row:
    """The places of all words; those before the first that has one stand close before it."""
    known = next((nth for nth, word in enumerate(words) if word.target is not None), 0)
    first = words[known].target or 0.0
    lead = first - sum(word.width + space for word in words[:known])
    return [max(lead, 0.0) if word.target is None else word.target for word in words]


def _flowed(words: Sequence[Width], room: float, space: float) -> list[Row]:
    """One behind the other, in as many rows as they need."""
    rows: list[Row] = [[0.0]]
    for before, word in pairwise(words):
        at = rows[-1][-1] + before.width + space
        if at + word.width > room:
            rows.append([0.0])
        else:
            rows[-1].append(at)
    return rows
