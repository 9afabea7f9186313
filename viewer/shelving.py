"""What the reader does on the shelf: each is a change of the library, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from library.model.annotation import Annotation, Bookmark
from library.model.change import Change, Edit, Holding
from library.model.shelved import Collection, Distinct, SmartCollection
from library.shelving.changing import (
    deleted,
    marked_to_read,
    moved,
    new_place,
    put_in,
    tagged,
    taken_out,
)
from library.shelving.question import ShelfQuestion
from library.shelving.saving import asked_text
from library.store.ids import new_id
from viewer import labels
from viewer.clock import Clock

if TYPE_CHECKING:
    from library.store.collections import Collections
    from viewer.session import Session


class Shelving:
    """The door for changes to collections, and to marks of whole documents."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    # --- Collections -----------------------------------------------------------------

    def new_collection(self, name: str, parent: str = "", documents: Sequence[str] = ()) -> str:
        """The id of a new collection, which holds the documents."""
        place = new_place(self._collections.all(), parent)
        made = Collection(new_id(), " ".join(name.split()), parent, place)
        within = put_in(made.id, documents, lambda _: ())
        self._do(labels.NEW_COLLECTION, (Edit(None, made), *within))
        return made.id

    def rename(self, thing: Collection | SmartCollection, name: str) -> None:
        name = " ".join(name.split())
        if name and name != thing.name:
            self._do(labels.RENAME_COLLECTION, (Edit(thing, replace(thing, name=name)),))

    def move(self, collection: Collection, parent: str, before: str = "") -> None:
        """Put it into another collection, before the one with this id, or last."""
        self._do(labels.MOVE_COLLECTION, moved(self._collections.all(), collection, parent, before))

    def delete(self, thing: Collection | SmartCollection) -> None:
        """Take it away, and the collections in it; the documents stay in the library."""
        if isinstance(thing, SmartCollection):
            self._do(labels.DELETE_COLLECTION, (Edit(thing, None),))
        else:
            gone = deleted(self._collections.all(), thing, self._collections.members)
            self._do(labels.DELETE_COLLECTION, gone)

    def put_in(self, collection: str, documents: Iterable[str]) -> None:
        self._do(labels.ADD_TO_COLLECTION, put_in(collection, documents, self._collections.members))

    def take_out(self, collection: str, documents: Iterable[str]) -> None:
        self._do(
            labels.TAKE_FROM_COLLECTION,
            taken_out(collection, documents, self._collections.members),
        )

    def save_search(self, name: str, question: ShelfQuestion, words: str) -> None:
        """Keep what is asked of the shelf now as a smart collection."""
        place = 1 + max((each.place for each in self._collections.smart()), default=-1)
        smart = SmartCollection(new_id(), name.strip(), asked_text(question, words), place)
        self._do(labels.SAVE_SEARCH, (Edit(None, smart),))

    # --- Documents -------------------------------------------------------------------

    def restore(
        self, documents: Iterable[str], notes: Iterable[Annotation | Bookmark] = ()
    ) -> None:
        """Take all of these out of the trash: documents first, for notes to come back into."""
        held = (self._session.store.holding(each) for each in documents)
        back = [Edit(each, Holding(each.id)) for each in held if each.deleted is not None]
        self._do(labels.RESTORE, (*back, *(Edit(n, replace(n, deleted=None)) for n in notes)))

    def mark_to_read(self, documents: Iterable[str]) -> None:
        """Mark them all; where all are marked, none any more."""
        edits = marked_to_read(documents, self._collections.to_read, self._clock())
        self._do(labels.TO_READ, edits)

    def star(self, documents: Iterable[str]) -> None:
        """Star them all; where all are starred, none any more."""
        ids, now = list(dict.fromkeys(documents)), self._clock()
        stars = {each: _star(self._session.store.bookmarks(each)) for each in ids}
        if all(stars.values()):
            edits = [Edit(star, replace(star, deleted=now)) for star in stars.values() if star]
        else:
            edits = [
                Edit(None, Bookmark(new_id(), each, self._title(each), now))
                for each, star in stars.items()
                if star is None
            ]
        self._do(labels.STAR, edits)

    def tag(
        self, documents: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> None:
        names = (" ".join(name.split()) for name in add)
        known = self._session.store.tags.of_document
        self._do(labels.CHANGE_TAGS, tagged(documents, known, filter(None, names), remove))

    def tell_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say of these documents that they are not the same; they are not asked about again."""
        said = (Distinct(min(pair), max(pair)) for pair in pairs)
        self._do(labels.NOT_DUPLICATES, [Edit(None, each) for each in said])

    def _title(self, document_id: str) -> str:
        return self._session.store.document(document_id).record.title

    @property
    def _collections(self) -> Collections:
        return self._session.store.collections

    def _do(self, label: str, edits: Iterable[Edit]) -> None:
        change = Change(label, tuple(edits))
        if change.edits:
            self._session.history.do(None, change)


def _star(bookmarks: Iterable[Bookmark]) -> Bookmark | None:
    return next((each for each in bookmarks if each.page is None and each.passage is None), None)
