"""How the whole window does: its start, its memory, and how long it ever stands still.

    python -m tests.bench.bench_window [SCANS.pdf [TEXT.pdf]]     (wants a display, or offscreen)

Prints milliseconds and megabytes.  Beside the longest pause of an activity stands what
the window was doing then.  Times of a busy machine say little: repeat, take medians.
"""

from __future__ import annotations

from time import perf_counter

BEGAN = perf_counter()

import os  # noqa: E402 - the start is measured from before the imports
import sys  # noqa: E402
import threading  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from functools import partial  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from typing import Any  # noqa: E402

from library.model.annotation import Annotation, AnnotationKind, Colour, Region  # noqa: E402
from library.model.change import Change, Edit  # noqa: E402
from library.model.document import Document, Page, PageKind, StoredFile  # noqa: E402
from library.model.geometry import Box  # noqa: E402
from library.model.record import Record  # noqa: E402
from library.pages.pool import ReadingPool  # noqa: E402
from library.pages.starting import start_ahead  # noqa: E402

DOCS = Path(os.environ.get("DIPTYCH_BENCH_DOCS", "."))  # what gen_docs.py wrote
SCANS, TEXT = DOCS / "b_scan500.pdf", DOCS / "e_text2000.pdf"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PATIENCE = 60.0  # seconds
LONG = 0.033  # seconds: two frames


class Heart:
    """Beats every millisecond on the window's thread; another thread looks when it stops."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415 - imported when it is measured

        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._window = threading.get_ident()
        self.restart()
        self._timer.start()
        threading.Thread(target=self._look, daemon=True).start()

    def restart(self) -> None:
        self._last, self.longest, self.doing, self._seen = perf_counter(), 0.0, "", ""

    def _beat(self) -> None:
        now = perf_counter()
        if now - self._last > self.longest:
            self.longest, self.doing = now - self._last, self._seen
        self._last, self._seen = now, ""

    def _look(self) -> None:
        while True:
            threading.Event().wait(0.005)
            if perf_counter() - self._last > LONG and not self._seen:
                if self._window not in sys._current_frames():
                    return  # the program has ended
                self._seen = doing(self._window)


def doing(thread: int) -> str:
    """The innermost functions of ours that the thread is in.

    Quick, and no frame is held for longer: a painter in it would outlive its paint event.
    """
    names: list[str] = []
    frame = sys._current_frames().get(thread)
    while frame is not None and len(names) < 3:
        file = Path(frame.f_code.co_filename)
        if file.parts[-2:-1] != ("bench",) and {"viewer", "library"} & set(file.parts):
            names.append(f"{file.stem}.{frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(names)


class Bench:
    """The window on a new library, driven through its session."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        start_ahead()
        self.pool = ReadingPool()
        from PySide6.QtCore import QSettings  # noqa: PLC0415 - imported when it is measured

        from library.store.store import Store  # noqa: PLC0415
        from viewer import app as parts  # noqa: PLC0415

        lap("imports")
        self.app = parts.make_app()
        kept = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
        settings = parts.Settings(kept, self.app)
        theme = parts.Theme(self.app, settings.scheme)
        lap("application")
        self.store = Store.open(folder / "library")
        lap("library made")
        self.session = parts.Session(self.store, parts.PageSource(self.pool), parts.Jobs())
        self.window = parts.MainWindow(self.session, settings, theme)
        self.window.restore()
        self.window.resize(1920, 1080)
        self.window.show()
        lap("window shown")
        self.heart = Heart()

    @contextmanager
    def watched(self, activity: str) -> Iterator[None]:
        self.spin(0.3)
        self.heart.restart()
        yield
        self.spin(0.3)
        print(f"{self.heart.longest * 1e3:8.1f} ms  longest pause: {activity}  {self.heart.doing}")

    def spin(self, seconds: float) -> None:
        end = perf_counter() + seconds
        self.until(lambda: perf_counter() > end)

    def until(self, done: Callable[[], bool]) -> float:
        """Let the window work until then; the milliseconds that it took."""
        began = perf_counter()
        while not done():
            self.app.processEvents()
            if perf_counter() - began > PATIENCE:
                raise TimeoutError
        return (perf_counter() - began) * 1e3

    @property
    def tab(self) -> Any:
        return self.window.tabs.front

    @property
    def is_sharp(self) -> bool:
        return self.tab is not None and self.tab.scan.view.is_sharp

    def act(self, name: str) -> float:
        return self.sharp_after(self.window.actions_by_name[name].trigger)

    def sharp_after(self, deed: Callable[[], object]) -> float:
        began = perf_counter()
        deed()
        self.app.processEvents()
        self.until(lambda: self.is_sharp)
        self.app.processEvents()  # it is painted
        return (perf_counter() - began) * 1e3

    def act_only(self, name: str) -> None:
        self.window.actions_by_name[name].trigger()
        self.spin(0.5)

    def end(self) -> None:
        self.window.close()
        self.pool.close()
        self.session.jobs.finish(PATIENCE)
        self.store.close()

    def acts(self, what: str, *names: str, times: int = 15) -> None:
        figures = []
        for turn in range(times):
            self.spin(0.25)
            figures.append(self.act(names[turn % len(names)]))
        print(f"{median(figures):8.1f} ms  {what}")

    def jumps(self) -> None:
        from viewer.places import Place  # noqa: PLC0415

        figures = []
        pages = self.tab.reading.document.scan_pages
        for turn in range(15):
            self.spin(0.25)
            place = Place(page=pages[(turn * 197 + 90) % len(pages)])
            figures.append(self.sharp_after(partial(self.tab.reading.go_to, place)))
        print(f"{median(figures):8.1f} ms  jump to a far page")

    def memory(self) -> None:
        for process in processes(os.getpid()):
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
            told = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in rollup}
            print(
                f"{told['Pss']:8.1f} MB  PSS of process {process}, {told['Pss_Anon']:.1f} its own"
            )

    def fill(self, count: int) -> None:
        with self.store._library.writing():  # one transaction, or it would take minutes
            self._fill(count)

    def _fill(self, count: int) -> None:
        for number in range(count):
            title = f"Document {number * 7919 % count:05} of the heap"
            file = StoredFile(f"{number:064x}", f"{number}.pdf", 1000, "application/pdf")
            page = Page(PageKind.SCAN, 595.0, 842.0, text_layer=False)
            made = Document("", Record(title), (file,), (page,), (), is_record=False)
            self.store.add_document(made, NOW)

    def annotate(self, count: int) -> None:
        document = self.tab.reading.document
        pages = document.scan_pages
        edits = []
        for number in range(count):
            region = Region(pages[number % len(pages)], (Box(0.2, 0.2, 0.4, 0.3),))
            note = Annotation(
                f"note{number:05}", document.id, AnnotationKind.AREA, Colour.YELLOW, (region,),
                NOW, NOW, f"Note {number}, with a few words to read.",
            )  # fmt: skip
            edits.append(Edit(None, note))
        self.store.apply(Change("Notes", tuple(edits)))


