"""What is to be seen of a strip beside its pictures and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from library.joining.lighting import NOTHING, Lit
from library.model.difference import Difference
from viewer.strip.marks import Marks

Stretch = tuple[int, int]  # of the text


@dataclass(slots=True)
class Shown:
    hover: Lit = NOTHING
    selection: Stretch = (0, 0)
    selected: Lit = NOTHING  # the same, as far as its places are known
    place: Stretch = (0, 0)  # the word that was clicked
    marks: Marks = field(default_factory=Marks)
    chosen: str = ""  # id of the annotation in front
    corrected: Sequence[Stretch] = ()  # what the reader corrected, in order
    differences: Sequence[Difference] = ()  # that are to be marked
    difference: Difference | None = None  # the one in front
