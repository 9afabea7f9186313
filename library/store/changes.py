"""Applying a change: every edit of it, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlite_utils import Database

from library.errors import ChangedElsewhere
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change, Edit, Holding, Item
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink
from library.model.person import PersonName
from library.model.placement import Placement
from library.model.record_fields import RecordField
from library.model.shelved import (
    Collection,
    Distinct,
    DocumentTag,
    Membership,
    SmartCollection,
    ToRead,
)
from library.model.tag import TagStyle
from library.model.wording import Wording
from library.store.annotations import annotation_of, remove_annotation, save_annotation
from library.store.bookmarks import BOOKMARKS
from library.store.checks import CHECKS
from library.store.collections import (
    collection_of,
    membership_of,
    remove_collection,
    remove_membership,
    remove_smart_collection,
    save_collection,
    save_membership,
    save_smart_collection,
    smart_collection_of,
)
from library.store.corrections import CORRECTIONS
from library.store.document_marks import (
    document_tag_of,
    remove_document_tag,
    remove_to_read,
    save_document_tag,
    save_to_read,
    to_read_of,
)
from library.store.duplicates import distinct_of, remove_distinct, save_distinct
from library.store.holdings import holding_of, save_holding
from library.store.kept import Kept
from library.store.own_links import OWN_LINKS
from library.store.people import person_name_of, remove_person_name, save_person_name
from library.store.placements import PLACEMENTS
from library.store.plain import plain_item
from library.store.record_fields import (
    record_field_of,
    remove_record_field,
    save_record_field,
)
from library.store.safety.kinds import KINDS, Kind
from library.store.safety.seals import seal
from library.store.tags import remove_tag_style, save_tag_style, tag_style_of
from library.store.wording import save_wording, wording_of


class Keeper(NamedTuple):
    """How things of one kind are found, written and taken away, by their ids."""

    find: Callable[[Database, str], Item | None]
    save: Callable[[Database, Any], None]
    remove: Callable[[Database, str], None]
    kind: Kind | None = None  # of what is sealed; None: it is no thing of the reader's own


def _of(kept: Kept[Any]) -> Keeper:
    return Keeper(kept.find, kept.save, kept.remove, KINDS[kept.table])


def keeper_of(table: str) -> Keeper | None:
    """Of the things that are kept in this table and have a seal."""
    keepers = _KEEPERS.values()
    return next((each for each in keepers if each.kind and each.kind.table == table), None)


def apply_change(db: Database, change: Change) -> None:
    """Write the edits one after the other.  Raises `ChangedElsewhere`."""
    for edit in change.edits:
        keeper = _KEEPERS[type(edit.item)]
        if plain_item(keeper.find(db, edit.item.id)) != plain_item(edit.before):
            raise ChangedElsewhere
        _write(db, keeper, edit)
        if keeper.kind is not None:
            seal(db, keeper.kind, edit.item.id)


def is_applied(db: Database, change: Change) -> bool:
    """Whether all is stored as it is after the change."""
    last = {(type(edit.item), edit.item.id): edit.after for edit in change.edits}
    found = ((_KEEPERS[kind].find(db, item_id), after) for (kind, item_id), after in last.items())
    return all(plain_item(stored) == plain_item(after) for stored, after in found)


def _write(db: Database, keeper: Keeper, edit: Edit) -> None:
    if edit.after is None:
        keeper.remove(db, edit.item.id)
    else:
        keeper.save(db, edit.after)


def _never_removed(_db: Database, _id: str) -> None:
    # What is gone could not come back by undo: documents leave through the trash.
    raise ValueError("A holding or a wording can be altered, not taken away.")


_KEEPERS: Mapping[type[Item], Keeper] = {
    Annotation: Keeper(annotation_of, save_annotation, remove_annotation, KINDS["annotation"]),
    Bookmark: _of(BOOKMARKS),
    Holding: Keeper(holding_of, save_holding, _never_removed),
    OwnLink: _of(OWN_LINKS),
    Check: _of(CHECKS),
    Correction: _of(CORRECTIONS),
    Placement: _of(PLACEMENTS),
    Wording: Keeper(wording_of, save_wording, _never_removed),
    Collection: Keeper(collection_of, save_collection, remove_collection, KINDS["collection"]),
    Membership: Keeper(membership_of, save_membership, remove_membership, KINDS["membership"]),
    SmartCollection: Keeper(
        smart_collection_of,
        save_smart_collection,
        remove_smart_collection,
        KINDS["smart_collection"],
    ),
    DocumentTag: Keeper(
        document_tag_of, save_document_tag, remove_document_tag, KINDS["document_tag"]
    ),
    RecordField: Keeper(
        record_field_of, save_record_field, remove_record_field, KINDS["reader_field"]
    ),
    ToRead: Keeper(to_read_of, save_to_read, remove_to_read, KINDS["to_read"]),
    Distinct: Keeper(distinct_of, save_distinct, remove_distinct, KINDS["distinct_document"]),
    PersonName: Keeper(person_name_of, save_person_name, remove_person_name, KINDS["person_name"]),
    TagStyle: Keeper(tag_style_of, save_tag_style, remove_tag_style, KINDS["tag_style"]),
}
