"""Links that the reader made, where the program found none or a wrong one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from library.model.annotation import Passage, Region


@dataclass(frozen=True, slots=True)
class OwnLink:
    """“This stands here”: a passage of a text and its place on the scan.

    It counts for more than anything the program finds, and is a fixed point of every
    alignment from then on.  Times are UTC.
    """

    id: str
    document: str
    passage: Passage
    region: Region
    made: datetime
    deleted: datetime | None = None  # taken back since
