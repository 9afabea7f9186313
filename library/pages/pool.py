"""Our side of the reading processes: who is asked, in which order, and what if one dies.

Two processes: the front one for what the reader sees or is about to see, the other for
background work between them, and for visible pages while it is busy.  The queue stays on
this side, so cancelling is a deletion.  A process that dies or takes too long is ended;
where the front one falls, the idle other one steps in, its imports done, and a new one
starts behind it.  Where processes start at once, the other one is there only while it is
of use: its memory is better spent on pages.  Nothing here loads MuPDF, Qt or Pillow.
"""

from __future__ import annotations

import atexit
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import Any, overload

from library.errors import ReadingStopped, ReadingUnavailable
from library.pages.contents import Outline, PageContents, Pixels, Word
from library.pages.deadlines import DRAWING_SECONDS, READING_SECONDS, Deadlines
from library.pages.file_notes import FileNote
from library.pages.quarantine import Quarantine
from library.pages.reading_process import (
    Answer,
    ProcessGone,
    ProcessLate,
    ProcessLost,
    ReadingProcess,
)
from library.pages.request_queue import RequestQueue, Urgency, Waiting
from library.pages.requests import (
    Draw,
    Picture,
    ReadNotes,
    ReadOutline,
    ReadPages,
    ReadWords,
    Request,
    WriteNotes,
)
from library.pages.starting import STARTS_AT_ONCE, WORKER
from library.pages.worker_process import ROOM, crashed

_LIVES = 2  # that a request may cost
_TRIES = 4  # processes that are asked, those that were dead already among them
RESTING_SECONDS = 10.0  # the other process ends after so long without work

__all__ = ["Answer", "ReadingPool", "Urgency"]


class _Seat:
    """The place of a process; processes change, places stay."""

    def __init__(self) -> None:
        self.process: ReadingProcess | None = None
        self.busy = False


