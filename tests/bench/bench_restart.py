"""How soon a page is drawn after the reading process died at the one before.  Run by hand:

    python -m tests.bench.bench_restart [DOCUMENT.pdf]

Of 30 deaths by SIGKILL of the front process: from the kill, which the next page is asked right
after, to its pixels.  The other process stands ready and steps in, with no file open; or there
is none, as after a rest, and one is started.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from library.pages.pool import ReadingPool
from library.pages.requests import Draw, FileSource

GUIDE = Path(__file__).parents[2] / "resources" / "guide" / "guide.pdf"
DEATHS = 30
SIZE = 900, 1273
BOUND = 250  # ms


def main() -> int:
    source = FileSource(Path(sys.argv[1]) if len(sys.argv) > 1 else GUIDE)
    pool = ReadingPool(resting_seconds=600.0)
    pool.submit(Draw(source, 0, *SIZE)).result()
    medians = []
    for name, make_so in (("spare ready", _warm), ("no spare", _cool)):
        took = [_after_a_death(pool, source, make_so) for _ in range(DEATHS)]
        medians.append(median(took))
        told = f"median {medians[-1]:.0f} ms, 95 % {quantiles(took, n=20)[-1]:.0f}"
        print(f"next picture after a death, {name}: {told}, longest {max(took):.0f}; bound {BOUND}")
    pool.close()
    return int(max(medians) > BOUND)


def _after_a_death(
    pool: ReadingPool, source: FileSource, make_so: Callable[[ReadingPool], None]
) -> float:
    make_so(pool)
    front = pool._front.process
    assert front is not None
    began = perf_counter()
    os.kill(front._process.pid or 0, signal.SIGKILL)
    pool.submit(Draw(source, 1, *SIZE)).result()
    return 1000 * (perf_counter() - began)


def _warm(pool: ReadingPool) -> None:
    """Wait until the spare stands ready, as it does within a moment of the first page."""
    with pool._changed:
        pool._wants_spare = True
        pool._changed.notify_all()
    while (spare := pool._back.process) is None or not spare.is_ready:
        sleep(0.01)


def _cool(pool: ReadingPool) -> None:
    with pool._changed:
        pool._wants_spare = False
    if pool._back.process is not None:
        pool._leave(pool._back)


if __name__ == "__main__":
    sys.exit(main())
