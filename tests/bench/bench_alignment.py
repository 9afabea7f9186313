"""How well and how fast texts are joined with the words of their scans.

    python -m tests.bench.bench_alignment [--simulate SIMULATE.py] [--records FOLDER] [--large]

Prints a table for simulated pages: ours, or those of a module with `make(words, cer, seed)`,
which has real prose; then the reliability of the certainties, and what foreign texts give.
`--records` adds records with known words (`NAME.truth.json`); `--large` joins 200,000 words.
Recall counts words with a box of their own or a part of one, at any certainty; lines do not
count.  A link is right where it covers half of the word and little else, wrong where it
hardly touches it.  Times are of the CPU; the seeds are none that anything was tuned on.
"""

from __future__ import annotations

import json
import resource
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from time import process_time

from library.alignment.aligning import align
from library.model.geometry import Box
from library.model.link import Alignment, LinkKind, ScanPageWords, ScanWord
from tests.library.alignment.simulated import Typescript, typescript, verdict

ERRORS = 0.0, 0.02, 0.05, 0.1, 0.2, 0.3
FLOORS = {0.05: 0.99, 0.1: 0.98, 0.2: 0.95, 0.3: 0.91}
BINS = 0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01
DISORDERS = ("plain", {}), ("missing", {"missing": 0.2}), ("swapped", {"swapped": 0.3})
COUNT, SEEDS = 10_000, (1001, 1002)

Make = Callable[..., Typescript]
Judged = list[tuple[float, bool]]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--simulate", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    make = _loaded(asked.simulate) if asked.simulate else typescript
    judged = _simulated(make)
    _reliability(judged)
    _foreign(make)
    if asked.records:
        _records(asked.records)
    if asked.large:
        _large(make)


def _simulated(make: Make) -> Judged:
    print(
        f"{COUNT} words       CER recall  floor  right/linked  wrong  sure  wrong if sure   CPU s"
    )
    judged: Judged = []
    for name, disorder in DISORDERS:
        for errors in ERRORS:
            for seed in SEEDS:
                made = make(COUNT, errors, seed, **disorder)
                alignment, seconds = _timed(made)
                found = verdict(made, alignment)
                judged += found.certainties
                sure = sum(said >= 0.9 for said, _ in found.certainties)
                print(
                    f"{name:<10} {seed:5} {errors:6.0%} {found.recall:6.4f}"
                    f" {FLOORS.get(errors, ''):>6} {found.right / max(found.linked, 1):13.4f}"
                    f" {found.wrong_from(0):6.4f} {sure / found.there:5.3f}"
                    f" {found.wrong_from(0.9):14.5f} {seconds:7.2f}"
                )
    return judged


def _timed(made: Typescript) -> tuple[Alignment, float]:
    began = process_time()
    return align(made.text, made.pages), process_time() - began


def _reliability(judged: Judged) -> None:
    print("\ncertainty      links    right")
    for low, high in pairwise(BINS):
        here = [right for said, right in judged if low <= said < high]
        right = f"{sum(here) / len(here):8.5f}" if here else "       –"
        print(f"{low:.2f} – {min(high, 1):.2f} {len(here):8} {right}")


def _foreign(make: Make) -> None:
    made, other = make(4000, 0.05, 2001), make(4000, 0.05, 2002)
    for name, text in (("another text", other.text), ("no text", "")):
        alignment = align(text, made.pages)
        sure = sum(link.certainty >= 0.9 for link in alignment.links)
        print(f"\n{name}: {len(alignment.links)} links, {sure} of .9 or more", end="")
    print()


def _records(folder: Path) -> None:
    print("\nrecords, by their true words: linked of words, in two boxes, sure")
    for path in sorted(folder.glob("*.truth.json")):
        truth = json.loads(path.read_text("utf-8"))
        pages = [_page(page) for page in truth["scan"]]
        for version in truth["versions"]:
            text = "\n\n".join(version["paragraphs"])
            links = [k for k in align(text, pages).links if k.kind is not LinkKind.LINE]
            broken = sum(len(link.boxes) > 1 for link in links)
            sure = sum(link.certainty >= 0.9 for link in links)
            name = f"{truth['name']}, {version['label']}"
            print(f"{name:<48} {len(links):5} of {len(text.split()):5} {broken:4} {sure:5}")


def _page(page: dict) -> ScanPageWords:
    """The true words; of a line, in the even pitch of the typewriter."""
    width, height = page["size"]
    words = [
        ScanWord(text, Box(left / width, top / height, right / width, bottom / height), line)
        for text, line, left, top, right, bottom in page.get("words", ())
    ]
    for number, (text, left, top, right, bottom) in enumerate(page.get("lines", ())):
        pitch, at = (right - left) / max(len(text), 1), 0
        for word in text.split():
            at = text.index(word, at)
            start, end = left + at * pitch, left + (at + len(word)) * pitch
            box = Box(start / width, top / height, end / width, bottom / height)
            words.append(ScanWord(word, box, number))
            at += len(word)
    return ScanPageWords(page["page"] - 1, tuple(words), (width, height))


def _large(make: Make) -> None:
    made = make(200_000, 0.05, 3001)
    alignment, seconds = _timed(made)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    recall = verdict(made, alignment).recall
    print(f"\n{len(made.words)} words: recall {recall:.4f}, {seconds:.1f} s, {memory} MB at most")


def _loaded(path: Path) -> Make:
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


if __name__ == "__main__":
    main()
