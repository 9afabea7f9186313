"""Where the reader says that a passage stands, when its text has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from library.model.annotation import Passage


@dataclass(frozen=True, slots=True)
class Placement:
    """“It stands here now”, of a passage that was not surely found again.  Times are UTC.

    `place` is a passage of the text as it was then; None: it is not in the text any more.
    It counts for whatever points at this passage, which itself is never overwritten.
    """

    id: str
    document: str
    passage: Passage
    place: Passage | None
    made: datetime
    deleted: datetime | None = None  # taken back since
