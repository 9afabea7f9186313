"""How long work reports: a generator of `Progress`.

Each `yield` tells how far the work is and is a place where it can be stopped
(`generator.close()`).  The command line and the window drive the same generators.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps are finished; `doing` says in a few words what comes now."""

    done: int
    total: int
    doing: str


def quietly(work: Generator[Progress, None, T]) -> T:
    """Do the work to its end and return its result."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        result: T = end.value
        return result
