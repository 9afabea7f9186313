"""How long a save takes, and whether many notes on a document make reading it slower.

    python -m tests.bench.bench_notes [RECORD.pdf [COUNT]]     (wants a display, or offscreen)

Without a record, one of 100 pages is made, with a text layer.

Saves are timed on the disk of the temporary folder (TMPDIR chooses another), from the
order to the end of the commit.  Turning and hovering are timed on the record without notes
and with COUNT of them (5,000), on passages and on areas by turns.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from library.model.annotation import Annotation, AnnotationKind, Colour, Region, passage_of
from library.model.change import Change, Edit
from library.model.geometry import Box
from library.store.store import Store
from tests.bench.bench_window import NOW, Bench, settled
from tests.records import make_record

SAVES, MOVES, TURNS = 500, 400, 40
KINDS = (AnnotationKind.HIGHLIGHT, AnnotationKind.AREA)


def main(record: Path | None, count: int) -> None:
    with TemporaryDirectory() as folder:
        made = record or long_record(Path(folder))
        bench = Bench(Path(folder))
        bench.session.open_paths([made])
        bench.until(lambda: bench.tab is not None and bench.is_sharp)
        settled(bench)
        bench.until(lambda: bench.tab.reading.joint.progress is None)
        print("         without notes")
        save_and_read(bench)
        began = perf_counter()
        bench.session.history.do(None, Change("Notes", tuple(many_notes(bench, count))))
        print(f"{(perf_counter() - began) * 1e3:8.1f} ms  {count:,} notes saved at one go")
        bench.spin(2.0)
        print(f"         with {count:,} notes")
        save_and_read(bench)
        bench.end()


def long_record(folder: Path) -> Path:
    """100 pages of 30 lines, a text that goes with them, and the page's number above each."""
    chance = Random(3)
    pages = ["\n".join(_line(chance) for _ in range(30)) for _ in range(100)]
    texts = [
        part for number, page in enumerate(pages, 1) for part in (f"-{number}-", *page.split("\n"))
    ]
    return make_record(folder / "long.pdf", pages=pages, transcript=texts, text_layer=True)


def _line(chance: Random) -> str:
    return " ".join("".join(chance.choices("aeinrstlo", k=6)) for _ in range(8))


def save_and_read(bench: Bench) -> None:
    tell("save", saves(bench.store, next(iter(many_notes(bench, 1))).after))
    tell("hover over the text", moves(bench, bench.tab.text.view.viewport()))
    tell("hover over the scan", moves(bench, bench.tab.scan.view.viewport()))
    tell("turn to the next page and back", turns(bench))


def many_notes(bench: Bench, count: int) -> Iterable[Edit]:
    """Highlights of words of the first text, and areas on its pages, spread by chance."""
    document, chance = bench.tab.reading.document, Random(1)
    version, colours = document.versions[0], list(Colour)
    for number, kind in zip(range(count), cycle(KINDS)):
        start = chance.randrange(len(version.text) - 40)
        x, y = chance.uniform(0.1, 0.8), chance.uniform(0.1, 0.9)
        area = Region(chance.choice(document.scan_pages), (Box(x, y, x + 0.1, y + 0.03),))
        words = passage_of(version.id, version.text, start, start + chance.randrange(5, 40))
        target = area if kind is AnnotationKind.AREA else words
        id_ = f"note{count}x{number:05}"
        colour = colours[number % len(colours)]
        body = f"Note {number}, with a few words to read."
        yield Edit(None, Annotation(id_, document.id, kind, colour, (target,), NOW, NOW, body))


def saves(store: Store, note: object) -> list[float]:
    """Wall-clock milliseconds, from the order to the end of the commit."""
    assert isinstance(note, Annotation)
    figures, before = [], None
    for number in range(SAVES):
        after = Annotation(
            note.id, note.document, note.kind, note.colour, note.targets, NOW, NOW, f"word {number}"
        )
        began = perf_counter()
        store.apply(Change("Note", (Edit(before, after),)))
        figures.append((perf_counter() - began) * 1e3)
        before = after
    assert before is not None
    store.apply(Change("Note", (Edit(before, None),)))
    return figures


def moves(bench: Bench, pane: QWidget) -> list[float]:
    """CPU milliseconds of the window for a step of the mouse, painted: back and forth, and down."""
    figures = []
    for number in range(MOVES):
        down, along = divmod(number, 20)
        across = along if down % 2 else 19 - along
        point = QPointF(
            pane.width() * (0.1 + 0.04 * across), pane.height() * (0.1 + 0.8 * down * 20 / MOVES)
        )
        figures.append(cpu_of(bench, lambda point=point: move(pane, point)))  # type: ignore[misc]
    return figures


def move(pane: QWidget, point: QPointF) -> None:
    none, here = Qt.MouseButton.NoButton, QPointF(pane.mapToGlobal(point))
    still = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, point, here, none, none, still)
    QApplication.sendEvent(pane, event)


def turns(bench: Bench) -> list[float]:
    names = islice(cycle(("next_page", "previous_page")), TURNS)
    return [bench.act(name) for name in names]


def cpu_of(bench: Bench, deed: Callable[[], object]) -> float:
    began = process_time()
    deed()
    bench.app.processEvents()
    return (process_time() - began) * 1e3


def tell(what: str, figures: list[float]) -> None:
    high = quantiles(figures, n=20)[-1]
    print(f"{median(figures):8.2f} ms  {what}; 95 % within {high:.2f}, most {max(figures):.2f}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else None, int(given[1]) if len(given) > 1 else 5000)
