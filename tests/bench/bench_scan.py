"""How fast the scan turns its pages, with the real reading processes, without a display.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_scan [FILE.pdf]

Prints medians in milliseconds, from the reader's act to the sharp page being painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from library.model.document import Document, Page, PageKind, StoredFile
from library.model.reading import Fit
from library.model.record import Record
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource, ReadOutline
from viewer.page_source import PageSource
from viewer.places import Place
from viewer.reading import Reading
from viewer.scan.scan_panel import ScanPanel
from viewer.theme import Scheme, Theme

# The folder that gen_docs.py was told to write to.
USUAL = Path(os.environ.get("DIPTYCH_BENCH_DOCS", ".")) / "b_scan500.pdf"
PATIENCE = 10.0  # seconds


class Heart(QObject):
    """Beats every millisecond; the longest pause is how long the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = perf_counter()
        self.longest = 0.0
        self._timer.start()

    def restart(self) -> None:
        self._last, self.longest = perf_counter(), 0.0

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Bench:
    """A scan in a window of its own, and how long it takes to settle."""

    def __init__(self, path: Path, pool: ReadingPool) -> None:
        outline = pool.submit(ReadOutline(FileSource(path))).result()
        leaves = (
            Page(PageKind.SCAN, width, height, text_layer=False, frame=n)
            for n, (width, height) in enumerate(outline.sizes)
        )
        file = StoredFile("", path.name, path.stat().st_size, outline.media_type)
        document = Document("bench", Record(path.name), (file,), tuple(leaves), ())
        reading = Reading(document, [path], lambda _: None, lambda: datetime.now(UTC))
        self.panel = ScanPanel(reading, PageSource(pool))
        self.view = self.panel.view
        self.panel.resize(880, 890)
        self.panel.show()
        self.heart = Heart()

    def settle(self, is_done: Callable[[], bool]) -> None:
        end = perf_counter() + PATIENCE
        while not is_done() and perf_counter() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)

    def is_sharp(self) -> bool:
        return self.view.is_sharp

    def is_idle(self) -> bool:
        return self.view.is_sharp and not self.view.drawings.is_waiting

    def time(self, act: Callable[[], object]) -> float:
        """Milliseconds from the act until the sharp page is painted."""
        started = perf_counter()
        act()
        self.settle(self.is_sharp)
        self.view.viewport().repaint()
        return (perf_counter() - started) * 1000

    def times(self, acts: list[Callable[[], object]]) -> list[float]:
        """As `time`, everything fetched before each act."""
        found = []
        for act in acts:
            self.settle(self.is_idle)
            found.append(self.time(act))
        return found


def pss() -> float:
    """Megabytes of this process and its children, shared pages counted in parts."""
    total = 0
    mine = os.getpid()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if mine in (int(process.name), parent):
                rollup = (process / "smaps_rollup").read_text()
                total += int(rollup.split("Pss:")[1].split()[0])
        except OSError:
            continue  # it ended meanwhile
    return total / 1024


def show(name: str, times: list[float], heart: Heart) -> None:
    worst, stall = max(times), heart.longest * 1000
    print(f"{name:28} median {median(times):6.1f}  worst {worst:6.1f}  stall {stall:5.1f} ms")
    heart.restart()


def measure(bench: Bench) -> None:
    view, heart = bench.view, bench.heart
    count = len(view.scan)
    bench.settle(bench.is_idle)
    heart.restart()
    show("next page, prefetched", bench.times([view.next_page] * min(60, count - 1)), heart)
    jumps = [(17 + 61 * n) % count for n in range(24)]
    show(
        "cold jump",
        bench.times([lambda p=p: view.reading.go_to(Place(page=p)) for p in jumps]),
        heart,
    )
    zooms = [view.zoom_in, view.zoom_in, view.zoom_in, view.zoom_out, view.zoom_out, view.zoom_out]
    show("zoom step", bench.times(zooms * 3), heart)
    view.set_fit(Fit.WIDTH)
    bar = view.verticalScrollBar()
    scrolls = [lambda: bar.setValue(bar.value() + 96)] * 200
    show("scroll, 96 px", bench.times(scrolls), heart)
    jumps = [(29 + 71 * n) % count for n in range(126)]
    show(
        "150 pages seen",
        [bench.time(lambda p=p: view.reading.go_to(Place(page=p))) for p in jumps],
        heart,
    )
    held = view.drawings.pictures.held / 1024 / 1024
    print(f"memory {pss():.0f} MB PSS with the reading processes; pictures {held:.0f} MB")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    if not path.exists():
        sys.exit(f"{path} is not there; tools/gen_docs.py makes it.")
    app = QApplication([])
    Theme(app, Scheme.LIGHT)
    pool = ReadingPool()
    try:
        measure(Bench(path, pool))
    finally:
        pool.close()


if __name__ == "__main__":
    main()
