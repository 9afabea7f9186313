"""What stands on the scan and not in a text, in a text and not on its scan, or differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from library.model.annotation import Region


class DifferenceKind(StrEnum):
    ON_SCAN = "on the scan only"
    IN_TEXT = "in the text only"
    READING = "read otherwise"  # both have a word there, and not the same one


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that one side has and the other lacks, or has otherwise.

    `start` and `end` are code points of the text: its words, or the place between two of
    them where it lacks something (`start` == `end`).  `region` is where the words stand on
    the scan, or should stand; None where nothing around them is joined.
    """

    kind: DifferenceKind
    start: int
    end: int
    region: Region | None
    seen: str = ""  # the words on the scan as they were read, line by line
    is_clear: bool = True  # whether they were read well
