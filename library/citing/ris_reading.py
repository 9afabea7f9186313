"""Reading RIS."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import rispy

from library.citing.cited import Cited
from library.citing.names import read_name
from library.citing.ris import TAGS
from library.errors import ReferencesUnreadable
from library.model.dates import read_date
from library.model.record import ArchiveDate

_PASSED_OVER = "--"  # no tag of RIS
_LONGEST = 20_000  # characters of a field that goes on for several lines
_YEAR, _MONTH, _DAY, _WORDS = range(4)


def read_ris(text: str) -> list[Cited]:
    """The references; what is no reference is passed over.  Raises `ReferencesUnreadable`."""
    try:
        entries = rispy.loads(text, implementation=_Parser, mapping=TAGS)
    except (ValueError, KeyError, IndexError, TypeError, OSError) as error:
        raise ReferencesUnreadable from error
    return [_cited(entry) for entry in entries if _first(entry, "title", "primary_title")]


class _Parser(rispy.RisParser):  # type: ignore[misc]  # it is Any to mypy
    """Passes over blank lines, and what makes a field longer than any field of a reference.

    rispy writes the whole field anew for each line that goes on with it.
    """

    DEFAULT_IGNORE: ClassVar[list[str]] = [_PASSED_OVER]
    _length = 0  # characters of the field so far

    def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
        tag, content = super().parse_line(line)
        if tag is not None:
            self._length = len(content)
            return tag, content
        self._length += len(content)
        goes_on = bool(content) and self._length <= _LONGEST
        return (None, content) if goes_on else (_PASSED_OVER, "")


def _cited(entry: Mapping[str, Any]) -> Cited:
    authors = entry.get("authors") or entry.get("first_authors") or []
    return Cited(
        title=_first(entry, "title", "primary_title"),
        authors=tuple(read_name(str(name)) for name in authors),
        date=_date(_first(entry, "date", "publication_year", "year")),
        container=_first(entry, "archived_location", "call_number"),
        collection=_first(entry, "secondary_title"),
        repository=_first(entry, "name_of_database", "publisher"),
        archive=_first(entry, "database_provider"),
        url=_first(entry, "urls"),
        record_id=_first(entry, "id", "accession_number"),
        summary=_first(entry, "abstract", "notes_abstract"),
        languages=tuple(p.strip() for p in _first(entry, "language").split(",") if p),
    )


def _first(entry: Mapping[str, Any], *names: str) -> str:
    """The first of these that says something; of a list, what stands first in it."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        if value:
            return " ".join(str(value).split())
    return ""


def _date(written: str) -> ArchiveDate | None:
    """“1944/03/03/in words”: the words count for most, for they are the archive's own."""
    parts = [part.strip() for part in written.split("/", _WORDS)]
    if len(parts) > _WORDS and parts[_WORDS]:
        return read_date(parts[_WORDS])
    numbers = [part for part in parts[:_WORDS] if part]
    return read_date("-".join(numbers)) if numbers else None
