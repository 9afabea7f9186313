"""Reading references from a file of BibTeX, RIS or CSL-JSON, by what it looks like."""

from __future__ import annotations

from pathlib import Path

from library.citing.bibtex_reading import read_bibtex
from library.citing.cited import Cited
from library.citing.csl_reading import read_csl_json
from library.citing.ris_reading import read_ris
from library.errors import FileUnreadable, ReferencesUnreadable

MOST = 20_000_000  # bytes: a hundred thousand references have fewer


def read_references(path: Path) -> list[Cited]:
    """Those that could be read.  Raises `FileUnreadable` and `ReferencesUnreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if len(data) > MOST:
        raise FileUnreadable(path, "it is too large for a list of references")
    return references_in(data.decode("utf-8-sig", "replace"))


def references_in(text: str) -> list[Cited]:
    """As `read_references`, of a text."""
    start = text.lstrip()[:1]
    read = {"[": read_csl_json, "{": read_csl_json, "@": read_bibtex, "%": read_bibtex}
    found = read[start](text) if start in read else _marked(text)
    if not found:
        raise ReferencesUnreadable
    return found


def _marked(text: str) -> list[Cited]:
    """RIS, which may begin with remarks; or BibTeX, which may too."""
    return read_ris(text) if "TY  -" in text else read_bibtex(text)
