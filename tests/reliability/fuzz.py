"""Foreign files and texts, as bad as they come: tables of what came of them.

    python -m tests.reliability.fuzz [--count 5000] [--seed 1] [files|mutants|parsers ...]

The files are those of `../shared/data`, where it is there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from library.pages.pool import ReadingPool
from tests.reliability.foreign_files import Opened, open_files, open_mutants, pages_of
from tests.reliability.foreign_text import Tried, try_parsers
from tests.reliability.table import print_table

GUIDE = Path(__file__).parents[2] / "resources" / "guide" / "guide.pdf"
SHARED = Path(__file__).parents[3] / "shared" / "data"
WHAT = ("files", "mutants", "parsers")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.fuzz")
    parser.add_argument("what", nargs="*", choices=[*WHAT, []])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with the files")
    asked = parser.parse_args()
    what = asked.what or WHAT
    began, cpu = perf_counter(), process_time()
    pool = ReadingPool()
    try:
        with TemporaryDirectory(prefix="diptych-") as place:
            faults = _all(what, asked, Path(place), pool)
    finally:
        pool.close()
    print(f"{perf_counter() - began:.0f} s, of which {process_time() - cpu:.0f} s of work here")
    for fault in faults[:40]:
        print(fault.encode("ascii", "backslashreplace").decode())
    return bool(faults)


def _all(what: list[str], asked: argparse.Namespace, place: Path, pool: ReadingPool) -> list[str]:
    good = [GUIDE, *sorted(asked.shared.glob("records/*.pdf"))]
    faults: list[str] = []
    opened: list[Opened] = []
    if "files" in what:
        damaged = sorted(path for path in asked.shared.glob("damaged/files/*") if path.is_file())
        opened.append(open_files(damaged, pool))
    if "mutants" in what:
        opened.append(open_mutants(asked.count, good, place / "mutants", pool, asked.seed))
    for each in opened:
        _print_opened(each)
        faults += each.faults
    if "parsers" in what:
        tried = list(try_parsers(asked.count, place, pages_of(GUIDE, pool), asked.seed))
        _print_tried(tried)
        faults += [fault for each in tried for fault in each.faults]
    return faults


def _print_opened(opened: Opened) -> None:
    longest = [f"{kind} {seconds:.2f} s" for kind, seconds in opened.longest.items()]
    print(f"{opened.name}: {opened.files}; longest answers: {', '.join(longest)};")
    print(f"the window's loop came round at the latest after {1000 * opened.longest_beat:.0f} ms")
    print_table(("files", "came to"), [(n, name) for name, n in opened.outcomes.most_common()])


def _print_tried(tried: list[Tried]) -> None:
    print_table(
        ("parser", "cases", "refused in a sentence", "uncaught or late", "longest"),
        [(t.name, t.cases, t.refused, len(t.faults), f"{t.longest:.2f} s") for t in tried],
    )


if __name__ == "__main__":
    sys.exit(main())