class ReadingPool:
    """Reads files in processes of their own; construct it early, it starts at once.

    Futures fail with a `DocumentError`; their callbacks run on a thread of the pool.
    To retry is to submit again; what cost processes their lives fails then at once, until
    `try_again` says that it may be tried.
    """

    def __init__(
        self,
        *,
        drawing_seconds: float = DRAWING_SECONDS,
        reading_seconds: float = READING_SECONDS,
        resting_seconds: float = RESTING_SECONDS,
        worker: str = WORKER,
        room: int = ROOM,
    ) -> None:
        """`worker` names the module whose `Worker` runs in the processes; `room` is in bytes."""
        self._deadlines = Deadlines(drawing_seconds, reading_seconds)
        self._resting_seconds = resting_seconds if STARTS_AT_ONCE else None
        self._worker = worker
        self._room = room
        self._changed = threading.Condition()  # guards all that follows
        self._queue = RequestQueue()
        self._quarantine = Quarantine()
        self._closed = False
        self._front, self._back = _Seat(), _Seat()
        self._shows = False  # the front one draws what the reader is waiting for
        self._wants_spare = False  # the first page shall not share the machine with a spare
        self._threads = [
            threading.Thread(target=serve, name="reading", daemon=True)
            for serve in (self._serve_front, self._serve_back)
        ]
        for thread in self._threads:
            thread.start()
        atexit.register(self.close)

    @overload
    def submit(self, request: Draw, urgency: Urgency = ...) -> Future[Pixels]: ...
    @overload
    def submit(self, request: Picture, urgency: Urgency = ...) -> Future[bytes]: ...
    @overload
    def submit(self, request: ReadOutline, urgency: Urgency = ...) -> Future[Outline]: ...
    @overload
    def submit(
        self, request: ReadPages, urgency: Urgency = ...
    ) -> Future[tuple[PageContents, ...]]: ...
    @overload
    def submit(self, request: ReadWords, urgency: Urgency = ...) -> Future[tuple[Word, ...]]: ...
    @overload
    def submit(
        self, request: ReadNotes, urgency: Urgency = ...
    ) -> Future[tuple[FileNote, ...]]: ...
    @overload
    def submit(self, request: WriteNotes, urgency: Urgency = ...) -> Future[bool]: ...
    def submit(self, request: Request, urgency: Urgency = Urgency.VISIBLE) -> Future[Any]:
        """Ask for an answer.  `cancel()` on the future deletes a request that still waits.

        The pixels of a `Draw` are a copy that stays valid.  After `close` the future is
        cancelled.  Raises `ValueError` for a drawing without pixels or with too many.
        """
        if isinstance(request, Draw):
            request.check()
        future: Future[Any] = Future()
        future.add_done_callback(self._forget)
        with self._changed:
            closed = self._closed
            if not closed:
                self._queue.put(future, request, urgency)
                self._changed.notify_all()
        if closed:
            future.cancel()
        return future

    def try_again(self, path: Path) -> None:
        """What ended processes may be asked again of this file."""
        self._quarantine.release(path)

    def close(self) -> None:
        """End the processes at once, cancel what waits and stop what runs."""
        with self._changed:
            self._closed = True
            dropped = self._queue.drop_all()
            processes = [seat.process for seat in (self._front, self._back) if seat.process]
            self._changed.notify_all()
        for future in dropped:
            future.cancel()
        for process in processes:
            process.kill()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout=5.0)
        atexit.unregister(self.close)

    def _forget(self, future: Future[Any]) -> None:
        with self._changed:
            self._queue.drop(future)

    # --- What the two threads do -----------------------------------------------------

    def _serve_front(self) -> None:
        self._try_to_fill(self._front)
        while (waiting := self._next_for_front()) is not None:
            self._answer(self._front, waiting)
        self._leave(self._front)

    def _serve_back(self) -> None:
        while self._wait_for_back():
            if (waiting := self._next_for_back()) is not None:
                self._answer(self._back, waiting)
            elif self._misses_spare():
                self._try_to_fill(self._back)
        self._leave(self._back)

    def _next_for_front(self) -> Waiting | None:
        """The next request; waits for one.  None when the pool closes."""
        with self._changed:
            self._front.busy = self._shows = False
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: (
                    self._closed
                    or self._queue.has(Urgency.VISIBLE)
                    or self._queue.has(Urgency.SOON)
                )
            )
            if self._closed:
                return None
            self._front.busy = True
            self._shows = self._queue.has(Urgency.VISIBLE)
            return self._queue.take(Urgency.VISIBLE if self._shows else Urgency.SOON)

    def _wait_for_back(self) -> bool:
        """Wait until there is something to do; False when the pool closes."""
        with self._changed:
            self._back.busy = False
            seconds = None if self._back.process is None else self._resting_seconds
            asked = self._changed.wait_for(lambda: self._closed or self._back_has_work(), seconds)
        if not asked:
            self._leave(self._back)
        return not self._closed

    def _back_has_work(self) -> bool:
        return self._misses_spare() or self._may_work() or self._may_help()

    def _may_work(self) -> bool:
        """Whether there is background work, and nobody waits for the machine meanwhile."""
        waited_for = self._shows or self._queue.has(Urgency.VISIBLE)
        return self._queue.has(Urgency.BACKGROUND) and not waited_for

    def _misses_spare(self) -> bool:
        return self._back.process is None and self._wants_spare

    def _may_help(self) -> bool:
        """Whether a visible page would wait although this process stands ready."""
        process = self._back.process
        return (
            self._front.busy
            and self._queue.has(Urgency.VISIBLE)
            and process is not None
            and process.is_ready
        )

    def _next_for_back(self) -> Waiting | None:
        with self._changed:
            helps = self._may_help()
            if self._closed or not (helps or self._may_work()):
                return None
            self._back.busy = True  # from here on it does not step in for the front one
            return self._queue.take(Urgency.VISIBLE if helps else Urgency.BACKGROUND)

    def _answer(self, seat: _Seat, waiting: Waiting) -> None:
        future, request = waiting
        if not future.set_running_or_notify_cancel():
            return
        try:
            answer = self._asked(seat, request)
        except Exception as error:  # what is no DiptychError goes on to the crash dialog
            future.set_exception(error)
        else:
            future.set_result(answer)
        with self._changed:
            if not (self._wants_spare or STARTS_AT_ONCE):
                self._wants_spare = True
                self._changed.notify_all()

    def _asked(self, seat: _Seat, request: Request) -> Answer:
        # The first death may be another page's fault; the second is this one's.
        if self._quarantine.holds(request):
            raise crashed(request)
        deaths = 0
        for _ in range(_TRIES):
            if seat.process is None:
                self._fill(seat)
            if seat.process is None:  # the pool is closing
                raise ReadingStopped
            try:
                return seat.process.ask(request, self._deadlines.of(request))
            except ProcessGone:  # that tells nothing of the page
                self._replace(seat)
            except ProcessLost as lost:
                self._replace(seat)
                deaths += 1
                if deaths == _LIVES or isinstance(lost, ProcessLate):  # which would be late again
                    break
            finally:
                if seat.process is not None and seat.process.spent:
                    self._quarantine.lose(request)  # it would take as much memory again
                    self._replace(seat)
        if self._closed:
            raise ReadingStopped
        self._quarantine.lose(request)
        raise crashed(request)

    # --- Processes come and go -------------------------------------------------------

    def _replace(self, seat: _Seat) -> None:
        self._leave(seat)
        if seat is self._front:
            with self._changed:
                if not self._back.busy and not self._closed:
                    seat.process, self._back.process = self._back.process, None
                    self._changed.notify_all()
        if seat.process is None:
            self._try_to_fill(seat)

    def _try_to_fill(self, seat: _Seat) -> None:
        """Start a process ahead of the next request, which tries again where this fails."""
        try:
            self._fill(seat)
        except ReadingUnavailable:
            self._wants_spare = False

    def _fill(self, seat: _Seat) -> None:
        """Start a process for the seat, unless the pool is closing."""
        if self._closed:
            return
        try:
            process = ReadingProcess(self._worker, self._room)
        except (EOFError, OSError) as error:  # the first from the server that forks them
            raise ReadingUnavailable(getattr(error, "strerror", None) or "") from error
        with self._changed:
            if not self._closed:
                seat.process = process
                return
        process.end()

    def _leave(self, seat: _Seat) -> None:
        with self._changed:
            process, seat.process = seat.process, None
        if process is not None:
            process.end()
