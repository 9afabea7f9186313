"""The words of the index, by their sound and by their letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from library.model.folding import fold
from library.model.transliterating import search_key
from library.searching.similar import grams, is_comparable, likest
from library.searching.words import spelt_words
from library.store.rows import rows

MOST_CANDIDATES = 300  # words whose edit distance is worked out
MOST_ALIKE = 16
_SHORTEST_SOUND = 3  # letters: what is shorter sounds like too much
_MOST_KNOWN = 500_000  # words held in memory, some 40 MB

_BY_SOUND = """
SELECT DISTINCT w.word FROM search_sound s JOIN search_word w ON w.number = s.word
WHERE s.sound = ? ORDER BY w.word
"""
_BY_LETTERS = """
SELECT w.word FROM (
    SELECT word, count(*) AS shared FROM search_gram WHERE gram IN ({}) GROUP BY word
) g JOIN search_word w ON w.number = g.word
WHERE shared >= ? AND length(w.word) BETWEEN ? AND ? ORDER BY shared DESC, w.word LIMIT ?
"""


class Vocabulary:
    """Writes down new words; remembers which are there already."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def forget(self) -> None:
        """What was written may not be there any more."""
        self._known.clear()

    def add(self, db: Database, words: Iterable[str], exact: Iterable[str]) -> None:
        """`words` are folded; of the `exact` texts, words with accents are heard as written."""
        new = set(words) - self._known
        spelt = {word for text in exact if not text.isascii() for word in spelt_words(text)}
        spelt = {word for word in spelt if not word.isascii()} - self._known
        if len(self._known) > _MOST_KNOWN:
            self.forget()
        self._known |= new | spelt
        heard = [(word, search_key(word)) for word in new]
        heard += [(fold(word), search_key(word)) for word in spelt]
        _write(db, new, heard)


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
    sql = _BY_LETTERS.format(", ".join("?" * len(parts)))
    fewest = max(1, len(parts) - 6)  # two letters misread change six groups at most
    lengths = len(token) - 2, len(token) + 2
    found = rows(db, sql, (*parts, fewest, *lengths, MOST_CANDIDATES))
    return [row["word"] for row in found]


def _write(db: Database, new: Iterable[str], heard: Iterable[tuple[str, str]]) -> None:
    words = [(word,) for word in new]
    db.conn.executemany("INSERT OR IGNORE INTO search_word (word) VALUES (?)", words)
    db.conn.executemany(
        "INSERT OR IGNORE INTO search_sound SELECT ?2, number FROM search_word WHERE word = ?1",
        (pair for pair in heard if len(pair[1]) >= _SHORTEST_SOUND),
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO search_gram SELECT ?2, number FROM search_word WHERE word = ?1",
        ((word, gram) for (word,) in words if is_comparable(word) for gram in grams(word)),
    )
