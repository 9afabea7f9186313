"""Looking through the library for documents that are in it twice."""

from __future__ import annotations

from collections.abc import Generator

from library.duplicates.likeness import sketch_of
from library.duplicates.pairing import Pair, Print, pairs
from library.model.folding import fold
from library.progress import Progress
from library.searching.words import words_of
from library.store.duplicates import Looked
from library.store.store import Store

_AT_ONCE = 20  # documents that are read from one report of progress to the next

Known = dict[str, Print]


def finding_duplicates(
    store: Store, known: Known | None = None
) -> Generator[Progress, None, list[Pair]]:
    """The documents that may be the same, the surest first.

    `known` are prints of earlier times, and takes those of now: looking again is quick.
    """
    known = {} if known is None else known
    ids = store.duplicates.documents()
    unread = [each for each in ids if each not in known]
    for done in range(0, len(unread), _AT_ONCE):
        yield Progress(done, len(unread), "Comparing documents")
        for looked in store.duplicates.look_at(unread[done : done + _AT_ONCE]):
            known[looked.document] = print_of(looked)
    yield Progress(len(unread), len(unread), "Comparing documents")
    there = [known[each] for each in ids if each in known]
    return pairs(there, store.duplicates.distinct())


def print_of(looked: Looked) -> Print:
    sketches = (sketch_of(words_of(text)) for text in looked.texts)
    return Print(
        looked.document,
        frozenset(filter(None, looked.digests)),
        fold(looked.record_id).strip(),
        looked.url.strip(),
        fold(looked.repository).strip(),
        tuple(each for each in sketches if each is not None),
    )
