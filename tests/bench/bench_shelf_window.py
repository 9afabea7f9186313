"""How the shelf does in the window: `python -m tests.bench.bench_shelf_window [LIBRARY]`.

A table of a million made-up documents is scrolled, chosen whole and put in another order;
answers come at once, so that what is measured is the window's thread alone.  With a library
(see `make_shelf`), the longest pause of the window is measured as well, while it is used.
Milliseconds of the thread's CPU, wall clock in brackets; medians, then the longest.
"""

from __future__ import annotations

import sys
import time
from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from library.shelving.answer import Arranged
from library.shelving.question import Column, Facet, Order
from library.store.store import Store
from tests.bench.bench_window import Heart
from viewer.application import make_app
from viewer.asking import Asking
from viewer.jobs import Jobs
from viewer.shelf.asker import Asker
from viewer.shelf.choice import Choice, chosen_in
from viewer.shelf.panel import ShelfPanel
from viewer.shelf.shelf_model import ShelfModel
from viewer.shelf.shelf_table import ShelfTable
from viewer.theme import Scheme, Theme

MILLION = 1_000_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SIZES = ((1280, 800), (1920, 1080))
ROUNDS = 60


def main() -> None:
    app = make_app()
    Theme(app, Scheme.LIGHT)
    for size in SIZES:
        million(size)
    for library in sys.argv[1:]:
        with Store.open(Path(library)) as store:
            used(store)


def entry(number: int) -> ShelfEntry:
    return ShelfEntry(
        *(f"d{number}", f"Memorandum {number} on the harbour", ArchiveDate("3 May 1944", "1944")),
        *(("en", "ru"), number % 40, number % 7, NOW, NOW),
        archive_collection=f"Papers {number % 60}",
        has=("scan", "transcript"),
    )


def million(size: tuple[int, int]) -> None:
    model = ShelfModel(lambda: NOW)
    table = ShelfTable(model)
    model.wanted.connect(lambda numbers: model.take({each: entry(each) for each in numbers}))
    table.resize(*size)
    table.show()
    numbers = array("q", range(MILLION))
    print(f"a million documents, a table of {size[0]} × {size[1]} pixels")
    timed("put in order", lambda _: model.show_arranged(Arranged(numbers), None), 9)
    bar = table.verticalScrollBar()
    timed("a page of scroll, empty lines", lambda n: bar.setValue(n * 50_000), ROUNDS)
    timed("a page of scroll", lambda _: bar.setValue(bar.value() + bar.pageStep()), ROUNDS)
    timed("a notch of the wheel", lambda _: bar.setValue(bar.value() + 120), ROUNDS)
    timed("choose all", lambda _: table.selectAll(), 5)
    choice = Choice(table, model)
    everything = chosen_in(numbers, frozenset(numbers), 0)
    timed("choose all again, in another order", lambda _: choice.choose(everything), 5)
    timed("numbers of all that are chosen", lambda _: choice.numbers(), 5)


def timed(what: str, act: Callable[[int], object], rounds: int) -> None:
    cpu, wall = [], []
    for n in range(rounds):
        began, began_cpu = time.perf_counter(), time.thread_time()
        act(n)
        QApplication.processEvents()
        cpu.append((time.thread_time() - began_cpu) * 1e3)
        wall.append((time.perf_counter() - began) * 1e3)
    print(f"  {what:36} {median(cpu):7.1f} ({median(wall):.1f})   {max(cpu):.1f} ({max(wall):.1f})")


def used(store: Store) -> None:
    """The longest pause of the window while facets, order, days and places are changed."""
    asking, heart = Asking(), Heart()
    asker = Asker(Jobs(), store.catalogue.interrupt)
    panel = ShelfPanel(asking, asker, store.catalogue)
    panel.resize(1920, 1000)
    panel.show()
    asks = (
        ("first look", panel.refresh),
        ("a facet", lambda: panel._wishes.toggle(Facet.LANGUAGE, "en")),
        ("the same, let go", lambda: panel._wishes.toggle(Facet.LANGUAGE, "en")),
        ("by title", lambda: panel._wishes.sort(Column.TITLE, adds=False)),
        ("grouped by date", lambda: panel._wishes.group(Column.DATE)),
        ("not grouped", lambda: panel._wishes.group(None)),
        ("by date", lambda: asking.ask(replace(asking.question, order=(Order(Column.DATE),)))),
        ("all chosen", panel.table.selectAll),
        ("chosen, in another order", lambda: panel._wishes.sort(Column.TITLE, adds=False)),
    )
    for what, ask in asks:
        heart.restart()
        began = time.perf_counter()
        ask()
        while not asker.is_idle or time.perf_counter() - began < 0.3:
            QApplication.processEvents()
            time.sleep(0.001)
        pause = heart.longest * 1e3
        print(f"  {what:36} longest pause {pause:6.1f}  {heart.doing if pause > 33 else ''}")


if __name__ == "__main__":
    main()
