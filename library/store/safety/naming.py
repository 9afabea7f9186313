"""Which thing it is: the beginning of its words, and the title of its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from library.store.safety.seals import Thing

_FIELDS = "note", "name", "text", "label", "quote", "words"


def words_of_rows(thing: Thing) -> str:
    """Its first words, from its rows in the database."""
    return _first(_of(row) for table in thing for row in thing[table])


def words_of_plain(plain: Mapping[str, Any]) -> str:
    """Its first words, from what the log of changes says of it."""
    inner = [plain.get("passage"), *(plain.get("targets") or ())]
    return _first(_of(part) for part in (plain, *inner) if isinstance(part, Mapping))


def _of(fields: Mapping[str, Any]) -> Iterator[str]:
    return (str(fields[name]) for name in _FIELDS if fields.get(name))


def _first(parts: Iterable[Iterator[str]]) -> str:
    return next((words for part in parts for words in part if words.strip()), "")
