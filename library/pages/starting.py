"""How reading processes start.  Light to import: a program that will read may start ahead.

Never as forks of the window, which would copy its locks and threads, but as forks of a
server that has done the imports, where the system knows such a thing: they are made in no
time and share its memory.  Elsewhere each process does the imports itself.
"""

from __future__ import annotations

import multiprocessing

WORKER = "library.pages.worker"
STARTS_AT_ONCE = "forkserver" in multiprocessing.get_all_start_methods()
METHOD = (
    multiprocessing.get_context("forkserver")
    if STARTS_AT_ONCE
    else multiprocessing.get_context("spawn")
)
if STARTS_AT_ONCE:
    METHOD.set_forkserver_preload([WORKER])


def start_ahead() -> None:
    """Begin with the imports now, beside what this process has yet to import itself."""
    if STARTS_AT_ONCE:
        from multiprocessing import forkserver  # noqa: PLC0415 - there is none on Windows

        forkserver.ensure_running()
