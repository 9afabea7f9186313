"""Joining made pages, of which all is known: ours, or those of another simulator."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from time import process_time

import numpy as np

from library.alignment.aligning import align
from library.model.geometry import Box
from library.model.link import Alignment, ScanPageWords, ScanWord
from tests.bench.joining.table import Judged, Table
from tests.library.alignment.simulated import Typescript, verdict

COUNT, SEEDS = 10_000, (90_001, 90_002, 90_003)
FLOORS = {0.05: 0.99, 0.1: 0.98, 0.2: 0.95, 0.3: 0.91}
DISORDERS = (
    ("plain", 0.0, {}),
    ("a fifth of the pages missing", 0.01, {"missing": 0.2}),
    ("a fifth of the pages swapped", 0.01, {"swapped": 0.2}),
)
SURE = 0.9

Make = Callable[..., Typescript]


def measure_made(make: Make, table: Table) -> Judged:
    judged: list[tuple[float, bool]] = []
    plain: dict[float, float] = {}
    seconds = []
    for name, less, disorder in DISORDERS:
        for errors, floor in FLOORS.items():
            recalls = []
            for seed in SEEDS:
                made = make(COUNT, errors, seed, **disorder)
                alignment, took = _timed(made)
                found = verdict(made, alignment)
                judged += found.certainties
                recalls.append(found.recall)
                seconds.append(took)
                table.at_most(
                    f"{name}, CER {errors:.0%}, seed {seed}: wrong if sure",
                    found.wrong_from(SURE),
                    0.001,
                )
            recall = sum(recalls) / len(recalls)
            plain.setdefault(errors, recall)
            wanted = floor if not less else round(plain[errors] - less, 4)
            if not less or errors <= 0.2:
                table.at_least(f"{name}, CER {errors:.0%}: recall", recall, wanted)
    table.at_most(f"{COUNT} words: CPU", float(np.median(seconds)), 0.5, " s")
    table.note(f"{COUNT} words: CPU, the longest", f"{max(seconds):.2f} s")
    return judged


def measure_foreign(make: Make, table: Table) -> None:
    made, other = make(4000, 0.05, SEEDS[0]), make(4000, 0.05, SEEDS[1])
    for name, text, certainty in (("another text", other.text, SURE), ("no text", "", 0.0)):
        links = [link for link in align(text, made.pages).links if link.certainty >= certainty]
        table.at_most(f"{name}: links of {certainty:g} or more", len(links), 0)


def measure_large(make: Make, table: Table) -> None:
    made = make(200_000, 0.05, SEEDS[0])
    alignment, seconds = _timed(made)
    table.at_most("200,000 words: CPU", seconds, 12, " s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    table.at_most("200,000 words: memory, at most", memory, 1024, " MB")
    table.at_least("200,000 words: recall", verdict(made, alignment).recall, 0.99)


def _timed(made: Typescript) -> tuple[Alignment, float]:
    began = process_time()
    return align(made.text, made.pages), process_time() - began


def loaded(path: Path) -> Make:
    """Pages of another simulator, whose boxes are in points, as ours."""
    spec = spec_from_file_location("simulate", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python module.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)

    def make(
        count: int, errors: float, seed: int, missing: float = 0.0, swapped: float = 0.0
    ) -> Typescript:
        made = module.make(count, errors, seed, missing_scan=missing, swap=swapped)
        pages = [
            ScanPageWords(
                nth, tuple(ScanWord(t, Box(*box), line) for t, box, line in page), (1.0, 1.0)
            )
            for nth, page in enumerate(made["pages"])
        ]
        truth = [[(page, Box(*box)) for page, *box in each] for each in made["gold"]]
        return Typescript(made["words"], pages, truth)

    return make
