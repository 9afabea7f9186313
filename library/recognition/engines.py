"""The engine at work: one process, for one document after the other."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from library.model.document import Document
from library.recognition.choosing import engine_for
from library.recognition.engine import EngineSetup
from library.recognition.recogniser import Recogniser


class Engines:
    """Holds the engine that the last document needed.  A context manager, which stops it."""

    def __init__(self) -> None:
        self._held: tuple[EngineSetup, Recogniser] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def engine_for(self, document: Document) -> Recogniser:
        """The engine that can read this scan.  Raises `RecognitionUnavailable`."""
        setup = engine_for(document)
        if self._held is None or self._held[0] != setup:
            self.stop()
            self._held = setup, Recogniser(setup)
        return self._held[1]

    def stop(self) -> None:
        """End its process at once."""
        held, self._held = self._held, None
        if held is not None:
            held[1].stop()
