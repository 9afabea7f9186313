"""A recording of all that a writer does to its files, made by `recorder.c`."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

_HEAD = struct.Struct("=cQQII")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done; the letters are those of `recorder.c`."""

    kind: str
    inode: int
    number: int
    name: str
    data: bytes


def compiler() -> str | None:
    """The C compiler, where there is one and files are recorded (Linux)."""
    return (shutil.which("cc") or shutil.which("gcc")) if sys.platform == "linux" else None


@cache
def recorder() -> Path:
    """The recorder, compiled; it goes when we do."""
    room = mkdtemp(prefix="diptych-recorder-")
    atexit.register(shutil.rmtree, room)
    library = Path(room) / "recorder.so"
    source = Path(__file__).with_name("recorder.c")
    options = ["-O1", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl", "-lpthread"]
    subprocess.run([compiler() or "cc", *options], check=True)
    return library


def record_writer(kind: str, place: Path, seconds: float) -> list[Deed]:
    """Let a writer work on a library in `place` for so long, and tell all it did."""
    place.mkdir(parents=True)
    log = place.with_name(f"{place.name}.log")
    arguments = [
        sys.executable,
        "-m",
        "tests.reliability.writer",
        kind,
        str(place / "library"),
        "0",
    ]
    record = {"RECORD_ROOT": str(place), "RECORD_LOG": str(log), "LD_PRELOAD": str(recorder())}
    # Its own bytecode would be written down, too, were it below the root.
    with subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, env={**os.environ, **record}, start_new_session=True
    ) as writer:
        _wait_until_ready(log, writer)
        time.sleep(seconds)
        os.killpg(writer.pid, signal.SIGKILL)
    return deeds_in(log.read_bytes())


def deeds_in(log: bytes) -> list[Deed]:
    found, place = [], 0
    while place + _HEAD.size <= len(log):
        kind, inode, number, named, size = _HEAD.unpack_from(log, place)
        place += _HEAD.size
        name, data = log[place : place + named], log[place + named : place + named + size]
        place += named + size
        if len(name) + len(data) == named + size:
            found.append(Deed(kind.decode(), inode, number, os.fsdecode(name), data))
    return found


def _wait_until_ready(log: Path, writer: subprocess.Popen) -> None:
    while not (log.exists() and b"READY" in log.read_bytes()):
        if writer.poll() is not None:
            raise RuntimeError("The writer ended by itself.")
        time.sleep(0.02)
