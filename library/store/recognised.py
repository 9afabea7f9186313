"""What was read on pages, in few bytes: a page of 400 words takes about 15 kB.

Places are kept to a ten-thousandth of the page (a fiftieth of a millimetre on A4) and
certainties to a thousandth.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from sqlite_utils import Database

from library.model.scan_line import ScanLine
from library.pages.contents import PageReading, Word
from library.store.packing import pack, unpack
from library.store.rows import first_row, insert

Key = tuple[str, int, str, str]  # the file's digest, its page from 0, the engine, its version

_COLUMNS = "digest", "frame", "engine", "version"
_FIND = """
SELECT words FROM recognised_page WHERE digest = ? AND frame = ? AND engine = ? AND version = ?
"""
_PLACES = 10_000
_CERTAINTIES = 1000
_STEPS = 100


def save_reading(db: Database, key: Key, reading: PageReading) -> None:
    """Keep the reading in the place of what had this key."""
    record = {**dict(zip(_COLUMNS, key, strict=True)), "words": _packed(reading)}
    db.execute(
        "DELETE FROM recognised_page "
        "WHERE digest = :digest AND frame = :frame AND engine = :engine AND version = :version",
        record,
    )
    insert(db, "recognised_page", [record])


def reading_of(db: Database, key: Key) -> PageReading | None:
    row = first_row(db, _FIND, key)
    return None if row is None else _unpacked(row["words"])


def _packed(reading: PageReading) -> bytes:
    rows = [[_word_row(word) for word in reading.words], [_line_row(k) for k in reading.lines]]
    return pack(rows)


def _unpacked(packed: bytes) -> PageReading:
    words, lines = unpack(packed)
    return PageReading(tuple(_word(*row) for row in words), tuple(_line(*row) for row in lines))


def _word_row(word: Word) -> list[object]:
    edges = word.left, word.top, word.right, word.bottom
    certainty = round(word.certainty * _CERTAINTIES)
    return [word.text, *(round(edge * _PLACES) for edge in edges), word.line, certainty]


def _word(
    text: str, left: int, top: int, right: int, bottom: int, line: int, certainty: int
) -> Word:
    edges = left / _PLACES, top / _PLACES, right / _PLACES, bottom / _PLACES
    return Word(text, *edges, line, certainty / _CERTAINTIES)


def _line_row(line: ScanLine) -> list[object]:
    """Places as the steps between them: small numbers that come again and again."""
    return [
        line.line,
        [round(edge * _PLACES) for corner in line.corners for edge in corner],
        round(line.steps * _STEPS),
        [there - here for here, there in pairwise((0, *line.places))],
        line.characters,
        list(line.costs),
    ]


def _line(
    number: int, edges: list[int], steps: int, gaps: list[int], characters: str, costs: list[int]
) -> ScanLine:
    x, y = ([edge / _PLACES for edge in edges[axis::2]] for axis in (0, 1))
    first, second, third, fourth = zip(x, y, strict=True)
    corners = first, second, third, fourth
    places = tuple(accumulate(gaps))
    return ScanLine(number, corners, steps / _STEPS, places, characters, bytes(costs))
