"""What the library has to go on with a word that a reader began to write."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from library.model.folding import fold
from library.searching.completing import (
    SHORTEST,
    Begun,
    Completion,
    Source,
    fitting,
    named,
)
from library.shelving.question import Facet
from library.store.rows import rows
from library.store.search.tables import is_ready

MOST = 8
_SHORTEST_WORD = 3  # letters: with fewer, half the index would have to be counted
_LAST = "\U0010ffff"
_WORDS = """
SELECT term, doc FROM search_terms WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?
"""
_VALUES = """
SELECT value, documents FROM shelf_value WHERE facet = ? AND documents > 0
ORDER BY documents DESC, value
"""
_FACETS = {
    Source.TAGS: Facet.TAG,
    Source.PEOPLE: Facet.PERSON,
    Source.LANGUAGES: Facet.LANGUAGE,
    Source.REPOSITORIES: Facet.REPOSITORY,
}


def completions(db: Database, begun: Begun) -> Sequence[Completion]:
    """Names of fields first, then what the field has, or words by how often they are used."""
    found = named(begun)
    if not is_ready(db):
        return found
    facet = _FACETS.get(begun.source)
    if facet is not None:
        values = ((row["value"], f"{row['documents']:,}") for row in rows(db, _VALUES, (facet,)))
        return (*found, *fitting(begun, values, MOST))
    if begun.source is Source.WORDS and len(begun.word) >= max(SHORTEST, _SHORTEST_WORD):
        word = fold(begun.word).strip()
        terms = rows(db, _WORDS, (word, word + _LAST, MOST + 1))
        words = ((row["term"], f"{row['doc']:,}") for row in terms if row["term"] != word)
        return (*found, *fitting(begun, words, MOST))
    return found
