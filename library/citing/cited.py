"""What a citation needs to know of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from library.citing.dates import Manner, date_words
from library.citing.names import Name, read_name
from library.importers.citation import read_citation
from library.importers.shelf_mark import is_institution
from library.model.document import Document
from library.model.record import ArchiveDate, Record

_UNDATED = re.compile(r"[\[(]?\s*(?:undated|not dated|no date|n\.?\s?d\.?)\s*[\])]?", re.IGNORECASE)
_CLOSING = re.compile(r"[”\"],?")
_DOUBLE = re.compile(r"[“„«](?P<inner>[^”“»]*)[”“»]|\"(?P<straight>[^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Cited:
    """One document of an archive, and the pages of its scan (from 1) that are meant.

    `repository` is who holds the original, `archive` the digital archive that shows it.
    """

    title: str
    authors: tuple[Name, ...] = ()
    date: ArchiveDate | None = None
    container: str = ""
    collection: str = ""
    repository: str = ""
    archive: str = ""
    url: str = ""
    record_id: str = ""
    summary: str = ""
    languages: tuple[str, ...] = ()  # BCP 47, of the original
    citation: str = ""  # as the archive itself gives it
    file: str = ""
    pages: tuple[int, ...] = ()

    @property
    def quoted_title(self) -> str:
        """For use within quotation marks: those inside it are single ones."""
        title = " ".join(self.title.split()).rstrip(".")
        return _DOUBLE.sub(lambda m: f"‘{m['inner'] or m['straight'] or ''}’", title)

    def date_in(self, manner: Manner) -> str:
        """In words; as the archive shows it where it is not understood; "" for none."""
        if self.date is None or _UNDATED.fullmatch(self.date.shown.strip()):
            return ""
        words = date_words(self.date.edtf, manner) if self.date.edtf else None
        return words or " ".join(self.date.shown.split())

    @property
    def page_numbers(self) -> str:
        """“2”, “2–4, 7”."""
        runs: list[list[int]] = []
        for page in sorted(set(self.pages)):
            if runs and page == runs[-1][-1] + 1:
                runs[-1].append(page)
            else:
                runs.append([page])
        return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)

    @property
    def pages_of_scan(self) -> str:
        """“scan p. 2”, “scan pp. 2–4, 7”."""
        numbers = self.page_numbers
        return numbers and f"scan {'p.' if numbers.isdigit() else 'pp.'} {numbers}"


def cited(document: Document, pages: Sequence[int] = ()) -> Cited:
    """The document as a source; `pages` are pages of the document, from 0, as elsewhere."""
    record, scan = document.record, document.scan_pages
    return Cited(
        title=record.title,
        authors=tuple(map(read_name, record.added.get("creator", ()))),
        date=record.date,
        container=record.container or "",
        collection=record.collection or "",
        repository=record.repository or "",
        archive=_archive(record),
        url=record.url or "",
        record_id=record.record_id or "",
        summary=record.summary or "",
        languages=record.language_codes,
        citation=record.citation or "",
        file=document.files[0].name if document.files else "",
        pages=tuple(scan.index(page) + 1 for page in pages if page in scan),
    )


def _archive(record: Record) -> str:
    """The digital archive, which only its own citation names."""
    if not record.citation:
        return ""
    shown = record.date.shown if record.date else None
    citation = read_citation([record.citation], record.title, shown)
    archive = citation.archive if citation else _first_institution(record.citation)
    return "" if archive is None or archive == record.repository else archive


def _first_institution(citation: str) -> str | None:
    """Where the reader gave the record another title, it does not say where the archive's ends."""
    elements = _CLOSING.split(citation)[-1].split(", ")
    return next((each.strip() for each in elements if is_institution(each)), None)
