"""The loop of a recognising process.  Light to import: the window's process imports it too.

Our side sends drawn pages, one at a time; each is answered by a `PageReading` or a
`Failed`.  The first thing sent is `READY`, or `Unstartable`.  The process ends when the
other end closes.
"""

from __future__ import annotations

import importlib
import os
import signal
import traceback
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol

from library.pages.confining import leave_network
from library.pages.contents import PageReading, Pixels

READY = "ready"
_POLITENESS = 10  # steps behind the window and the reading processes, where the system knows them


@dataclass(frozen=True, slots=True)
class Failed:
    """The page could not be recognised; `trace` says to a programmer why."""

    trace: str


@dataclass(frozen=True, slots=True)
class Unstartable:
    """The engine is there in part only."""

    reason: str


class Reader(Protocol):
    """What the `Worker` of a worker module does."""

    def read(self, pixels: Pixels) -> PageReading: ...


def run(worker: str, arguments: tuple[str, ...], connection: Connection) -> None:
    """Recognise with the `Worker` of this module until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    os.environ["OMP_THREAD_LIMIT"] = "1"  # Tesseract would take all processors
    warnings.simplefilter("ignore")
    leave_network()
    try:
        reader = _started(worker, arguments, connection)
        while True:
            pixels = connection.recv()
            if reader is not None:  # else why has been said; our side may still be sending
                connection.send(_reply(reader, pixels))
    except (EOFError, OSError):  # our side has closed, or is gone
        pass
    os._exit(0)  # what is mapped and opened need not be tidied up


def _started(worker: str, arguments: tuple[str, ...], connection: Connection) -> Reader | None:
    try:
        # Imported here and by name, for only this process may load the engine.
        reader: Reader = importlib.import_module(worker).Worker(*arguments)
    except Exception as error:
        connection.send(Unstartable(str(error)))
        return None
    connection.send(READY)
    return reader


def _reply(reader: Reader, pixels: Pixels) -> PageReading | Failed:
    try:
        return reader.read(pixels)
    except Exception:
        return Failed(traceback.format_exc())
