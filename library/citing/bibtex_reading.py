"""Reading BibTeX and biblatex."""

from __future__ import annotations

import logging
import re

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from pylatexenc.latex2text import LatexNodes2Text

from library.citing.bibtex import LETTERS
from library.citing.cited import Cited
from library.citing.names import Name, read_name
from library.errors import ReferencesUnreadable
from library.model.dates import read_date
from library.model.edtf import sort_key
from library.model.record import ArchiveDate

_BETWEEN_NAMES = re.compile(r"\s+and\s+(?![^{]*\})")
_LATEX = LatexNodes2Text(math_mode="verbatim", strict_latex_spaces=True, keep_comments=True)
_OURS = re.compile("(" + "|".join(map(re.escape, LETTERS)) + ")")
_LONGEST = 20_000  # characters of a field: LaTeX takes the longer for each one, the more there are
_UNKNOWN = 1  # what `sort_key` begins with where the date is not understood

logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # what fails, we tell ourselves


def read_bibtex(text: str) -> list[Cited]:
    """The references; a broken entry is passed over.  Raises `ReferencesUnreadable`."""
    try:
        library = parse_string(text)
        return [_cited(entry) for entry in library.entries if _value(entry, "title")]
    except (ValueError, KeyError, IndexError, RecursionError) as error:
        raise ReferencesUnreadable from error


def _cited(entry: Entry) -> Cited:
    return Cited(
        title=_value(entry, "title"),
        authors=tuple(
            map(_name, _BETWEEN_NAMES.split(names) if (names := _raw(entry, "author")) else ())
        ),
        date=_date(entry),
        container=_value(entry, "number"),
        collection=_value(entry, "series"),
        repository=_value(entry, "library") or _value(entry, "institution"),
        archive=_value(entry, "publisher"),
        url=_raw(entry, "url"),
        record_id=_value(entry, "eprint"),
        summary=_value(entry, "abstract"),
        languages=tuple(p.strip() for p in _value(entry, "langid").split(",") if p),
    )


def _raw(entry: Entry, name: str) -> str:
    """The field as it is written; nothing where it is longer than any field of a reference."""
    field = entry.get(name)
    written = "" if field is None else str(field.value)
    return " ".join(written.split()) if len(written) <= _LONGEST else ""


def _value(entry: Entry, name: str) -> str:
    return _plain(_raw(entry, name))


def _plain(latex: str) -> str:
    """Without LaTeX's commands and braces; accents are letters again."""
    pieces = _OURS.split(latex)
    pieces[::2] = [str(_LATEX.latex_to_text(piece)) for piece in pieces[::2]]
    pieces[1::2] = [LETTERS[macro] for macro in pieces[1::2]]
    return " ".join("".join(pieces).split())


def _name(written: str) -> Name:
    if written.startswith("{") and written.endswith("}"):
        return Name(_plain(written))
    return read_name(_plain(written))


def _date(entry: Entry) -> ArchiveDate | None:
    """The words of `year` where there are some, the EDTF of `date` where it is one.

    In the latter a tilde means “about”, not the blank that it is in LaTeX.
    """
    edtf, year, month = _raw(entry, "date"), _value(entry, "year"), _value(entry, "month")
    if edtf:
        start, slash, end = edtf.partition("/")
        edtf = f"{start or '..'}{slash}{(end or '..') if slash else ''}"
        if sort_key(ArchiveDate("", edtf))[0] != _UNKNOWN:
            return ArchiveDate(year or edtf, edtf)
    words = edtf or f"{month} {year}".strip()
    return read_date(words) if words else None
