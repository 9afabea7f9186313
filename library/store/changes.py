"""Applying a change: every edit of it, or none."""

from __future__ import annotations

from typing import assert_never

from sqlite_utils import Database

from library.errors import ChangedElsewhere
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change, Edit, Holding, Item
from library.model.own_link import OwnLink
from library.store.annotations import annotation_of, remove_annotation, save_annotation
from library.store.bookmarks import bookmark_of, remove_bookmark, save_bookmark
from library.store.holdings import holding_of, save_holding
from library.store.own_links import own_link_of, remove_own_link, save_own_link
from library.store.plain import plain_item


def apply_change(db: Database, change: Change) -> None:
    """Write the edits one after the other.  Raises `ChangedElsewhere`."""
    for edit in change.edits:
        _check(db, edit)
        _write(db, edit)


def _check(db: Database, edit: Edit) -> None:
    if plain_item(_stored(db, edit.item)) != plain_item(edit.before):
        raise ChangedElsewhere


def _stored(db: Database, item: Item) -> Item | None:
    match item:
        case Annotation():
            return annotation_of(db, item.id)
        case Bookmark():
            return bookmark_of(db, item.id)
        case Holding():
            return holding_of(db, item.id)
        case OwnLink():
            return own_link_of(db, item.id)
    assert_never(item)


def _write(db: Database, edit: Edit) -> None:
    match edit.after:
        case Annotation() as annotation:
            save_annotation(db, annotation)
        case Bookmark() as bookmark:
            save_bookmark(db, bookmark)
        case Holding() as holding:
            save_holding(db, holding)
        case OwnLink() as link:
            save_own_link(db, link)
        case None:
            _remove(db, edit.item)


def _remove(db: Database, item: Item) -> None:
    match item:
        case Annotation():
            remove_annotation(db, item.id)
        case Bookmark():
            remove_bookmark(db, item.id)
        case OwnLink():
            remove_own_link(db, item.id)
        case Holding():
            # What is gone could not come back by undo: documents leave through the trash.
            raise ValueError("A holding can be altered, not taken away.")
