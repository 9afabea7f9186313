"""A recognising process as our side sees it."""

from __future__ import annotations

from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from library.errors import RecognitionUnavailable
from library.pages.contents import PageReading, Pixels
from library.pages.starting import METHOD
from library.recognition.engine import EngineSetup
from library.recognition.worker_process import READY, Failed, Unstartable, run

_END_SECONDS = 2.0


class PageFailed(Exception):
    """The engine could not cope with a page; its notes say why."""


class RecogniserLost(Exception):
    """The process died."""


class Recogniser:
    """Recognises one page after the other; the process is there from `start` to `stop`.

    To be used from one thread.  A context manager, which stops at its end.
    """

    def __init__(self, setup: EngineSetup) -> None:
        self._setup = setup
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def name(self) -> str:
        return self._setup.name

    @property
    def version(self) -> str:
        return self._setup.version

    def start(self) -> None:
        """Begin with the imports, if the process is not there.  Raises `RecognitionUnavailable`."""
        if self._process is not None:
            return
        setup = self._setup
        try:
            self._connection, theirs = METHOD.Pipe()
            process = METHOD.Process(
                target=run, args=(setup.worker, setup.arguments, theirs), daemon=True
            )
            process.start()
        except (EOFError, OSError) as error:  # the first from the server that forks processes
            raise RecognitionUnavailable(_NO_PROCESS) from error
        self._process = process
        theirs.close()  # else our `recv` would never see the other end close

    def begin(self, pixels: Pixels) -> None:
        """Have a page recognised.  Raises `RecogniserLost` and what `start` raises."""
        self.start()
        try:
            self._connected.send(pixels)
        except OSError as error:
            raise RecogniserLost from error

    def answer(self, seconds: float) -> PageReading | None:
        """What is on the page begun; None where it is not read within so many seconds.

        Raises `PageFailed`, `RecogniserLost` and `RecognitionUnavailable`.
        """
        try:
            if not self._connected.poll(seconds):
                return None
            reply: object = self._connected.recv()
        except (EOFError, OSError) as error:
            raise RecogniserLost from error
        if isinstance(reply, Unstartable):
            raise self._unavailable(reply)
        return None if reply == READY else _reading(reply)

    def stop(self) -> None:
        """End the process at once, and all its memory with it; `start` makes a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join(_END_SECONDS)
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _unavailable(self, reply: Unstartable) -> RecognitionUnavailable:
        error = RecognitionUnavailable(self._setup.how_to_get)
        error.add_note(reply.reason)
        return error

    @property
    def _connected(self) -> Connection:
        if self._connection is None:
            raise RecogniserLost
        return self._connection


_NO_PROCESS = (
    "The words on the scan cannot be found just now: the system has no room for it. "
    "Close other programs and try again."
)


def _reading(reply: object) -> PageReading:
    match reply:
        case PageReading():
            return reply
        case Failed(trace):
            error = PageFailed()
            error.add_note(trace)
            raise error
    raise TypeError(f"A recognising process answers no {type(reply).__name__}.")
