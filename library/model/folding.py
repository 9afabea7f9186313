"""Finding words whatever their case, accents and line breaks.

A folded text is compatibility decomposed (NFKD), without combining marks, case folded;
runs of white space are one space, and typographic quotes and dashes are the plain ones.
Offsets are in code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_PLAIN = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_PLAIN |= {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\u00ad": ""}
_SPACES = re.compile(" {2,}")


class _Folds(dict[int, str]):
    """What each character folds to, found once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _PLAIN.get(character)
        if folded is None:
            decomposed = unicodedata.normalize("NFKD", character)
            folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
            folded = "".join(" " if c.isspace() else c for c in folded)
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text with all differences taken away that a search should not mind."""
    return _SPACES.sub(" ", text.translate(_FOLDS))


def find_all(query: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `query` stands in `text`, as start and end; hits do not overlap."""
    wanted = fold(query)
    folded = fold(text) if wanted.strip() else ""
    at = folded.find(wanted) if folded else -1
    sources = _sources(text, folded) if at >= 0 else ()
    while at >= 0:
        yield sources[at], _end(text, sources[at + len(wanted) - 1] + 1)
        at = folded.find(wanted, at + len(wanted))


def _sources(text: str, folded_text: str) -> Sequence[int]:
    """For each character of the folded text, where it comes from."""
    if text.isascii() and len(folded_text) == len(text):
        return range(len(text))
    sources: list[int] = []
    after_space = False
    for index, character in enumerate(text):
        for folded in _FOLDS[ord(character)]:
            if not (after_space and folded == " "):
                sources.append(index)
            after_space = folded == " "
    return sources


def _end(text: str, end: int) -> int:
    """The end with the combining marks that belong to the last character."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
