"""Which engine reads a document."""

from __future__ import annotations

from library.model.document import Document
from library.recognition.engine import EngineSetup, rapidocr


def engine_for(document: Document) -> EngineSetup:
    """The engine that can read the scan.

    Raises `RecognitionUnavailable`, whose sentence says what to install.
    """
    return rapidocr()
