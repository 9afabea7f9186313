"""Which notes the panel shows, in which order, and under which headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from library.model.anchor import AnchorState
from library.model.annotation import Annotation, AnnotationKind, Colour, Passage
from library.model.folding import fold
from viewer.note_words import quotation, wording
from viewer.places import Note


class Order(StrEnum):
    PLACE = "place"  # as a reader meets them
    NEWEST = "newest"  # what was touched last comes first


class Grouping(StrEnum):
    NONE = "none"
    COLOUR = "colour"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader asked to see; an empty set asks for nothing in particular."""

    words: str = ""
    colours: frozenset[Colour] = frozenset()
    tags: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()  # of AnnotationKind, or BOOKMARK
    versions: frozenset[str] = frozenset()  # ids
    states: frozenset[str] = frozenset()
    order: Order = Order.PLACE
    grouping: Grouping = Grouping.NONE

    @property
    def is_filtered(self) -> bool:
        sets = self.colours, self.tags, self.kinds, self.versions, self.states
        return bool(self.words.strip()) or any(sets)


BOOKMARK = "bookmark"
_DOUBTFUL = frozenset((AnchorState.PLEASE_CHECK, AnchorState.LOST))


@dataclass(frozen=True, slots=True)
class Heading:
    """A row over those of one colour or tag."""

    id: str
    colour: Colour | None
    tag: str | None  # None, too, for the notes without one
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A note, or a heading; `key` is no other row's."""

    key: str
    note: Note | None = None
    heading: Heading | None = None
    is_reply: bool = False
    doubt: AnchorState | None = None  # where the note's place is not sure
    is_unsaved: bool = False


@dataclass(frozen=True, slots=True)
class Arranging:
    """Arranges the notes of a document; `states` has what is known of each one's anchors.

    `unsaved` has the ids of those that are not stored yet.
    """

    states: Mapping[str, str] = field(default_factory=dict)
    unsaved: frozenset[str] = frozenset()

    def rows(self, notes: Sequence[Note], wanted: Wanted) -> list[Row]:
        """`notes` come in reading order; replies follow what they answer."""
        rows = self._rows(notes, wanted)
        if self.unsaved:
            rows = [replace(row, is_unsaved=self._is_unsaved(row)) for row in rows]
        doubts = {key: AnchorState(s) for key, s in self.states.items() if s in _DOUBTFUL}
        if not doubts:
            return rows
        return [replace(row, doubt=doubts.get(row.note.id)) if row.note else row for row in rows]

    def _rows(self, notes: Sequence[Note], wanted: Wanted) -> list[Row]:
        answers = _answers(notes)
        shown = [note for note in _heads(notes, answers) if self._is_wanted(note, wanted, answers)]
        if wanted.order is Order.NEWEST:
            shown.sort(key=lambda note: _touched(note, answers), reverse=True)
        if wanted.grouping is Grouping.NONE:
            return [row for note in shown for row in _with_answers(note.id, note, answers)]
        by = _colours if wanted.grouping is Grouping.COLOUR else _tags
        return _grouped(shown, by, answers)

    def _is_unsaved(self, row: Row) -> bool:
        return row.note is not None and row.note.id in self.unsaved

    def _is_wanted(self, note: Note, wanted: Wanted, answers: Mapping[str, list[Note]]) -> bool:
        return (
            _is_of(_kind(note), wanted.kinds)
            and (not wanted.colours or (_colour(note) in wanted.colours))
            and (not wanted.tags or bool(wanted.tags.intersection(_tags_of(note))))
            and (not wanted.versions or bool(wanted.versions.intersection(_versions(note))))
            and _is_of(self.states.get(note.id, ""), wanted.states)
            and _holds((note, *_all_answers(note.id, answers)), wanted.words)
        )


def _is_of(value: str, wanted: frozenset[str]) -> bool:
    return not wanted or value in wanted


def _holds(notes: Iterable[Note], words: str) -> bool:
    """Whether every word stands in the note, its quotation, its tags, or a reply."""
    sought = fold(words).split()
    if not sought:
        return True
    parts = (part for n in notes for part in (wording(n), quotation(n), *_tags_of(n)))
    text = fold(" ".join(parts))
    return all(word in text for word in sought)


# --- Replies -------------------------------------------------------------------------


def _answers(notes: Iterable[Note]) -> Mapping[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    ids = {note.id for note in notes}
    for note in notes:
        if isinstance(note, Annotation) and note.reply_to in ids and note.reply_to is not None:
            found.setdefault(note.reply_to, []).append(note)
    for answers in found.values():
        answers.sort(key=lambda note: note.made)
    return found


def _heads(notes: Iterable[Note], answers: Mapping[str, list[Note]]) -> list[Note]:
    replies = {answer.id for each in answers.values() for answer in each}
    return [note for note in notes if note.id not in replies]


def _all_answers(note_id: str, answers: Mapping[str, list[Note]]) -> Iterable[Note]:
    for answer in answers.get(note_id, ()):
        yield answer
        yield from _all_answers(answer.id, answers)


def _with_answers(key: str, note: Note, answers: Mapping[str, list[Note]]) -> Iterable[Row]:
    yield Row(key, note)
    mark = key.removeprefix(note.id)  # of the group, where the note stands in several
    for answer in _all_answers(note.id, answers):
        yield Row(answer.id + mark, answer, is_reply=True)


def _touched(note: Note, answers: Mapping[str, list[Note]]) -> float:
    times = [_time(each) for each in (note, *_all_answers(note.id, answers))]
    return max(times)


def _time(note: Note) -> float:
    return (note.changed if isinstance(note, Annotation) else note.made).timestamp()


# --- Groups --------------------------------------------------------------------------

Group = tuple[int, str, Colour | None, str | None]  # sorts by the first two


def _grouped(
    notes: Sequence[Note],
    groups_of: Callable[[Note], Sequence[Group]],
    answers: Mapping[str, list[Note]],
) -> list[Row]:
    """Each group under its heading; a note with several tags stands under each."""
    groups: dict[Group, list[Note]] = {}
    for note in notes:
        for group in groups_of(note):
            groups.setdefault(group, []).append(note)
    rows, seen = [], set[str]()
    for group in sorted(groups, key=lambda each: each[:2]):
        _, name, colour, tag = group
        heading = Heading(f"heading {name}", colour, tag, len(groups[group]))
        rows.append(Row(heading.id, heading=heading))
        for note in groups[group]:
            key = note.id if note.id not in seen else f"{note.id} {name}"
            seen.add(note.id)
            rows += _with_answers(key, note, answers)
    return rows


def _colours(note: Note) -> Sequence[Group]:
    colour = _colour(note)
    place = list(Colour).index(colour) if colour is not None else len(Colour)
    return ((place, colour.value if colour else "", colour, None),)


def _tags(note: Note) -> Sequence[Group]:
    tags = _tags_of(note)
    return [(0, tag.casefold() + tag, None, tag) for tag in tags] or [(1, "", None, None)]


def _kind(note: Note) -> str:
    return note.kind.value if isinstance(note, Annotation) else BOOKMARK


def _colour(note: Note) -> Colour | None:
    return note.colour if isinstance(note, Annotation) else None


def _tags_of(note: Note) -> tuple[str, ...]:
    return note.tags if isinstance(note, Annotation) else ()


def _versions(note: Note) -> set[str]:
    targets = note.targets if isinstance(note, Annotation) else (note.passage,)
    return {target.version for target in targets if isinstance(target, Passage)}


KINDS = (*(kind.value for kind in AnnotationKind), BOOKMARK)
