"""How fast the whole library is indexed and searched, on a library that is made.

    python -m tests.bench.bench_search [--documents N] [--repeats N] [--folder DIR]

Texts are of words drawn by Zipf's law from a made vocabulary, one in a hundred misread in one
letter; each document has a record, and a transcript of six paragraphs (420 words, some 2,300
characters).  Queries are asked again and again, each time with
other words of the same frequency; their hits are read from the library with their snippets.

first: some passages, and the first ten documents with their snippets, as a letter typed shows
them.  ranked: the best in order, with the first twenty documents.  whole: all passages,
counted.  similar: other spellings and misread words.  Times are of the wall clock, medians and
95th percentiles, that of the CPU beside the indexing; sizes are of the files after a checkpoint.
"""

from __future__ import annotations

import sqlite3
import string
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from library.model.document import Document, Paragraph, Version, VersionKind
from library.model.record import ArchiveDate, Head, Record
from library.progress import quietly
from library.searching.parsing import parse
from library.store.documents import add_document
from library.store.store import Store
from tests.documents import NOON

SEED = 1944
VOCABULARY = 40_000
WORDS = 70  # of a paragraph
PARAGRAPHS = 6
MISREAD = 0.01  # of the words: as in good recognition


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="Make it here, and leave it to be used again.")
    parser.add_argument("--repeats", type=int, default=40)
    asked = parser.parse_args()
    words = _Words(Random(SEED))
    with ExitStack() as stack:
        place = asked.folder or Path(stack.enter_context(TemporaryDirectory()))
        folder = place / "library"
        if not folder.exists():
            _fill(folder, words, asked.documents)
        with Store.open(folder) as store:
            if not store.search.is_current():
                _index(store, folder, asked.documents)
            _report(store, words, asked.repeats)


class _Words:
    """A vocabulary, and words drawn from it as often as they are used."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        letters = [_syllable(chance) for _ in range(400)]
        made = {"".join(chance.choices(letters, k=chance.randint(1, 4))) for _ in range(60_000)}
        self.all = sorted(made, key=lambda word: (len(word), chance.random()))[:VOCABULARY]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.all))))

    def draw(self, count: int) -> list[str]:
        drawn = self._chance.choices(self.all, cum_weights=self._weights, k=count)
        return [self._misread(w) if self._chance.random() < MISREAD else w for w in drawn]

    def _misread(self, word: str) -> str:
        at = self._chance.randrange(len(word))
        return word[:at] + self._chance.choice(string.ascii_lowercase) + word[at + 1 :]

    def with_rank(self, low: int, high: int) -> str:
        return self._chance.choice(self.all[low:high])


def _syllable(chance: Random) -> str:
    return (
        chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou") + chance.choice(" nrsl").strip()
    )


def _documents(words: _Words, count: int) -> Iterator[Document]:
    for number in range(count):
        paragraphs = [" ".join(words.draw(WORDS)).capitalize() + "." for _ in range(PARAGRAPHS)]
        text = "\n\n".join(paragraphs)
        record = Record(
            " ".join(words.draw(6)),
            date=ArchiveDate("", f"{1930 + number % 40}-{1 + number % 12:02}"),
            summary=" ".join(words.draw(25)),
            head=Head(present=tuple(words.draw(3))),
        )
        version = Version(
            "", "Transcript", VersionKind.TRANSCRIPT, "en", (), text, (Paragraph(0, len(text)),)
        )
        yield Document("", record, (), (), (version,))


def _fill(folder: Path, words: _Words, count: int) -> None:
    """The library without an index of it: that is what is measured next."""
    with Store.open(folder) as store, store._library.writing() as db:
        for document in _documents(words, count):
            add_document(db, document, NOON)


def _index(store: Store, folder: Path, count: int) -> None:
    before = process_time()
    quietly(store.search.catching_up())
    spent = process_time() - before
    with store._library.reading() as db:
        ((text,),) = db.execute("SELECT sum(length(text)) FROM version_text").fetchall()
    with closing(sqlite3.connect(folder / "index.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = sum(file.stat().st_size for file in folder.glob("index.db*"))
    print(f"{count} documents: {spent / count * 1000:.2f} ms a document to index")
    print(f"index {size / 1e6:.0f} MB, {size / text:.2f} times the text of {text / 1e6:.0f} MB")
    before = process_time()
    store.search.is_current()
    print(f"whether the index is current: {(process_time() - before) * 1000:.0f} ms")


def _report(store: Store, words: _Words, repeats: int) -> None:
    forms = {
        "rare word": lambda: words.with_rank(10_000, 20_000),
        "usual word": lambda: words.with_rank(300, 1000),
        "frequent word": lambda: words.with_rank(0, 20),
        "two usual words": lambda: f"{words.with_rank(300, 1000)} {words.with_rank(300, 1000)}",
        "usual and frequent": lambda: f"{words.with_rank(300, 1000)} {words.with_rank(0, 20)}",
        "begins": lambda: f"{words.with_rank(300, 1000)[:4]}*",
        "phrase": lambda: f'"{words.with_rank(0, 20)} {words.with_rank(0, 20)}"',
        "word and date": lambda: f"{words.with_rank(300, 1000)} date:1944",
    }
    steps = "first", "ranked", "whole", "similar"
    print(f"{'query':<20}" + "".join(f"{step:>9}  95 %" for step in steps) + "   places, similar")
    every: dict[str, list[float]] = {step: [] for step in steps}
    for name, form in forms.items():
        asked = [_asked(store, form()) for _ in range(repeats)]
        cells = [[each[0][step] for each in asked] for step in steps]
        for step, times in zip(steps, cells, strict=True):
            every[step] += times
        counts = sorted(each[1] for each in asked)[len(asked) // 2]
        print(f"{name:<20}" + "".join(map(_shown, cells)) + f"   {counts[0]}, {counts[1]}")
    print(f"{'all of them':<20}" + "".join(_shown(every[step]) for step in steps))


def _asked(store: Store, words: str) -> tuple[dict[str, float], tuple[int, int]]:
    """The milliseconds of each step, and what was found."""
    inquiry, spent = store.search.inquire(parse(words)), {}
    before = perf_counter()
    first = inquiry.first()
    inquiry.rows(first, first.documents[:10], 2)
    spent["first"], before = _since(before)
    ranked = inquiry.ranked()
    inquiry.rows(ranked, ranked.documents[:20], 2)
    spent["ranked"], before = _since(before)
    whole = ranked if ranked.is_whole else inquiry.whole()
    spent["whole"], before = _since(before)
    similar = inquiry.similar(20)
    spent["similar"], _ = _since(before)
    return spent, (whole.places, similar.total)


def _since(before: float) -> tuple[float, float]:
    now = perf_counter()
    return (now - before) * 1000, now


def _shown(times: Sequence[float]) -> str:
    middle, late = len(times) // 2, int(len(times) * 0.95)
    return f"{sorted(times)[middle]:9.1f}{sorted(times)[late]:6.1f}"


if __name__ == "__main__":
    main()
