"""Words recognised on pages, in few bytes: a page of 400 words takes about 6 kB.

Places are kept to a ten-thousandth of the page (a fiftieth of a millimetre on A4) and
certainties to a thousandth.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from sqlite_utils import Database

from library.pages.contents import Word
from library.store.rows import first_row, insert

Key = tuple[str, int, str, str]  # the file's digest, its page from 0, the engine, its version

_COLUMNS = "digest", "frame", "engine", "version"
_FIND = """
SELECT words FROM recognised_page WHERE digest = ? AND frame = ? AND engine = ? AND version = ?
"""
_PLACES = 10_000
_CERTAINTIES = 1000


def save_words(db: Database, key: Key, words: Sequence[Word]) -> None:
    """Keep the words in the place of what had this key."""
    record = {**dict(zip(_COLUMNS, key, strict=True)), "words": _packed(words)}
    db.execute(
        "DELETE FROM recognised_page "
        "WHERE digest = :digest AND frame = :frame AND engine = :engine AND version = :version",
        record,
    )
    insert(db, "recognised_page", [record])


def words_of(db: Database, key: Key) -> tuple[Word, ...] | None:
    row = first_row(db, _FIND, key)
    return None if row is None else _unpacked(row["words"])


def _packed(words: Sequence[Word]) -> bytes:
    rows = [
        [
            word.text,
            *(round(edge * _PLACES) for edge in (word.left, word.top, word.right, word.bottom)),
            word.line,
            round(word.certainty * _CERTAINTIES),
        ]
        for word in words
    ]
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"))


def _unpacked(packed: bytes) -> tuple[Word, ...]:
    return tuple(_word(*row) for row in json.loads(zlib.decompress(packed)))


def _word(
    text: str, left: int, top: int, right: int, bottom: int, line: int, certainty: int
) -> Word:
    edges = left / _PLACES, top / _PLACES, right / _PLACES, bottom / _PLACES
    return Word(text, *edges, line, certainty / _CERTAINTIES)
