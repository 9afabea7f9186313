"""What the reader made in a document, as edits that give it to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from library.duplicates.placing import Places
from library.errors import NoPlaceForNotes
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Passage,
    Region,
    Target,
)
from library.model.change import Edit
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink
from library.model.placement import Placement
from library.model.record import Record
from library.model.record_fields import RecordField, Values, kind_of, values_of
from library.model.shelved import DocumentTag, Membership, ToRead

Placed = Annotation | Bookmark | OwnLink | Check | Correction | Placement


@dataclass(frozen=True)
class Made:
    """What the reader made of a document, what is in the trash too."""

    placed: Sequence[Placed]
    tags: Sequence[str]
    collections: Sequence[str]  # ids
    to_read: ToRead | None
    said: Sequence[RecordField]


def moved(things: Iterable[Placed], document: str, title: str, places: Places) -> Iterator[Edit]:
    """Each thing in this document.  Raises `NoPlaceForNotes` with its title."""
    for thing in things:
        try:
            yield Edit(thing, _moved(thing, document, places))
        except KeyError:
            raise NoPlaceForNotes(title) from None


def marked(gone: Made, kept: Made, document: str) -> Iterator[Edit]:
    """Its marks, on this document too, as far as that has none of its own."""
    for name in gone.tags:
        if name not in kept.tags:
            yield Edit(None, DocumentTag(document, name))
    for collection in gone.collections:
        if collection not in kept.collections:
            yield Edit(None, Membership(collection, document))
    if gone.to_read is not None and kept.to_read is None:
        yield Edit(None, ToRead(document, gone.to_read.made))


def recorded(
    gone: Made, kept: Made, record: Record, document: str
) -> tuple[list[Edit], list[tuple[str, Values]]]:
    """What the reader said of the one record, in the other; and what has no room in it.

    What the other record says already is never written over.
    """
    said = {each.field: each for each in kept.said}
    edits, left = list[Edit](), list[tuple[str, Values]]()
    for each in gone.said:
        there = values_of(record, each.field)
        new = tuple(value for value in each.values if value not in there)
        if not new:
            continue
        if there and not kind_of(each.field).many:
            left.append((each.field, each.values))
        else:
            values = each.values if not there else (*there, *new)
            after = RecordField(document, each.field, values)
            edits.append(Edit(said.get(each.field), after))
    return edits, left


def told(
    left: Sequence[tuple[str, Values]], title: str, note_id: str, document: str, now: datetime
) -> Annotation:
    """A note on the document that keeps what the reader had said of the other's record."""
    lines = (f"- {field.replace('_', ' ').capitalize()}: {'; '.join(v)}" for field, v in left)
    note = "\n".join((f"From the record of “{title}”, which was merged into this one:\n", *lines))
    kind, colour = AnnotationKind.DOCUMENT, Colour.YELLOW
    return Annotation(note_id, document, kind, colour, (), now, now, note)


def is_star(thing: Placed) -> bool:
    is_whole = isinstance(thing, Bookmark) and thing.page is None and thing.passage is None
    return is_whole and thing.deleted is None


def passages_in(thing: Placed) -> Iterator[Passage]:
    """All passages that it points at."""
    parts: Iterable[object] = thing.targets if isinstance(thing, Annotation) else (thing.passage,)
    place = thing.place if isinstance(thing, Placement) else None
    for part in (*parts, place):
        if isinstance(part, Passage):
            yield part


def _moved(thing: Placed, document: str, places: Places) -> Placed:
    """Raises `KeyError` for a place that the other document does not have."""
    if isinstance(thing, Annotation):
        targets = tuple(_target(target, places) for target in thing.targets)
        return replace(thing, document=document, targets=targets)
    if isinstance(thing, Bookmark):
        page = None if thing.page is None else places.pages[thing.page]
        passage = None if thing.passage is None else places.passages[thing.passage]
        return replace(thing, document=document, page=page, passage=passage)
    passage = places.passages[thing.passage]
    if isinstance(thing, OwnLink):
        region = _region(thing.region, places)
        return replace(thing, document=document, passage=passage, region=region)
    if isinstance(thing, Placement):
        place = None if thing.place is None else places.passages[thing.place]
        return replace(thing, document=document, passage=passage, place=place)
    return replace(thing, document=document, passage=passage)


def _target(target: Target, places: Places) -> Target:
    return _region(target, places) if isinstance(target, Region) else places.passages[target]


def _region(region: Region, places: Places) -> Region:
    return replace(region, page=places.pages[region.page])
