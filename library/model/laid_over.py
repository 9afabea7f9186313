"""Things as changes leave them, without asking where they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from library.model.annotation import Annotation, Bookmark
from library.model.change import Change
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink

Thing = TypeVar("Thing", Annotation, Bookmark, OwnLink, Check, Correction)


def laid_over(
    things: Iterable[Thing], kind: type[Thing], document: str, changes: Iterable[Change]
) -> tuple[Thing, ...]:
    """The things of one kind in a document after these changes, without those in the trash."""
    found = {thing.id: thing for thing in things}
    for edit in (edit for change in changes for edit in change.edits):
        item, after = edit.item, edit.after
        if isinstance(item, kind) and item.document == document:
            if isinstance(after, kind) and after.deleted is None:
                found[after.id] = after
            else:
                found.pop(item.id, None)
    return tuple(found.values())
