"""How long work reports: a generator of `Progress`.

Each `yield` tells how far the work is and is a place where it can be stopped
(`generator.close()`).  The command line and the window drive the same generators.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps are finished; `doing` says in a few words what comes now."""

    done: int
    total: int
    doing: str
