"""How soon scan and text of a record are joined in the window, and how still it stands meanwhile.

    python -m tests.bench.bench_joint RECORD.pdf...     (wants a display, or offscreen)

Prints, from the moment that the file is opened: when the page is sharp, when its words are
joined, when those of all pages are; and the longest pause of the window's loop meanwhile.
The pages are read for the first time: the library is new.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.bench_window import PATIENCE, Bench


def main(records: list[Path]) -> None:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for record in records:
            read(bench, record)
        bench.end()


def read(bench: Bench, record: Path) -> None:
    print(f"         on {record.name}")
    bench.spin(1.0)
    before = bench.tab
    bench.heart.restart()
    began = perf_counter()
    bench.session.open_paths([record])
    tell(began, "first page sharp", lambda: bench.tab is not before and bench.is_sharp, bench)
    tell(began, "the page on screen joined", lambda: is_joined(bench, all_pages=False), bench)
    tell(began, "all pages joined", lambda: is_joined(bench, all_pages=True), bench)
    print(f"{bench.heart.longest * 1e3:8.1f} ms  longest pause  {bench.heart.doing}")


def tell(began: float, what: str, done: Callable[[], bool], bench: Bench) -> None:
    while not done():
        bench.spin(0.02)
        if perf_counter() - began > 3 * PATIENCE:
            print(f"         not within {3 * PATIENCE:.0f} s: {what}")
            return
    print(f"{perf_counter() - began:8.2f} s   {what}")


def is_joined(bench: Bench, *, all_pages: bool) -> bool:
    if bench.tab is None:
        return False
    reading = bench.tab.reading
    joined = reading.joint.joined
    if all_pages:
        return set(reading.document.scan_pages) <= joined.pages and reading.joint.progress is None
    return reading.page in joined.pages


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
