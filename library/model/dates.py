"""Dates as archives and readers write them, read into EDTF (ISO 8601-2), and put in order.

    March 3, 1944 → 1944-03-03      September 1944 → 1944-09     1944-1946 → 1944/1946
    circa 1950 → 1950~              1950? → 1950?                1940s → 194X
    весна 1944 г. → 1944-21         début 1944 → 1944-01~/1944-04~
    3.III.1944 → 1944-03-03         [undated] → None

In English, French, German, Russian and Spanish.  What cannot be understood for certain has no
EDTF value: `03/04/1944` may be March or April.
"""

from __future__ import annotations

from functools import lru_cache

from library.model.date_readings import LONGEST, readings
from library.model.dating.signs import in_signs
from library.model.dating.spans import edtf_of
from library.model.edtf import sort_key, span_of
from library.model.record import ArchiveDate

__all__ = ["read_date", "sort_key"]


def read_date(shown: str) -> ArchiveDate:
    """The date with its EDTF value, or None beside it where it cannot be understood."""
    shown = " ".join(shown.split())
    return ArchiveDate(shown, _edtf(shown) if len(shown) <= LONGEST else None)


@lru_cache(maxsize=4096)
def _edtf(shown: str) -> str | None:
    """Also of a date that is written in EDTF; 1911-12 may be two years as well."""
    written = shown.upper()
    if not readings(shown) and span_of(written):
        return written
    return edtf_of(in_signs(shown))
