"""Writers that are killed at any moment, and what their library is like afterwards.

The same library is carried through 25 kills, then a new one is begun.  A kill (SIGKILL)
loses what is in the process alone, nothing that the system was given: for
that there are the power cuts.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from random import Random

from tests.reliability.protocol import heard
from tests.reliability.verifying import verify
from tests.reliability.writing import WRITERS

READY_WITHIN = 60.0  # seconds
CARRIED_THROUGH = 25  # kills: more would only make the verifying slow
LONGEST_LIFE = 0.4  # seconds from READY to the kill


Begin = Callable[[str, Path, int, int], int]


@dataclass
class Kills:
    """What came of the kills of one kind."""

    kind: str
    kills: int = 0
    acknowledged: int = 0
    under_way: int = 0  # kills that met a write
    refused: int = 0  # writes that the reader would have been told of
    faults: list[str] = field(default_factory=list)
    reopened: list[float] = field(default_factory=list)  # seconds, with the check


def spawned(kind: str, folder: Path, run: int, output: int) -> int:
    """A writer that says what it does to `output`; its process."""
    command = [sys.executable, "-m", "tests.reliability.writer", kind, str(folder), str(run)]
    actions = [(os.POSIX_SPAWN_DUP2, output, 1)]
    return os.posix_spawn(sys.executable, command, os.environ, file_actions=actions)


def forked(kind: str, folder: Path, run: int, output: int) -> int:
    """The same at once, without a new Python: only where no thread runs and no file is open."""
    process = os.fork()
    if process == 0:
        try:
            os.dup2(output, 1)
            WRITERS[kind](folder, str(run))
        finally:
            os._exit(1)
    return process


def kill_writers(
    kind: str, count: int, place: Path, seed: int = 1, begin: Begin = spawned
) -> Kills:
    """Kill so many writers of a kind, and verify after each kill."""
    chance, result = Random(f"{kind}{seed}"), Kills(kind)
    for run in range(count):
        if run % CARRIED_THROUGH == 0:
            folder, lines = place / f"{kind}-{run}" / "library", []
            folder.parent.mkdir(parents=True)
        said = _killed(begin, kind, folder, run, chance.uniform(0.002, LONGEST_LIFE))
        lines += said
        words = [line.split(" ", 1)[0] for line in said if line]
        result.kills += 1
        result.acknowledged += words.count("ACK")
        result.refused += words.count("ERR")
        result.under_way += words[-1:] == ["TRY"]
        faults, took = verify(kind, folder, heard(lines))
        result.faults += [f"after kill {run}: {fault}" for fault in faults]
        result.reopened.append(took)
    return result


def _killed(begin: Begin, kind: str, folder: Path, run: int, life: float) -> list[str]:
    """All lines that the writer wrote wholly before it was killed."""
    ours, theirs = os.pipe()
    writer = begin(kind, folder, run, theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as pipe:
        said = _until(pipe, b"READY", time.monotonic() + READY_WITHIN)
        said += _until(pipe, b"", time.monotonic() + life)
        os.kill(writer, signal.SIGKILL)
        said += pipe.read()
    _, status = os.waitpid(writer, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError(f"The writer of {kind} ended by itself.")
    return said.decode().split("\n")[:-1]


def _until(pipe: FileIO, word: bytes, end: float) -> bytes:
    """What it says until it says this word, or until then; its pipe never fills up."""
    said = b""
    while (left := end - time.monotonic()) > 0 and not (word and word in said):
        if select.select([pipe], [], [], left)[0]:
            more = pipe.read(1 << 16)
            if not more:
                break
            said += more
    return said


def share(count: int) -> dict[str, int]:
    """So many kills, shared among the kinds."""
    return {kind: count // len(WRITERS) for kind in WRITERS}
