"""Memory that a reading process draws into and our side reads from."""

from __future__ import annotations

import os
from multiprocessing.shared_memory import SharedMemory
from secrets import token_hex

if os.name != "nt":
    from multiprocessing import resource_tracker

_KIND = "shared_memory"


def new_canvas(size: int) -> SharedMemory:
    """So many bytes; the caller unlinks them.  Raises `OSError` where there are none."""
    name = f"diptych_{token_hex(8)}"
    # Where it fails, `SharedMemory` signs off a name that it has not signed on yet, and the
    # tracker of such memory prints a traceback (Python before 3.13).
    _sign_on(name)
    try:
        return SharedMemory(name, create=True, size=size)
    except OSError:
        _sign_on(name)  # it may have been signed off, or not
        _sign_off(name)
        raise


def _sign_on(name: str) -> None:
    if os.name != "nt":
        resource_tracker.register(f"/{name}", _KIND)


def _sign_off(name: str) -> None:
    if os.name != "nt":
        resource_tracker.unregister(f"/{name}", _KIND)
