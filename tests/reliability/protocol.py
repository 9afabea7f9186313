"""What writers say on their standard output, one line each, at once.

READY         the store is open
TRY {...}     about to do this write
ACK {...}     it was acknowledged: from here on it may never be lost
ERR sentence  it failed, and the reader would have been told
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


def say(word: str, told: object = "") -> None:
    text = told if isinstance(told, str) else json.dumps(told, sort_keys=True)
    # One `write`: a line is in the pipe wholly or not at all when the process dies.
    os.write(1, f"{word} {text}".rstrip().encode() + b"\n")


@dataclass(frozen=True)
class Said:
    """What was acknowledged, in order, and what was only tried after that (None: nothing)."""

    acknowledged: tuple[dict, ...]
    tried: tuple[dict, ...]  # each may have been done or not


def heard(lines: Iterable[str]) -> Said:
    acknowledged, tried = [], []
    for word, told in _parsed(lines):
        if word == "TRY":
            tried.append(told)
        elif word == "ACK":
            acknowledged.append(told)
            # What was under way with the same thing earlier is over now, however it came out.
            tried = [each for each in tried if each != told and _names(each) != _names(told)]
    return Said(tuple(acknowledged), tuple(tried))


def _names(told: dict) -> object:
    return told.get("id", told)


def _parsed(lines: Iterable[str]) -> Iterator[tuple[str, dict]]:
    for line in lines:
        word, _, told = line.strip().partition(" ")
        if word in ("TRY", "ACK"):
            yield word, json.loads(told)


def library_beside(db: Path) -> Path:
    """The harness of others names a file; ours is a folder beside it."""
    return db.parent / "library"
