"""How well and how fast translations are joined with their originals, paragraph to paragraph.

    python -m tests.bench.bench_translations [--texts FILE]

Of each translation a tenth of the paragraphs is left out, and a tenth joined to the one before.
Prints what share of the true pairs is shown (from a probability of .9), and what share of those
shown is true; whether the probabilities hold; what is shown of texts that have nothing to do
with each other; and what a long text takes, in seconds of the CPU.  `--texts` names a JSON file
with real ones: a list of objects with a "name" and two lists, "A" and "B", of paragraphs in step.
The seeds are none that anything was tuned on.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

from library.alignment.translation.pairing import pair_paragraphs
from library.model.pairing import Pairing
from tests.library.alignment.translation.made import Made, loosened, made
from tests.library.alignment.translation.texts import version_of

DROPPED = JOINED = 0.1
LENGTHS = 10, 30, 100, 300
SEEDS = range(9001, 9013)
LONG = 2000
SHOWN = 0.9
BINS = 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01

Judged = list[tuple[float, bool]]


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    asked = parser.parse_args()
    print("texts                          pairs  recall  precision")
    judged: Judged = []
    for length in LENGTHS:
        texts = [made(length, seed, DROPPED, JOINED) for seed in SEEDS]
        judged += _judged(f"made, {length} paragraphs", texts)
    _reliability(judged)
    if asked.texts:
        _real(json.loads(asked.texts.read_text("utf-8")))
    _foreign()
    _long()


def _judged(name: str, texts: Iterable[Made]) -> Judged:
    judged: Judged = []
    there = 0
    for text in texts:
        there += len(text.pairs)
        pairs = _pairing(text.translation, text.original).pairs
        judged += [(p.probability, (p.first, p.second) in text.pairs) for p in pairs]
    right = [true for said, true in judged if said >= SHOWN]
    precision = sum(right) / len(right) if right else 1.0
    print(f"{name:<30} {there:5} {sum(right) / max(there, 1):7.3f} {precision:10.3f}")
    return judged


def _pairing(translation: list[str], original: list[str]) -> Pairing:
    return pair_paragraphs(version_of("translation", translation), version_of("o", original))


def _reliability(judged: Judged) -> None:
    print("\nprobability    pairs   said    right")
    for low, high in pairwise(BINS):
        here = [(said, true) for said, true in judged if low <= said < high]
        if here:
            said, right = (sum(values) / len(here) for values in zip(*here, strict=True))
            print(f"{low:.2f} – {min(high, 1):.2f} {len(here):7} {said:7.3f} {right:8.3f}")
    print()


def _real(texts: list[dict]) -> None:
    judged: Judged = []
    kinds = sorted({text["name"].split("-")[0] for text in texts})
    for kind in kinds:
        some = (text for text in texts if text["name"].split("-")[0] == kind)
        judged += _judged(f"real: {kind}", _passages(some))
    _reliability(judged)


def _passages(texts: Iterable[dict]) -> Iterator[Made]:
    """Some 60 paragraphs of each, the second language as the translation of the first."""
    for nth, text in enumerate(texts):
        chance = Random(9100 + nth)
        start = chance.randint(0, max(0, len(text["A"]) - 60))
        ours, theirs = (text[key][start : start + 60] for key in "BA")
        yield loosened(ours, theirs, chance, DROPPED, JOINED)


def _foreign() -> None:
    shown = paragraphs = 0
    for seed in SEEDS:
        one, other = made(40, seed), made(40, seed + 500)
        pairs = _pairing(one.translation, other.original).pairs
        shown += sum(pair.probability >= SHOWN for pair in pairs)
        paragraphs += 40
    print(f"of texts that have nothing in common: {shown} pairs shown of {paragraphs} paragraphs")


def _long() -> None:
    text = made(LONG, 9001, DROPPED, JOINED)
    began = process_time()
    _pairing(text.translation, text.original)
    print(f"{LONG} paragraphs: {process_time() - began:.1f} s")


if __name__ == "__main__":
    main()
