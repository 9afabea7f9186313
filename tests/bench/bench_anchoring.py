"""How well passages are found again in texts that have changed, and how fast.

    python -m tests.bench.bench_anchoring [--edits N] [--large]

Each edit changes a text at random (`tests.library.alignment.anchoring.edited`), at one of
three strengths, and passages of 12 to 150 characters are looked for.  The texts are ours,
and Python's own reference, which repeats itself a lot.  Once the old text is known, as after
an import; once only quotation and context are, as for what comes from another program.

right: placed on half of the true place or more.  silent: placed elsewhere, or though half
of it is gone, and nobody asked; of all passages.  kept: of those that are still in the text,
placed or asked about with the true place among the candidates.  gone and lost: of those that
are not, found to be so.  The seeds are none that anything was tuned on.  Times are of the CPU.
"""

from __future__ import annotations

import pydoc_data.topics
import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from random import Random
from time import process_time

from library.alignment.anchoring.anchoring import anchoring
from library.alignment.anchoring.carrying import Carry
from library.model.anchor import Anchor, AnchorState
from library.progress import quietly
from tests.library.alignment.anchoring.edited import (
    STRENGTHS,
    Place,
    Strength,
    edited,
    overlap,
    paragraphs_of,
    passages,
)

SEED = 9001
SIZE = 30_000  # characters of a text
PASSAGES = 10  # of each

Source = Callable[[Random], str]
_REFERENCE = "\n\n".join(text for _, text in sorted(pydoc_data.topics.topics.items()))
_SPACES = re.compile("[ \t]+")


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    print(f"{asked.edits} edits at three strengths, {PASSAGES} passages each")
    print("old text  text      edited    right  asked   lost  silent    kept  gone and lost     ms")
    for known in (True, False):
        for source in (_made, _reference):
            for name, strength in STRENGTHS.items():
                _row(asked.edits // len(STRENGTHS), name, strength, source, known=known)
    if asked.large:
        _large()


def _row(edits: int, name: str, strength: Strength, source: Source, *, known: bool) -> None:
    chance, counts, seconds = Random(SEED), Counter[str](), 0.0
    for _ in range(edits):
        made = edited(chance, source(chance), strength)
        wanted = passages(chance, made.old, PASSAGES)
        began = process_time()
        found = quietly(anchoring(wanted, made.new, (made.old,) if known else ()))
        seconds += process_time() - began
        for passage, anchor in found.items():
            counts.update(_verdicts(anchor, made.truth(passage.start, passage.end)))
    total, there = counts["all"], counts["there"]
    print(
        f"{'known' if known else 'unknown':<9} {source.__name__[1:]:<9} {name:<8}"
        f" {counts['right'] / total:6.1%} {counts['asked'] / total:6.1%}"
        f" {counts['lost'] / total:6.1%} {counts['silent'] / total:7.2%}"
        f" {counts['kept'] / there:7.2%}"
        f" {counts['gone and lost']:7} of {total - there:5} {1000 * seconds / edits:6.1f}"
    )


def _verdicts(anchor: Anchor, truth: Place | None) -> list[str]:
    places = [(each.start, each.end) for each in anchor.candidates]
    hit = any(overlap(truth, place) >= 0.5 for place in places)
    verdicts = {"all": True, "there": truth is not None}
    verdicts["asked"] = anchor.state is AnchorState.PLEASE_CHECK
    verdicts["lost"] = anchor.state is AnchorState.LOST
    sure = not verdicts["asked"] and not verdicts["lost"]
    verdicts["right"], verdicts["silent"] = sure and hit, sure and not hit
    verdicts["kept"] = hit and not verdicts["lost"]
    verdicts["gone and lost"] = truth is None and verdicts["lost"]
    return [name for name, told in verdicts.items() if told]


def _made(chance: Random) -> str:
    return paragraphs_of(chance, SIZE // 7)


def _reference(chance: Random) -> str:
    start = chance.randrange(len(_REFERENCE) - 2 * SIZE)
    return _SPACES.sub(" ", _REFERENCE[start : start + 2 * SIZE])[:SIZE]


def _large() -> None:
    chance = Random(SEED)
    old = paragraphs_of(chance, 150_000)
    for name, strength in STRENGTHS.items():
        made = edited(chance, old, strength)
        began = process_time()
        Carry.between(made.old, made.new)
        compared = process_time() - began
        wanted = passages(chance, old, 5000)
        quietly(anchoring(wanted, made.new, (made.old,)))
        known = process_time() - began - compared
        quietly(anchoring(wanted[:500], made.new))
        unknown = process_time() - began - compared - known
        print(
            f"{len(old):,} characters edited {name}: compared in {compared:.1f} s,"
            f" 5000 passages in {known:.1f} s, 500 without the old text in {unknown:.1f} s"
        )


if __name__ == "__main__":
    main()
