"""A reading process as our side sees it: start it, ask it, end it."""

from __future__ import annotations

from typing import cast

from library.pages.contents import Outline, PageContents, Pixels, Word
from library.pages.requests import MAX_PIXELS, Draw, Request
from library.pages.shared_canvas import new_canvas
from library.pages.starting import METHOD
from library.pages.worker_process import READY, ROOM, Answered, Failed, Longer, Task, run

START_SECONDS = 60.0  # for the imports, on a slow and busy machine
END_SECONDS = 2.0

Answer = Pixels | bytes | Outline | tuple[PageContents, ...] | tuple[Word, ...]


class ProcessLost(Exception):
    """The process died, or took longer than it may."""


class ProcessGone(ProcessLost):
    """It died before it began: the system may end one to have its memory."""


class ProcessLate(ProcessLost):
    """It took longer than it may."""


class ReadingProcess:
    """A started process and the shared memory that it draws into, which is ours.

    To be asked from one thread at a time; `kill` may be called from any.
    """

    def __init__(self, worker: str, room: int = ROOM) -> None:
        self.spent = False  # it has answered for the last time
        self._ready = False
        self._canvas = new_canvas(MAX_PIXELS * 4)
        try:
            self._connection, theirs = METHOD.Pipe()
            self._process = METHOD.Process(
                target=run, args=(worker, room, theirs, self._canvas), daemon=True
            )
            self._process.start()
        except BaseException:
            self._canvas.close()
            self._canvas.unlink()
            raise
        theirs.close()  # else our `recv` would never see the other end close

    @property
    def is_ready(self) -> bool:
        """Whether its imports are done, so that it answers at once."""
        try:
            return self._ready or self._hears_ready(0)
        except (EOFError, OSError):
            return False

    def ask(self, request: Request, seconds: float) -> Answer:
        """The answer, within so many seconds once the process has started.

        Raises the `DiptychError` that the process answers, or a `ProcessLost`.
        """
        try:
            if not (self._ready or self._hears_ready(START_SECONDS)):
                raise ProcessLost  # it is there, and does not come to its work
            self._connection.send(Task(request, seconds))
            self._received(seconds)  # that it has begun
        except (EOFError, OSError) as error:
            raise ProcessGone from error
        try:
            reply = self._received(seconds)
            while isinstance(reply, Longer):
                reply = self._received(reply.seconds)
        except (EOFError, OSError) as error:
            raise ProcessLost from error
        if isinstance(reply, Failed):
            self.spent = reply.last
            raise reply.error
        return self._pixels(request) if isinstance(request, Draw) else reply.value

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer hears `ProcessLost`."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process and give back all that it held."""
        self._process.kill()
        self._process.join(END_SECONDS)
        self._connection.close()
        self._canvas.close()
        self._canvas.unlink()

    def _hears_ready(self, seconds: float) -> bool:
        self._ready = self._connection.poll(seconds) and self._connection.recv() == READY
        return self._ready

    def _received(self, seconds: float) -> Answered | Failed | Longer:
        if not self._connection.poll(seconds):
            raise ProcessLate
        reply: Answered | Failed | Longer = self._connection.recv()
        return reply

    def _pixels(self, request: Draw) -> Pixels:
        """A copy of its own: 1 ms for 5 MB, and the canvas is free for the next page."""
        width, height = request.size
        with cast("memoryview", self._canvas.buf)[: width * height * 4] as drawn:
            return Pixels(width, height, bytes(drawn))
