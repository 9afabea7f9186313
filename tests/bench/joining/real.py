"""Joining real pages, of which people have written down what stands where."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from library.alignment.aligning import align
from tests.bench.joining import sets
from tests.bench.joining.foreign import measure_strangers
from tests.bench.joining.reading import Reader
from tests.bench.joining.scoring import Score, score
from tests.bench.joining.table import Judged, Table
from tests.bench.joining.truth import TrueDocument


@dataclass(frozen=True)
class Wanted:
    recall: float = 0.0
    precision: float = 0.0
    in_word: float = 0.0
    sure_wrong: int | None = None


RECORDS = {
    "209791": Wanted(0.998, 0.998, 0.998),
    "bilingual-crane-1931": Wanted(recall=0.99),
    "ehri-letter-1938": Wanted(0.985, 0.998, 0.99),
    "ehri-despatch-1939": Wanted(0.995, 0.999),
}
FOREIGN = "translation-first-1931"  # an English text before a German scan


def measure_real(data: Path, reader: Reader, table: Table) -> Judged:
    """`data` has the folders `records` and `sets`."""
    judged: list[tuple[float, bool]] = []
    reads = []
    for truth, wanted in _documents(data):
        read = reader.read(truth)
        if truth.text is not None:  # the records are some of these again
            reads.append(read)
        alignment = align(read.version.text, read.pages)
        if truth.name == FOREIGN:
            table.at_most(f"{truth.name}: links of words", len(alignment.links), 0)
            continue
        result = score(truth, read.version, alignment)
        _tell(truth.name, result, wanted, table)
        judged += result.judged
    measure_strangers(reads, table)
    return judged


def _documents(data: Path) -> Iterator[tuple[TrueDocument, Wanted]]:
    for record in sets.records(data / "records"):
        yield record, RECORDS.get(record.name, Wanted())
    for prints in (
        sets.fraktur(data / "sets" / "ocrd_fraktur_dev"),
        sets.kant(data / "sets" / "ocrd_kant_words_glyphs"),
    ):
        yield prints, Wanted(recall=0.93, sure_wrong=0)
    for folder in ("ehri_en_dev", "ehri_de_dev"):
        for typescript in sets.alto(data / "sets" / folder):
            yield typescript, Wanted()
    for letters in sets.alto(data / "sets" / "stanford1905_letters_dev"):
        yield replace(letters, name="handwritten letters"), Wanted(sure_wrong=0)


def _tell(name: str, result: Score, wanted: Wanted, table: Table) -> None:
    table.at_least(f"{name}, {result.words} words: recall", result.recall, wanted.recall)
    table.at_least(f"{name}: precision", result.precision, wanted.precision)
    table.at_least(f"{name}: in_word", result.share_in_word, wanted.in_word)
    table.note(f"{name}: solid words", f"{result.sure / max(result.words, 1):.4f}")
    if wanted.sure_wrong is not None:
        table.at_most(f"{name}: solid words that are wrong", result.sure_wrong, wanted.sure_wrong)
        table.note(f"{name}: hints of lines that are right", f"{result.right_lines}/{result.lines}")
        for page, counts in sorted(result.pages.items()):
            share = counts["correct"] / counts["words"]
            table.at_least(f"{name}, page {page + 1}: recall", share, wanted.recall)


def measure_first_page(data: Path, folder: Path, table: Table) -> None:
    """From nothing to a joined page: processes, drawing, recognition and alignment."""
    truth = next(sets.alto(data / "sets" / "ehri_en_dev"))
    document = replace(truth, files=truth.files[:1])
    began = perf_counter()
    reader = Reader(folder)
    read = reader.read(document)
    align(read.version.text, read.pages)
    table.at_most("a page without words is joined: time", perf_counter() - began, 6, " s")
    table.note("… while so many processes wanted the machine", f"{os.getloadavg()[0]:.1f}")
    reader.close()
