"""What can be edited, as values that JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Passage,
    Region,
    Target,
)
from library.model.change import Change, Edit, Holding, Item
from library.model.checking import Check, CheckState
from library.model.correction import Correction, CorrectionKind
from library.model.geometry import Box
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
from library.store.rows import storable, time_of, time_of_or_none, time_text

Plain = Mapping[str, Any]

_NAMES: dict[type[Item], str] = {
    Annotation: "annotation",
    Bookmark: "bookmark",
    Holding: "holding",
    OwnLink: "own link",
    Check: "check",
    TagStyle: "tag style",
    Correction: "correction",
    Placement: "placement",
    Wording: "wording",
    Collection: "collection",
    Membership: "membership",
    SmartCollection: "smart collection",
    DocumentTag: "document tag",
    ToRead: "to read",
    RecordField: "record field",
    Distinct: "distinct documents",
    PersonName: "person name",
}
TABLES = {  # where things that have a seal are kept, by their names
    "annotation": "annotation",
    "bookmark": "bookmark",
    "own link": "own_link",
    "check": "checked",
    "tag style": "tag_style",
    "correction": "correction",
    "placement": "placement",
    "collection": "collection",
    "membership": "membership",
    "smart collection": "smart_collection",
    "document tag": "document_tag",
    "to read": "to_read",
    "record field": "reader_field",
    "distinct documents": "distinct_document",
    "person name": "person_name",
}


def plain_edits(change: Change) -> list[dict[str, Plain | None]]:
    return [{"before": plain_item(e.before), "after": plain_item(e.after)} for e in change.edits]


def change_of(label: str, edits: list[dict[str, Plain | None]]) -> Change:
    return Change(label, tuple(Edit(_item(e["before"]), _item(e["after"])) for e in edits))


def plain_item(item: Item | None) -> Plain | None:
    """The item as the store would give it back, so that two can be compared."""
    return None if item is None else {"is": _NAMES[type(item)], **_plain(asdict(item))}


def _plain(value: Any) -> Any:  # noqa: ANN401 -- anything a dataclass may hold
    match value:
        case dict():
            return {name: _plain(part) for name, part in value.items()}
        case tuple() | list():
            return [_plain(part) for part in value]
        case datetime():
            return time_text(value)
        case str():
            return storable(str(value))
    return value


def item_of(plain: Plain) -> Item:
    """The item that this was made of.  Raises `KeyError`, `TypeError` and `ValueError`."""
    return _READERS[plain["is"]](plain)


def _item(plain: Plain | None) -> Item | None:
    return None if plain is None else item_of(plain)


def _annotation(plain: Plain) -> Annotation:
    return Annotation(
        id=plain["id"],
        document=plain["document"],
        kind=AnnotationKind(plain["kind"]),
        colour=Colour(plain["colour"]),
        targets=tuple(_target(target) for target in plain["targets"]),
        made=time_of(plain["made"]),
        changed=time_of(plain["changed"]),
        note=plain["note"],
        tags=tuple(plain["tags"]),
        deleted=time_of_or_none(plain["deleted"]),
        reply_to=plain["reply_to"],
    )


def _bookmark(plain: Plain) -> Bookmark:
    return Bookmark(
        id=plain["id"],
        document=plain["document"],
        name=plain["name"],
        made=time_of(plain["made"]),
        page=plain["page"],
        passage=_passage_or_none(plain["passage"]),
        deleted=time_of_or_none(plain["deleted"]),
    )


def _own_link(plain: Plain) -> OwnLink:
    return OwnLink(
        id=plain["id"],
        document=plain["document"],
        passage=Passage(**plain["passage"]),
        region=_region(plain["region"]),
        made=time_of(plain["made"]),
        deleted=time_of_or_none(plain["deleted"]),
    )


def _check(plain: Plain) -> Check:
    return Check(
        id=plain["id"],
        document=plain["document"],
        passage=Passage(**plain["passage"]),
        state=CheckState(plain["state"]),
        made=time_of(plain["made"]),
        deleted=time_of_or_none(plain["deleted"]),
    )


def _correction(plain: Plain) -> Correction:
    return Correction(
        id=plain["id"],
        document=plain["document"],
        kind=CorrectionKind(plain["kind"]),
        passage=Passage(**plain["passage"]),
        made=time_of(plain["made"]),
        changed=time_of(plain["changed"]),
        text=plain["text"],
        deleted=time_of_or_none(plain["deleted"]),
    )


def _placement(plain: Plain) -> Placement:
    return Placement(
        id=plain["id"],
        document=plain["document"],
        passage=Passage(**plain["passage"]),
        place=_passage_or_none(plain["place"]),
        made=time_of(plain["made"]),
        deleted=time_of_or_none(plain["deleted"]),
    )


def _wording(plain: Plain) -> Wording:
    return Wording(plain["id"], plain["document"], plain["digest"])


def _passage_or_none(plain: Plain | None) -> Passage | None:
    return None if plain is None else Passage(**plain)


def _target(plain: Plain) -> Target:
    return Passage(**plain) if "version" in plain else _region(plain)


def _region(plain: Plain) -> Region:
    boxes = tuple(Box(**box) for box in plain["boxes"])
    polygon = tuple((float(x), float(y)) for x, y in plain["polygon"])
    return Region(plain["page"], boxes, polygon, plain["image"], plain["words"])


def _fields(plain: Plain) -> Plain:
    return {name: value for name, value in plain.items() if name != "is"}


def _holding(plain: Plain) -> Holding:
    return Holding(plain["id"], time_of_or_none(plain["deleted"]))


def _tag_style(plain: Plain) -> TagStyle:
    return TagStyle(plain["id"], Colour(plain["colour"]))


_READERS: Mapping[str, Callable[[Plain], Item]] = {
    "annotation": _annotation,
    "bookmark": _bookmark,
    "holding": _holding,
    "own link": _own_link,
    "check": _check,
    "tag style": _tag_style,
    "correction": _correction,
    "placement": _placement,
    "wording": _wording,
    "collection": lambda plain: Collection(**_fields(plain)),
    "membership": lambda plain: Membership(**_fields(plain)),
    "smart collection": lambda plain: SmartCollection(**_fields(plain)),
    "document tag": lambda plain: DocumentTag(**_fields(plain)),
    "record field": lambda plain: RecordField(
        plain["document"], plain["field"], tuple(plain["values"])
    ),
    "distinct documents": lambda plain: Distinct(plain["one"], plain["other"]),
    "person name": lambda plain: PersonName(plain["id"], plain["person"]),
    "to read": lambda plain: ToRead(plain["id"], time_of(plain["made"])),
}
