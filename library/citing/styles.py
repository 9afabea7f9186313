"""A document in every way in which it can be cited.

The styles are written out here rather than taken from a processor of CSL: citeproc-py 0.11
doubles the title of a document that has no author (MLA), and fails on seasons (APA).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from library.citing.apa import apa
from library.citing.archive import archive_citation
from library.citing.chicago import chicago_bibliography, chicago_note
from library.citing.cited import Cited
from library.citing.mla import mla
from library.citing.style import Style
from library.citing.styled import Styled, joined

SENTENCES: Mapping[Style, Callable[[Cited], Styled]] = {
    Style.ARCHIVE: archive_citation,
    Style.CHICAGO_NOTE: chicago_note,
    Style.CHICAGO_BIBLIOGRAPHY: chicago_bibliography,
    Style.MLA: mla,
    Style.APA: apa,
}
ENDINGS: Mapping[Style, str] = {  # of the files of references
    Style.BIBTEX: "bib",
    Style.RIS: "ris",
    Style.CSL_JSON: "json",
}


def written(sources: Sequence[Cited], style: Style) -> str:
    """All of them as plain text: a line each in a style of sentences, or one file's text."""
    if style in ENDINGS:
        return _writer(style)(sources)
    return "".join(f"{SENTENCES[style](source).plain}\n" for source in sources)


def with_quotation(quotation: str, source: Cited, style: Style) -> Styled:
    """The quoted words, then their citation in a style of sentences."""
    words = " ".join(quotation.split())
    return joined((f"“{words}”", SENTENCES[style](source)), " ")


def _writer(style: Style) -> Callable[[Sequence[Cited]], str]:
    """Loaded when they are used: the window opens sooner without them."""
    # ruff: noqa: PLC0415
    match style:
        case Style.BIBTEX:
            from library.citing.bibtex import bibtex

            return bibtex
        case Style.RIS:
            from library.citing.ris import ris

            return ris
        case _:
            from library.citing.csl_json import csl_json

            return csl_json
