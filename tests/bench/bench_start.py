"""How long the window takes to start with large libraries, beside one with few documents.

    python -m tests.bench.bench_start LIBRARY... [--runs N]     (wants a display, or offscreen)

Each start is a process of its own, the libraries by turns.  A start ends when the shelf has
its first rows and all that was asked for is drawn.  Milliseconds of the wall clock since the
process began, and of the CPU; medians, and their ratio to the first library's.
"""

from __future__ import annotations

import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

PATIENCE = 120.0  # seconds
_ONE = "--one"


def main() -> None:
    if sys.argv[1:2] == [_ONE]:
        start(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("libraries", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=11)
    asked = parser.parse_args()
    times: dict[Path, list[tuple[float, float]]] = {library: [] for library in asked.libraries}
    with TemporaryDirectory() as folder:
        for _ in range(asked.runs):
            for library, some in times.items():
                some.append(started(library, folder))
    first = middles(times[asked.libraries[0]])
    for library, some in times.items():
        (wall, cpu), ratio = middles(some), middles(some)[0] / first[0]
        print(f"{wall:7.0f} ms, {cpu:7.0f} of the CPU: {ratio:.2f} times the first   {library}")


def started(library: Path, folder: str) -> tuple[float, float]:
    began = time.time()
    command = [sys.executable, "-m", "tests.bench.bench_start", _ONE, str(library), folder]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.split()
    return (float(said[0]) - began) * 1e3, float(said[1]) * 1e3


def middles(times: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in times), median(cpu for _, cpu in times)


def start(library: Path, folder: Path) -> None:
    """Start the window on the library, and say when it was there."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - what is imported is measured

    from library.pages.pool import ReadingPool  # noqa: PLC0415
    from library.store.store import Store  # noqa: PLC0415
    from viewer import app as parts  # noqa: PLC0415

    pool = ReadingPool()
    app = parts.make_app()
    kept = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
    settings = parts.Settings(kept, app)
    theme = parts.Theme(app, settings.scheme)
    with Store.open(library) as store:
        session = parts.Session(store, parts.PageSource(pool), parts.Jobs())
        window = parts.MainWindow(session, settings, theme)
        window.restore()
        window.resize(1280, 800)
        window.show()
        until_there(app, window)
        print(time.time(), time.process_time(), flush=True)
        window.close()
        session.jobs.finish(1.0)
    pool.close()


def until_there(app, window) -> None:
    from viewer.shelf.panel import ShelfPanel  # noqa: PLC0415 - what is imported is measured

    began = time.time()
    while time.time() - began < PATIENCE:
        app.processEvents()
        panel = window.findChild(ShelfPanel)
        is_settled = panel is not None and panel.following._asker.is_idle
        if is_settled and panel.table.model().rowCount():
            app.processEvents()
            return
        time.sleep(0.0005)
    raise TimeoutError


if __name__ == "__main__":
    main()
