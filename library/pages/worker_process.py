"""The loop of a reading process.  Light to import: the window's process imports it too.

Our side sends `Task`s; for each `BEGUN` comes back, then an `Answered` or a `Failed`, before
which a `Longer` may ask for time.  The first thing sent is `READY`, when the imports are done.
The process ends when the other end closes.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import signal
import traceback
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any, Protocol, cast

from library.errors import DiptychError, DocumentError, FileCrashed, PageCrashed
from library.pages.confining import confine
from library.pages.requests import Draw, Picture, ReadPages, ReadWords, Request

READY, BEGUN = "ready", "begun"
ROOM = 1536 * 2**20  # bytes of memory a process may take over what it has at its start
_M_MMAP_THRESHOLD = -3  # of malloc.h: larger blocks are mapped, and unmapped when freed
GRACE = 5.0  # seconds after which a process ends itself, should nobody be left to end it

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Task:
    request: Request
    seconds: float  # what it may take


@dataclass(frozen=True, slots=True)
class Longer:
    """The work at hand is large, and takes so many seconds more."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Answered:
    value: Any  # the canvas holds the answer to `Draw`: then None


@dataclass(frozen=True, slots=True)
class Failed:
    error: Exception
    last: bool  # the process ends now


class Performer(Protocol):
    """What the `Worker` of a worker module does."""

    def perform(self, request: Request, canvas: memoryview) -> object:
        """The answer; a drawing is written to the canvas, and None is the answer."""


def run(worker: str, room: int, connection: Connection, canvas: SharedMemory) -> None:
    """Serve until the other end of the connection closes.

    `worker` names the module whose `Worker` does the work, `room` is its memory in bytes.
    """

    def ask_for_time(seconds: float) -> None:
        _end_after(seconds + GRACE)
        connection.send(Longer(seconds))

    _leave_ctrl_c_to_the_window()
    confine()
    give_large_memory_back()
    warnings.simplefilter("ignore")  # of Pillow, about the files it reads
    # Imported here and by name, for only the reading process may load MuPDF.
    performer: Performer = importlib.import_module(worker).Worker(ask_for_time)
    _limit(room)
    try:
        connection.send(READY)
        while _serve(performer, connection, canvas):
            pass
    except (EOFError, OSError):  # our side has closed, or is gone
        pass
    os._exit(0)  # what is mapped and opened need not be tidied up


def _serve(performer: Performer, connection: Connection, canvas: SharedMemory) -> bool:
    task: Task = connection.recv()
    _end_after(task.seconds + GRACE)
    connection.send(BEGUN)
    reply = _reply(performer, task.request, cast("memoryview", canvas.buf))
    connection.send(reply)
    _end_after(0)
    return not (isinstance(reply, Failed) and reply.last)


def _reply(performer: Performer, request: Request, canvas: memoryview) -> Answered | Failed:
    try:
        return Answered(performer.perform(request, canvas))
    except MemoryError:
        # What could not be freed would stand in the way of the next page.
        return Failed(crashed(request), last=True)
    except DiptychError as error:
        if error.__cause__ is not None:
            error.add_note("".join(traceback.format_exception(error.__cause__)))
        return Failed(error, last=False)


def crashed(request: Request) -> DocumentError:
    """What to tell the reader when a request cost the process its life."""
    match request:
        case Draw() | Picture() | ReadWords():
            return PageCrashed(request.source.shown, request.page)
        case ReadPages() if request.last - request.first == 1:
            return PageCrashed(request.source.shown, request.first)
        case _:
            return FileCrashed(request.source.shown)


def _leave_ctrl_c_to_the_window() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def give_large_memory_back() -> None:
    """Keep the C library from pooling what large pictures leave behind (glibc only)."""
    try:
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, 2**20)
    except (AttributeError, OSError, TypeError):
        return


def _end_after(seconds: float) -> None:
    """Let the system end this process then: MuPDF cannot be interrupted.  0 takes it back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit(room: int) -> None:
    """No more memory than `room` bytes over what is mapped now."""
    if resource is None:
        return
    statm = Path("/proc/self/statm")
    if statm.exists():  # elsewhere the system does not hold the limit anyway
        limit = int(statm.read_text().split()[0]) * resource.getpagesize() + room
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
