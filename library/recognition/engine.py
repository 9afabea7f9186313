"""Which engines recognise, and whether they are there.  Light to import: it loads none."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

from library.errors import RecognitionUnavailable

_RAPIDOCR = "rapidocr"
_RAPIDOCR_NEEDS = _RAPIDOCR, "onnxruntime"
_RAPIDOCR_REVISION = 4  # of our settings, drawing and placing: with another, pages are read again
_GET_RAPIDOCR = (
    "To find the words on scans, Diptych needs its extra “ocr”: "
    "install it with pip install 'diptych[ocr]'."
)


@dataclass(frozen=True, slots=True)
class EngineSetup:
    """An engine, and what it reads with: equal setups read alike.

    What was read is kept under `name` and `version`.
    """

    name: str
    version: str
    worker: str  # the module whose `Worker` reads pages, in a process of its own
    arguments: tuple[str, ...] = ()  # of the `Worker`
    how_to_get: str = ""  # a sentence for the reader, should the engine prove not to be whole


def rapidocr() -> EngineSetup:
    """The engine for Latin script, Chinese and Japanese.  Raises `RecognitionUnavailable`."""
    if not all(find_spec(name) for name in _RAPIDOCR_NEEDS):
        raise RecognitionUnavailable(_GET_RAPIDOCR)
    return EngineSetup(
        name=_RAPIDOCR,
        version=f"{version(_RAPIDOCR)}/{_RAPIDOCR_REVISION}",
        worker="library.recognition.worker.reading",
        how_to_get=_GET_RAPIDOCR,
    )
