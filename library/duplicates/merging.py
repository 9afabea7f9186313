"""Making one of two documents: all that the reader made goes to the one, the other to the trash.

It is one change, which undo takes back.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import datetime

from library.alignment.anchoring.anchoring import anchoring
from library.duplicates.moving import (
    Made,
    Placed,
    is_star,
    marked,
    moved,
    passages_in,
    recorded,
    told,
)
from library.duplicates.placing import Places, pages_of, partner_of, placed
from library.model.anchor import Anchor
from library.model.annotation import Annotation, Passage, fits
from library.model.change import Edit, Holding
from library.model.document import Document
from library.model.placement import Placement
from library.progress import Progress
from library.store.ids import new_id
from library.store.store import Store


@dataclass(frozen=True, slots=True)
class Merging:
    """The edits of a merge, and how many of the notes' passages are to be checked."""

    edits: tuple[Edit, ...]
    to_check: int


def merging(
    store: Store, kept: str, gone: str, now: datetime
) -> Generator[Progress, None, Merging]:
    """Work out how the one document goes into the other; nothing is changed yet.

    What became of passages in another text is kept at once: it is no change of the reader's.
    Raises `DocumentNotFound` and `NoPlaceForNotes`.
    """
    one, other = store.document(kept), store.document(gone)
    theirs, ours = made(store, gone), made(store, kept)
    starred = any(map(is_star, ours.placed))
    things = [each for each in theirs.placed if not (starred and is_star(each))]
    places = yield from _places(store, other, one, things)
    for version, anchors in places.anchors.items():
        store.texts.keep_anchors(version, anchors)
    records, left = recorded(theirs, ours, one.record, kept)
    edits = [*moved(things, kept, one.record.title, places), *marked(theirs, ours, kept), *records]
    if left:
        edits.append(Edit(None, told(left, other.record.title, new_id(), kept, now)))
    holding = store.holding(gone)
    edits.append(Edit(holding, Holding(gone, deleted=holding.deleted or now)))
    return Merging(tuple(edits), _to_check(things, places))


def made(store: Store, document_id: str) -> Made:
    """All that the reader made of a document."""
    placed: list[Placed] = [
        *store.annotations(document_id),
        *store.annotations(document_id, deleted=True),
        *store.bookmarks(document_id),
        *store.bookmarks(document_id, deleted=True),
        *store.own_links(document_id),
        *store.checks(document_id),
        *store.texts.corrections(document_id),
        *store.texts.placements(document_id),
    ]
    return Made(
        placed,
        store.tags.of_document(document_id),
        store.collections.of(document_id),
        store.collections.to_read(document_id),
        store.records.all_of(document_id),
    )


def _places(
    store: Store, gone: Document, kept: Document, things: Sequence[Placed]
) -> Generator[Progress, None, Places]:
    said = {thing.passage for thing in things if isinstance(thing, Placement)}
    of_version: dict[str, list[Passage]] = {}
    for passage in dict.fromkeys(each for thing in things for each in passages_in(thing)):
        of_version.setdefault(passage.version, []).append(passage)
    passages: dict[Passage, Passage] = {}
    anchors: dict[str, dict[Passage, Anchor]] = {}
    for version in gone.versions:
        theirs = of_version.get(version.id, [])
        partner = partner_of(version, kept) if theirs else None
        if partner is None:
            continue
        former = store.texts.texts(version.id)
        found = yield from anchoring(theirs, partner.text, former)
        for passage, anchor in found.items():
            here = placed(passage, anchor, partner, told=passage in said)
            passages[passage] = here
            if not fits(here, partner.text):
                anchors.setdefault(partner.id, {})[here] = anchor
    return Places(pages_of(gone, kept), passages, anchors)


def _to_check(things: Sequence[Placed], places: Places) -> int:
    """Of the passages of notes that are not in the trash."""
    unsure = {p for found in places.anchors.values() for p, a in found.items() if not a.is_sure}
    notes = (each for each in things if isinstance(each, Annotation) and each.deleted is None)
    return sum(places.passages[p] in unsure for note in notes for p in passages_in(note))
