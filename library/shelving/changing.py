"""Changes to the shelf: collections, what is in them, marks and tags of documents.

Each function gives the edits of one change; undo takes them back together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from library.model.change import Edit
from library.model.shelved import Collection, DocumentTag, Membership, ToRead

Members = Callable[[str], Iterable[str]]  # a collection's id → the documents' in it
Edits = tuple[Edit, ...]


def new_place(collections: Iterable[Collection], parent: str) -> int:
    """After those that lie in the same collection."""
    return 1 + max((each.place for each in collections if each.parent == parent), default=-1)


def moved(
    collections: Sequence[Collection], moving: Collection, parent: str, before: str = ""
) -> Edits:
    """Put a collection into another (“” for none), before the one with this id, or last."""
    beside = [each for each in collections if each.parent == parent and each.id != moving.id]
    at = next((n for n, each in enumerate(beside) if each.id == before), len(beside))
    order = [*beside[:at], moving, *beside[at:]]
    placed = ((each, replace(each, parent=parent, place=n)) for n, each in enumerate(order))
    return tuple(Edit(was, now) for was, now in placed if was != now)


def deleted(collections: Sequence[Collection], gone: Collection, members: Members) -> Edits:
    """Take a collection away with all that lie in it; the documents stay in the library."""
    inside = [each for each in collections if each.parent == gone.id]
    below = (edit for each in inside for edit in deleted(collections, each, members))
    out = (Edit(Membership(gone.id, document), None) for document in members(gone.id))
    return (*below, *out, Edit(gone, None))


def put_in(collection: str, documents: Iterable[str], members: Members) -> Edits:
    """Put documents into a collection, those that are not there yet."""
    there = set(members(collection))
    new = dict.fromkeys(each for each in documents if each not in there)
    return tuple(Edit(None, Membership(collection, each)) for each in new)


def taken_out(collection: str, documents: Iterable[str], members: Members) -> Edits:
    there = set(members(collection))
    gone = dict.fromkeys(each for each in documents if each in there)
    return tuple(Edit(Membership(collection, each), None) for each in gone)


def marked_to_read(
    documents: Iterable[str], marks: Callable[[str], ToRead | None], now: datetime
) -> Edits:
    """Mark all of the documents as to be read; where all are marked, none any more."""
    found = {each: marks(each) for each in documents}
    if found and all(found.values()):
        return tuple(Edit(mark, None) for mark in found.values())
    return tuple(Edit(None, ToRead(each, now)) for each, mark in found.items() if mark is None)


def tagged(
    documents: Iterable[str],
    has: Callable[[str], Iterable[str]],
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
) -> Edits:
    """`has` gives the tags that a document has."""
    add, remove = tuple(dict.fromkeys(add)), frozenset(remove)
    edits = []
    for document in dict.fromkeys(documents):
        there = frozenset(has(document))
        edits += [Edit(DocumentTag(document, name), None) for name in sorted(there & remove)]
        new = (name for name in add if name not in there | remove)
        edits += [Edit(None, DocumentTag(document, name)) for name in new]
    return tuple(edits)
