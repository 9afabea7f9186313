"""The names of the ways in which a document can be cited."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    ARCHIVE = "archive"  # as the archive itself cites it
    CHICAGO_NOTE = "chicago-note"
    CHICAGO_BIBLIOGRAPHY = "chicago-bibliography"
    MLA = "mla"
    APA = "apa"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"

    @property
    def is_sentence(self) -> bool:
        """Whether it is words to be read, not a file for other programs."""
        return self not in (Style.BIBTEX, Style.RIS, Style.CSL_JSON)
