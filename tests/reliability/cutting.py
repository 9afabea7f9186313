"""Power cuts: a writer is recorded once, and the power is cut at any of the things it did."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.reliability.disk import Disk
from tests.reliability.protocol import heard
from tests.reliability.recording import Deed, record_writer
from tests.reliability.verifying import verify


@dataclass
class Cuts:
    """What came of the power cuts of one kind."""

    kind: str
    deeds: int = 0  # that were recorded
    syncs: int = 0
    cuts: int = 0
    acknowledged: int = 0  # before the cuts, altogether
    faults: list[str] = field(default_factory=list)
    reopened: list[float] = field(default_factory=list)


def cut_power(
    kind: str, count: int, place: Path, seed: int = 1, *, seconds: float = 1.0, lies: bool = False
) -> Cuts:
    """Record a writer for so long, and cut its power so many times."""
    chance, root = Random(f"{kind}{seed}"), place / kind
    deeds = record_writer(kind, root, seconds)
    ready = next(n for n, deed in enumerate(deeds) if deed.data.startswith(b"READY"))
    result = Cuts(kind, len(deeds), sum(deed.kind in "FD" for deed in deeds))
    for number in range(count):
        after = place / f"{kind}-{number}"
        after.mkdir()
        done = deeds[: chance.randint(ready, len(deeds))]
        _cut_after(done, root, after, chance, lies=lies)
        said = heard(b"".join(deed.data for deed in done if deed.kind == "S").decode().splitlines())
        faults, took = _verified(kind, after / "library", said)
        result.cuts += 1
        result.acknowledged += len(said.acknowledged)
        result.faults += [f"after cut {number}: {fault}" for fault in faults]
        result.reopened.append(took)
        shutil.rmtree(after)
    return result


def _cut_after(done: list[Deed], root: Path, after: Path, chance: Random, *, lies: bool) -> None:
    disk = Disk(root, lies=lies)
    for deed in done:
        disk.do(deed)
    disk.cut(chance, after)


def _verified(kind, folder, said) -> tuple[list[str], float]:
    try:
        return verify(kind, folder, said)
    except Exception as error:  # whatever it is, it is what the reader would meet
        return [f"{type(error).__name__}: {error}"], 0.0
