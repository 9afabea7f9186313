"""What was seen along a line of a scan, for a text to be laid upon it.

An engine that reads by connectionist temporal classification (Graves 2006) walks over a line
in equal steps and gives at each the chance of every character, or of none.  What it makes of
that is its reading; what it thought possible is kept here.
"""

from __future__ import annotations

from dataclasses import dataclass

COST_UNIT = 1 / 16  # of `ScanLine.costs`, in nats: minus the logarithm of a chance
HIGHEST_COST = 255
LATE = 0.3  # steps from the middle of a character to that of the step where it is seen

Corner = tuple[float, float]  # in page units


@dataclass(frozen=True, slots=True)
class ScanLine:
    """A line, with the characters that may stand at each of its steps.

    The n-th sight is the character `characters[n]` at step `places[n]`, at a cost of
    `costs[n]` units.  Sights are in the order of their steps; the chance that is left at a
    step is that of no character.  Characters of less than a thousandth are not kept.
    """

    line: int  # the number that its words have
    corners: tuple[Corner, Corner, Corner, Corner]  # from where its writing begins, clockwise
    steps: float  # from its beginning to its end
    places: tuple[int, ...] = ()
    characters: str = ""
    costs: bytes = b""
