"""BibTeX as biblatex reads it: dates in EDTF, the shelf mark in fields of its own.

`collection` stands in `series`, the container in `number`, who holds it in `library`, and the
three together in `howpublished`, which the plain styles of BibTeX print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field

from library.citing.cited import Cited
from library.citing.keys import keys
from library.citing.names import Name
from library.model.record import ArchiveDate

_SPECIAL = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
    "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
}  # fmt: skip
LETTERS = {macro: letter for letter, macro in _SPECIAL.items() if macro.startswith("{")}
_LIGATURE = re.compile(r"(?<=[-`'?!,])(?=[-`',])")  # "--" would become a dash
_AND = re.compile(r"\band\b", re.IGNORECASE)


def bibtex(sources: Sequence[Cited]) -> str:
    entries: list[Block] = [
        Entry("misc", key, [Field(name, value) for name, value in _fields(source) if value])
        for key, source in zip(keys(sources), sources, strict=True)
    ]
    return str(write_string(Library(entries)))


def _fields(source: Cited) -> Iterator[tuple[str, str]]:
    held = ", ".join(filter(None, (source.container, source.collection, source.repository)))
    yield "title", f"{{{_escaped(source.title)}}}"  # the inner braces keep its capitals
    yield "author", " and ".join(map(_author, source.authors))
    yield from _dates(source.date)
    yield "howpublished", _escaped(held)
    yield "series", _escaped(source.collection)
    yield "number", _escaped(source.container)
    yield "library", _escaped(source.repository)
    yield "publisher", _escaped(source.archive)
    yield "url", _addressed(source.url)
    yield "langid", _escaped(", ".join(source.languages))
    yield "eprint", _escaped(source.record_id)
    yield "abstract", _escaped(source.summary)
    yield "note", _escaped(source.pages_of_scan)


def _dates(date: ArchiveDate | None) -> Iterator[tuple[str, str]]:
    """`date` for biblatex, `year` for BibTeX, which takes any words."""
    if date is None:
        return
    if date.edtf:
        yield "date", date.edtf.replace("..", "")  # biblatex: nothing is an open end
    yield "year", _escaped(date.shown)


def _author(name: Name) -> str:
    """Braces keep a body's name, and a name with “and” in it, in one piece."""
    if not name.given or _AND.search(name.straight):
        return f"{{{_escaped(name.inverted)}}}"
    return _escaped(name.inverted)


def _escaped(text: str) -> str:
    parted = _LIGATURE.sub("\0", " ".join(text.split()))
    return "".join(_SPECIAL.get(letter, letter) for letter in parted).replace("\0", "{}")


def _addressed(url: str) -> str:
    """An address is taken as it stands; a brace in it would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
