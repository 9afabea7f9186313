"""Which engine recognises, and whether it is there.  Light to import: it loads none."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec

NAME = "rapidocr"
HOW_TO_GET = (
    "To find the words on scans, Diptych needs its extra “ocr”: "
    "install it with pip install 'diptych[ocr]'."
)
_NEEDED = "rapidocr", "onnxruntime"
_REVISION = 2  # of our settings, drawing and placing: with another, pages are read again


def is_available() -> bool:
    """Whether the engine is installed; else `HOW_TO_GET` tells the reader how to get it."""
    return all(find_spec(name) is not None for name in _NEEDED)


def engine_version() -> str:
    """What results are kept under.  Raises `PackageNotFoundError` where the engine is missing."""
    return f"{version(NAME)}/{_REVISION}"
