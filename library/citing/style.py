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
