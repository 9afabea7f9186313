"""Short names for references: “stalin-1944”, each but once in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from library.citing.cited import Cited
from library.model.folding import fold

_SMALL = {
    "a", "an", "and", "at", "by", "der", "die", "das", "for", "from", "im", "in", "l", "la", "le",
    "les", "of", "on", "the", "to", "un", "une",
}  # fmt: skip


def keys(sources: Sequence[Cited]) -> Iterator[str]:
    """One for each, from its author or title and its year."""
    used: set[str] = set()
    for source in sources:
        key = plain = _key(source)
        number = 2
        while key in used:
            key, number = f"{plain}-{number}", number + 1
        used.add(key)
        yield key


def _key(source: Cited) -> str:
    said = source.authors[0].family if source.authors else source.title
    words = re.findall(r"[a-z0-9]+", fold(said))
    word = next((word for word in words if word not in _SMALL), "document")
    edtf = source.date.edtf if source.date else None
    year = re.search(r"\d{4}", edtf or "")
    return f"{word}-{year[0]}" if year else word