def lap(name: str) -> None:
    print(f"{(perf_counter() - BEGAN) * 1e3:8.1f} ms  start: {name}")


def processes(root: int) -> list[int]:
    """The process and all that descend from it."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        fields = entry.read_text().rpartition(")")[2].split()
        parents[int(entry.parent.name)] = int(fields[1])
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def main(scans: Path, text: Path) -> None:
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        print(f"         on {scans.name}")
        bench.session.open_paths([scans])
        bench.until(lambda: bench.is_sharp)
        lap("first page sharp")
        settled(bench)
        bench.heart.restart()
        bench.acts("turn to the next page", "next_page")
        bench.jumps()
        bench.acts("zoom in and out", "zoom_in", "zoom_out")
        print(f"{bench.heart.longest * 1e3:8.1f} ms  longest pause so far  {bench.heart.doing}")
        bench.acts("turn, 150 pages", "next_page", times=150)
        bench.memory()
        print(f"         on {text.name}")
        with bench.watched("open and import"):
            bench.session.open_paths([text])
            bench.spin(1.0)
            settled(bench)
        with bench.watched("text, to the end and back"):
            bar = bench.tab.text.view.verticalScrollBar()
            for step in (*range(50), *range(50, 0, -1)):
                bar.setValue(bar.maximum() * step // 50)
                bench.spin(0.02)
        bench.annotate(1000)
        reading = bench.tab.reading
        with bench.watched("close, and open with 1,000 notes"):
            bench.session.close(reading)
            bench.spin(0.3)
            bench.session.open_document(reading.document.id)
            bench.spin(1.0)
        with bench.watched("show 1,000 notes"):
            bench.tab.show_notes()
        bench.fill(10_000)
        with bench.watched("Library with 10,000 documents"):
            bench.act_only("library")
        with bench.watched("back to the document"):
            bench.act_only("next_tab")
        bench.end()


def settled(bench: Bench) -> None:
    bench.until(lambda: bench.tab is not None and bench.tab.reading.is_kept)
    bench.until(lambda: not bench.session.jobs.running and bench.is_sharp)
    bench.spin(1.0)


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*(given + [SCANS, TEXT][len(given) :]))
