"""What a process that reads foreign files gives up before it does, as far as the system lets it.

New processes and rights, core files, large files of its own, and the network.  Limits on the
number of processes do not bind the superuser; the network can be left only where the system
gives ordinary programs name spaces of their own.  What cannot be given up is kept.
"""

from __future__ import annotations

import ctypes
import os
import sys

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

LARGEST_FILE = 2**31  # bytes: a copy of a PDF with notes in it is written by the process
_NO_NEW_PRIVILEGES = 38  # PR_SET_NO_NEW_PRIVS of prctl.h
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # CLONE_NEWUSER and CLONE_NEWNET of sched.h


def confine() -> None:
    """Give it up.  To be called while the process has one thread."""
    _limit_processes_and_files()
    leave_network()
    if sys.platform == "linux":
        _call("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def leave_network() -> None:
    """Into a network without any way out.

    The superuser needs no other rights for it, and keeps those that it has: it may have to
    read files of other users.
    """
    if sys.platform == "linux":
        rights = 0 if os.geteuid() == 0 else _NEW_USER
        _call("unshare", rights | _NEW_NET)


def _limit_processes_and_files() -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_FSIZE, LARGEST_FILE)
    if hasattr(resource, "RLIMIT_NPROC"):
        _lower(resource.RLIMIT_NPROC, 0)


def _lower(limit: int, most: int) -> None:
    _, hard = resource.getrlimit(limit)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(limit, (most, most))


def _call(name: str, *arguments: int) -> bool:
    """Whether the C library has such a function, and the system let us."""
    try:
        return int(getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments)) == 0
    except (AttributeError, OSError, TypeError):
        return False
