"""The words of the index, by their sound and by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from library.model.folding import fold
from library.model.transliterating import search_key
from library.searching.similar import grams, is_comparable, likest
from library.store.rows import first_row, rows

MOST_CANDIDATES = 300  # words whose edit distance is worked out
MOST_ALIKE = 16
_SHORTEST_SOUND = 3  # letters: what is shorter sounds like too much
_MOST_KNOWN = 500_000  # words held in memory, some 40 MB

_BY_SOUND = """
SELECT DISTINCT w.word FROM search_sound s JOIN search_word w ON w.number = s.word
WHERE s.sound = ? ORDER BY w.word
"""
_WITH_GRAM = "SELECT rowid AS number FROM search_gram WHERE search_gram MATCH ?"
_BY_LETTERS = """
SELECT DISTINCT w.word FROM (
    SELECT number, count(*) AS shared FROM ({}) GROUP BY number
) g JOIN search_word w ON w.number = g.number
WHERE shared >= ? AND length(w.word) BETWEEN ? AND ? ORDER BY shared DESC, w.word LIMIT ?
"""
_NUMBER = """
SELECT w.number FROM search_sound s JOIN search_word w ON w.number = s.word
WHERE s.sound = ? AND w.word = ?
"""


class Vocabulary:
    """Writes down new words; remembers which are there already."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._knows_all = False

    def begin_anew(self) -> None:
        """Nothing is written down yet."""
        self._known.clear()
        self._knows_all = True

    def forget(self) -> None:
        """What was written may not be there any more."""
        self._known.clear()
        self._knows_all = False

    def add(self, db: Database, words: Iterable[str], spelt: Iterable[str]) -> None:
        """`words` are folded; those `spelt` with accents are heard as they are written, too."""
        if len(self._known) > _MOST_KNOWN:
            self.forget()
        new, accented = set(words) - self._known, set(spelt) - self._known
        self._known |= new | accented
        heard = [(word, search_key(word)) for word in new]
        if not self._knows_all:
            heard = [pair for pair in heard if not rows(db, _NUMBER, pair[::-1])]
        _write(db, heard)
        _hear(db, [(fold(word), search_key(word)) for word in accented])


def alike(db: Database, token: str, spelt: str) -> tuple[str, ...]:
    """Words that sound like this one, then those with nearly its letters, the likest first."""
    keys = dict.fromkeys(search_key(word) for word in (token, spelt))
    heard = [
        row["word"]
        for key in keys
        if len(key) >= _SHORTEST_SOUND
        for row in rows(db, _BY_SOUND, (key,))
    ]
    read = likest(token, _candidates(db, token)) if is_comparable(token) else ()
    found = dict.fromkeys((*heard[: MOST_ALIKE // 2], *(word for word, _ in read)))
    return tuple(word for word in found if word != token)[:MOST_ALIKE]


def _candidates(db: Database, token: str) -> Sequence[str]:
    parts = sorted(grams(token))
    sql = _BY_LETTERS.format(" UNION ALL ".join([_WITH_GRAM] * len(parts)))
    fewest = max(1, len(parts) - 6)  # two letters misread change six groups at most
    lengths = len(token) - 2, len(token) + 2
    asked = (f'"{part}"' for part in parts)  # of letters and digits only, and spaces
    found = rows(db, sql, (*asked, fewest, *lengths, MOST_CANDIDATES))
    return [row["word"] for row in found]


def _write(db: Database, new: Iterable[tuple[str, str]]) -> None:
    """Write down words that are not there yet, each with its sound."""
    row = first_row(db, "SELECT max(number) AS last FROM search_word")
    first = 1 if row is None or row["last"] is None else int(row["last"]) + 1
    numbered = [(number, *pair) for number, pair in enumerate(new, first)]
    many = db.conn.executemany
    many("INSERT INTO search_word VALUES (?, ?)", ((n, word) for n, word, _ in numbered))
    many("INSERT INTO search_sound VALUES (?, ?)", sorted((s, n) for n, _, s in numbered))
    compared = ((n, f" {word} ") for n, word, _ in numbered if is_comparable(word))
    many("INSERT INTO search_gram (rowid, word) VALUES (?, ?)", compared)


def _hear(db: Database, heard: Iterable[tuple[str, str]]) -> None:
    """Words that are there are heard like this, too."""
    for word, sound in heard:
        for row in rows(db, _NUMBER, (search_key(word), word)):
            db.execute("INSERT OR IGNORE INTO search_sound VALUES (?, ?)", (sound, row["number"]))
