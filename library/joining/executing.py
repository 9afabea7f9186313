"""The process in which texts and scans are joined.  Light: the window's process imports this."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from library.model.document import Document
from library.model.joined import Joined
from library.model.link import ScanPageWords
from library.model.own_link import OwnLink
from library.pages.starting import METHOD

JOINING = "library.joining.joining"


class JoiningProcess:
    """One process beside the window, that can be ended at once.  A context manager.

    What is under way when it ends is cancelled.  Work fails with `BrokenExecutor` where the
    process dies.
    """

    def __init__(self) -> None:
        self._executor = ProcessPoolExecutor(
            max_workers=1, mp_context=METHOD, initializer=_end_with_the_window
        )
        self._pid = self._executor.submit(os.getpid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def join(
        self, document: Document, pages: Sequence[ScanPageWords], own_links: Sequence[OwnLink]
    ) -> Future[Joined]:
        """See `library.joining.joining.join`."""
        return self._executor.submit(_join, document, pages, own_links)

    def agreement(self, words: Sequence[str], others: Sequence[str]) -> Future[float]:
        """See `library.joining.joining.agreement`."""
        return self._executor.submit(_agreement, words, others)

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._pid.add_done_callback(_kill)


def _end_with_the_window() -> None:
    """Where the window is killed, its executor's process would wait for ever.

    It holds both ends of its queue itself.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(0)


def _join(
    document: Document, pages: Sequence[ScanPageWords], own_links: Sequence[OwnLink]
) -> Joined:
    # Imported in the process: only there the aligner and its arrays shall be loaded.
    join: Callable[..., Joined] = import_module(JOINING).join
    return join(document, pages, own_links)


def _agreement(words: Sequence[str], others: Sequence[str]) -> float:
    agreement: Callable[..., float] = import_module(JOINING).agreement
    return agreement(words, others)


def _kill(pid: Future[int]) -> None:
    if not pid.cancelled() and pid.exception() is None:
        with suppress(ProcessLookupError):  # it ended by itself
            os.kill(pid.result(), getattr(signal, "SIGKILL", signal.SIGTERM))
