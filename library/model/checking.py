"""What the reader has checked against the scan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from library.model.annotation import Passage


class CheckState(StrEnum):
    CHECKED = "checked"
    DOUBTFUL = "doubtful"
    LATER = "later"  # to come back to


@dataclass(frozen=True, slots=True)
class Check:
    """A line, paragraph or page of a text, compared with the scan.  Times are UTC."""

    id: str
    document: str
    passage: Passage
    state: CheckState
    made: datetime
    deleted: datetime | None = None  # taken back since


def checked_share(checks: Iterable[Check], version: str, length: int) -> float:
    """The part (0..1) of a text of so many code points that is checked."""
    stretches = sorted(
        (check.passage.start, min(check.passage.end, length))
        for check in checks
        if check.passage.version == version and check.state is CheckState.CHECKED
    )
    covered, reached = 0, 0
    for start, end in stretches:
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered / length if length else 0.0
