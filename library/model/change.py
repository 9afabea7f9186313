"""An edit as data: each thing before and after.

The store writes a change all or not at all; undo applies it reversed; panels repaint
from it.  `None` before means that the thing was made, `None` after that it was taken away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from library.model.annotation import Annotation, Bookmark
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


@dataclass(frozen=True, slots=True)
class Holding:
    """That a document is in the library, or in its trash since `deleted` (UTC)."""

    id: str  # the document's
    deleted: datetime | None = None

    @property
    def document(self) -> str:
        return self.id


Item = (
    Annotation
    | Bookmark
    | Holding
    | OwnLink
    | Check
    | TagStyle
    | Correction
    | Placement
    | Wording
    | Collection
    | Membership
    | SmartCollection
    | DocumentTag
    | ToRead
    | RecordField
    | Distinct
    | PersonName
)


@dataclass(frozen=True, slots=True)
class Edit:
    before: Item | None
    after: Item | None

    @property
    def item(self) -> Item:
        """The thing that is edited, in its newest form."""
        item = self.after if self.after is not None else self.before
        if item is None:
            raise ValueError("An edit needs a before or an after.")
        return item


@dataclass(frozen=True, slots=True)
class Change:
    """Edits made together, which undo takes back together."""

    label: str  # shown in the menu: "Undo Highlight"
    edits: tuple[Edit, ...]

    @classmethod
    def add(cls, label: str, *items: Item) -> Change:
        return cls(label, tuple(Edit(None, item) for item in items))

    @classmethod
    def alter(cls, label: str, before: Item, after: Item) -> Change:
        return cls(label, (Edit(before, after),))

    def touches(self, kind: type[Item]) -> bool:
        """Whether it is about things of this kind."""
        return any(isinstance(item, kind) for item in self.items())

    def reversed(self) -> Change:
        return Change(self.label, tuple(Edit(e.after, e.before) for e in self.edits[::-1]))

    def documents(self) -> frozenset[str]:
        """The ids of the documents that this change touches."""
        sides = (side for edit in self.edits for side in (edit.before, edit.after))
        return frozenset(side.document for side in sides if side is not None and side.document)

    def items(self) -> Iterable[Item]:
        return (edit.item for edit in self.edits)
