"""Which engine reads a document."""

from __future__ import annotations

from library.errors import ScriptUnreadable
from library.model.document import Document
from library.recognition.data_names import names_of
from library.recognition.engine import EngineSetup, rapidocr, tesserocr
from library.recognition.writing import Writing, writings_of

# What rapidocr's own models read.
_EVERYDAY = {"LATIN", "CJK", "HIRAGANA", "KATAKANA"}


def engine_for(document: Document) -> EngineSetup:
    """The engine that can read the scan: rapidocr, unless another script needs Tesseract.

    Raises `RecognitionUnavailable`, whose sentence says what to install.
    """
    writings = writings_of(document)
    foreign = [writing for writing in writings if _needs_tesseract(writing)]
    if not foreign:
        return rapidocr()
    try:
        return tesserocr([*foreign, *(other for other in writings if other not in foreign)])
    except ScriptUnreadable:
        if writings[0] in foreign:
            raise
        return rapidocr()  # reads the most of it


def _needs_tesseract(writing: Writing) -> bool:
    return writing.script not in _EVERYDAY and bool(names_of(writing))
