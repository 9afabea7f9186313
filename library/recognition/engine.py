"""Which engines recognise, and whether they are there.  Light to import: it loads none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

from library.errors import RecognitionUnavailable, ScriptUnreadable
from library.recognition.tessdata import data_for, folders, how_to_get
from library.recognition.writing import Writing

_RAPIDOCR = "rapidocr"
_RAPIDOCR_NEEDS = _RAPIDOCR, "onnxruntime"
_RAPIDOCR_REVISION = 5  # of our settings, drawing and placing: with another, pages are read again
_GET_RAPIDOCR = (
    "To find the words on scans, Diptych needs its extra “ocr”: "
    "install it with pip install 'diptych[ocr]'."
)

_TESSEROCR = "tesserocr"
_TESSEROCR_REVISION = 2
_TESSEROCR_EXTRA = "its extra “tesseract” (pip install 'diptych[tesseract]')"


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


def tesserocr(writings: Sequence[Writing]) -> EngineSetup:
    """Tesseract, to read the first of the writings, and the others where it has their data.

    Raises `ScriptUnreadable`.
    """
    main = writings[0]
    data = data_for(writings, folders())
    missing = [] if find_spec(_TESSEROCR) else [_TESSEROCR_EXTRA]
    if data is None:
        missing.append(how_to_get(main))
    if data is None or missing:
        raise ScriptUnreadable(main.script, missing)
    return EngineSetup(
        name=_TESSEROCR,
        version=f"{version(_TESSEROCR)} {data.version}/{_TESSEROCR_REVISION}",
        worker="library.recognition.worker.tesseract",
        arguments=(str(data.folder), "+".join(data.names)),
        how_to_get=str(ScriptUnreadable(main.script, [_TESSEROCR_EXTRA, how_to_get(main)])),
    )
