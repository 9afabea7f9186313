"""How fast the shelf answers: `python -m tests.bench.bench_shelf [--documents 10000 100000]`.

The index is made by the code that keeps it in step, from made-up entries; the library behind
it has as many documents, but all of them the same.  Medians of the CPU's time in milliseconds,
with the longest in brackets: the first time that a column is read, it is not yet kept.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from library.model.dates import read_date
from library.model.reading import ShelfEntry
from library.shelving.answer import Scale
from library.shelving.question import Column, Facet, Order, ShelfQuestion
from library.store.catalogue.writing import Shelved, write_rows
from library.store.store import Store
from tests.documents import NOON, a_document
from viewer.open_tabs import OpenTabs

ROUNDS = 9
SCREEN = 50  # rows
WORDS = [
    "report",
    "letter",
    "memorandum",
    "plan",
    "minutes",
    "talk",
    "cable",
    "note",
    "diary",
    "list",
    "harbour",
    "bridge",
]
GIVEN = ("Anna", "Boris", "Carl", "Dora")
FAMILIES = ("Adler", "Berg", "Cohen", "Dietz", "Evans", "Fischer", "Gruber")
PEOPLE = [f"{given} {family}" for given in GIVEN for family in FAMILIES]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    sizes = parser.parse_args().documents
    for size in sizes:
        with TemporaryDirectory() as folder:
            bench(Path(folder) / "library", size)


def bench(folder: Path, size: int) -> None:
    with Store.open(folder) as store:
        store.add_document(a_document(), NOON)
        seconds = fill(store, size)
        print(f"{size} documents, written with {seconds / size * 1e3:.3f} ms of CPU each")
    print(f"  {'opened, and current':34} {timed(lambda: opened(folder))}")
    print(f"  {'opened, and the shelf shown':34} {timed(lambda: shown(folder))}")
    with Store.open(folder) as store:
        for name, question in QUESTIONS.items():
            print(f"  {name:34} {timed(lambda ask=question: ask(store))}")


def opened(folder: Path) -> None:
    """What happens at the start before the window comes."""
    with Store.open(folder) as store:
        OpenTabs.recalled(store)
        if not store.catalogue.is_current():
            raise SystemExit("The index was not closed well.")


def shown(folder: Path) -> None:
    """As `opened`, with all that the Library tab asks, which it does beside the window."""
    with Store.open(folder) as store:
        OpenTabs.recalled(store)
        store.catalogue.is_current()
        numbers = store.catalogue.arrange(ShelfQuestion()).numbers
        store.catalogue.rows(numbers[:SCREEN])
        store.catalogue.facets(ShelfQuestion())
        store.catalogue.bars(ShelfQuestion(), Scale.YEAR)
        store.catalogue.sizes()


def fill(store: Store, size: int) -> float:
    """Seconds of CPU."""
    chance = random.Random(1)
    spent = 0.0
    for start in range(0, size, 5000):
        entries = [made(chance, number) for number in range(start, min(start + 5000, size))]
        began = time.process_time()
        store._index.write(lambda db, es=entries: write_rows(db, [Shelved(e, "1") for e in es]))
        spent += time.process_time() - began
        with store._library.writing() as db:
            db.execute("CREATE TEMP TABLE copied AS SELECT * FROM document LIMIT 1")
            for entry in entries:
                db.execute("UPDATE copied SET id = ?", (entry.id,))
                db.execute("INSERT INTO document SELECT * FROM copied")
            db.execute("DROP TABLE copied")
    return spent


def made(chance: random.Random, number: int) -> ShelfEntry:
    day = date(1931, 1, 1) + timedelta(days=int(chance.triangular(0, 14_000, 4800)))
    shown = chance.choice(
        (f"{day:%B} {day.day}, {day.year}", f"{day:%B} {day.year}", f"{day.year}")
    )
    title = f"{chance.choice(WORDS)} {chance.randrange(900)} on the {chance.choice(WORDS)}".title()
    return ShelfEntry(
        id=f"d{number:07}",
        title=title,
        date=read_date(shown),
        languages=(chance.choice(("en", "ru", "de", "fr")),),
        pages=chance.randrange(1, 40),
        notes=max(0, chance.randrange(-20, 10)),
        added=NOON + timedelta(seconds=number),
        last_read=datetime(2026, 1, 1, tzinfo=UTC) if chance.random() < 0.1 else None,
        repository=f"Archive {chance.randrange(6)}",
        archive_collection=f"Papers {chance.randrange(60)}",
        people=tuple(chance.sample(PEOPLE, 2)),
        has=("scan", "transcript"),
    )


def timed(ask: Callable[[], object]) -> str:
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        ask()
        times.append((time.process_time() - began) * 1e3)
    return f"{statistics.median(times):8.1f} ms ({max(times):.1f})"


def by(*order: Order, **more: object) -> Callable[[Store], object]:
    question = ShelfQuestion(order=order, **more)
    return lambda store: store.catalogue.arrange(question)


YORK = {Facet.REPOSITORY: frozenset({"Archive 1"})}
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "in order of titles": by(Order(Column.TITLE)),
    "in order of dates, newest first": by(Order(Column.DATE, descending=True)),
    "by collection, then date": by(Order(Column.ARCHIVE_COLLECTION), Order(Column.DATE)),
    "grouped by year": by(Order(Column.TITLE), group=Column.DATE),
    "one repository, by title": by(Order(Column.TITLE), chosen=YORK),
    "a page of 50 rows": lambda store: store.catalogue.rows(range(500, 500 + SCREEN)),
    "facets of everything": lambda store: store.catalogue.facets(ShelfQuestion()),
    "facets with one chosen": lambda store: store.catalogue.facets(ShelfQuestion(chosen=YORK)),
    "facets of one place of 30 days": lambda store: store.catalogue.facets(
        ShelfQuestion(days=(date(1944, 3, 1), date(1944, 3, 30)))
    ),
    "bars by year": lambda store: store.catalogue.bars(ShelfQuestion(), Scale.YEAR),
    "bars by month of ten years": lambda store: store.catalogue.bars(
        ShelfQuestion(), Scale.MONTH, (date(1940, 1, 1), date(1949, 12, 31))
    ),
    "sizes of the places": lambda store: store.catalogue.sizes(),
}


if __name__ == "__main__":
    main()
