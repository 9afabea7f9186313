"""The tables, at full length; see the package's own words."""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reliability.cutting import cut_power
from tests.reliability.disks import may_mount, try_all
from tests.reliability.killing import Kills, forked, kill_writers, share
from tests.reliability.losing_bytes import flip_bytes, restore_at_random
from tests.reliability.noting import shared
from tests.reliability.recording import compiler
from tests.reliability.table import print_table


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument("what", choices=sorted(_TABLES))
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", action="store_true", help="where it is saved without a log")
    asked = parser.parse_args()
    began, cpu = time.perf_counter(), time.process_time()
    with TemporaryDirectory(prefix="diptych-") as place:
        where = shared(Path(place)) if asked.shared else Path(place)
        faults = _TABLES[asked.what](where, asked.count, asked.seed)
    print(
        f"{time.perf_counter() - began:.0f} s, of which {time.process_time() - cpu:.0f} s of work"
    )
    for fault in faults[:20]:
        print(fault)
    return bool(faults)


def kills(place: Path, count: int | None, seed: int) -> list[str]:
    results = [
        kill_writers(kind, n, place, seed, forked) for kind, n in share(count or 1000).items()
    ]
    print_table(
        ("kills of", "kills", "during a write", "acknowledged", "lost or half", "p50", "longest"),
        [_line(result) for result in results],
    )
    return [f"{result.kind} {fault}" for result in results for fault in result.faults]


def _line(result: Kills) -> tuple[object, ...]:
    opened = sorted(result.reopened)
    return (
        result.kind,
        result.kills,
        result.under_way,
        result.acknowledged,
        len(result.faults),
        f"{opened[len(opened) // 2]:.2f} s",
        f"{opened[-1]:.2f} s",
    )


def powercuts(place: Path, count: int | None, seed: int) -> list[str]:
    if compiler() is None:
        return ["There is no C compiler here, so that nothing can be recorded."]
    cuts = [cut_power(kind, n, place, seed) for kind, n in share(count or 400).items()]
    print_table(
        ("power cuts of", "cuts", "deeds", "syncs", "acknowledged", "lost or half", "longest"),
        [
            (
                result.kind,
                result.cuts,
                result.deeds,
                result.syncs,
                result.acknowledged,
                len(result.faults),
                f"{max(result.reopened):.2f} s",
            )
            for result in cuts
        ],
    )
    return [f"{result.kind} {fault}" for result in cuts for fault in result.faults]


def disks(place: Path, _count: int | None, _seed: int) -> list[str]:
    mounts = may_mount(place)
    if not mounts:
        print("Without the rights of root there is no full disk and no read-only one.")
    cases = try_all(place, mounts=mounts)
    print_table(
        ("case", "saved", "messages", "lost or wrong", "message"),
        [(c.name, c.saved, len(c.messages), len(c.faults), ", ".join(c.messages)) for c in cases],
    )
    return [f"{case.name}: {fault}" for case in cases for fault in case.faults]


def restores(place: Path, count: int | None, seed: int) -> list[str]:
    faults = restore_at_random(count or 50, place, seed)
    print(f"{count or 50} restores, {len(faults)} not equal")
    return faults


def flips(place: Path, count: int | None, seed: int) -> list[str]:
    found = flip_bytes(count or 500, place, seed)
    told = {name: value for name, value in asdict(found).items() if name != "faults"}
    print_table(list(told), [[f"{v:.2f} s" if isinstance(v, float) else v for v in told.values()]])
    return found.faults


_TABLES = {
    "kills": kills,
    "powercuts": powercuts,
    "disks": disks,
    "restores": restores,
    "flips": flips,
}

if __name__ == "__main__":
    sys.exit(main())
