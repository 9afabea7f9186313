"""Where the passages of one document stand in its texts now, and what the reader says of it.

What a note says of its place is never overwritten: where the program or the reader found it
again is kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from library.model.anchor import Anchor, Anchors, AnchorState
from library.model.annotation import Annotation, Bookmark, Passage, passage_of
from library.model.change import Change
from library.model.placement import Placement
from viewer import labels
from viewer.clock import Clock
from viewer.places import Note, Place, place_of

if TYPE_CHECKING:
    from viewer.reading import Reading

AnyNote = TypeVar("AnyNote", Annotation, Bookmark, Note)

_GRAVEST = (
    AnchorState.LOST,
    AnchorState.PLEASE_CHECK,
    AnchorState.MOVED,
    AnchorState.ANCHORED,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that was not surely found again, and the note that points at it."""

    note: Note
    passage: Passage
    anchor: Anchor


class Anchoring(QObject):
    """The anchors of one reading: told by the session, mended by the reader."""

    changed = Signal()

    def __init__(self, reading: Reading, do: Callable[[Change], None], clock: Clock) -> None:
        super().__init__(reading)
        self._reading = reading
        self._do = do
        self._clock = clock
        self.anchors = Anchors()
        self.changed.connect(reading.notes_changed)  # they stand elsewhere

    def show(self, anchors: Anchors) -> None:
        """Told by the session what is stored."""
        if anchors != self.anchors:
            self.anchors = anchors
            self.changed.emit()

    def state_of(self, note: Note) -> AnchorState | None:
        """The gravest of its passages'; None where it has none."""
        if not self.anchors.found:
            return AnchorState.ANCHORED if passages_in(note) else None
        states = {self.anchors.of(passage).state for passage in passages_in(note)}
        return next((state for state in _GRAVEST if state in states), None)

    def present(self, notes: Sequence[AnyNote]) -> Sequence[AnyNote]:
        """The notes to paint, or to go to: each where it stands now, without what is lost."""
        return tuple(map(self._present, notes)) if self.anchors.found else notes

    def _present(self, note: AnyNote) -> AnyNote:
        if isinstance(note, Bookmark):
            passage = note.passage and self.anchors.present(note.passage)
            return replace(note, passage=passage)
        targets = (
            self.anchors.present(target) if isinstance(target, Passage) else target
            for target in note.targets
        )
        return replace(note, targets=tuple(target for target in targets if target is not None))

    def place_of(self, note: Note) -> Place:
        """Where a note points now: the first of its targets that is not lost."""
        (present,) = self.present((note,))
        return place_of(present)

    # --- What is in doubt --------------------------------------------------------------

    def doubts(self) -> tuple[Doubt, ...]:
        """What the program is not sure of, and the reader has not settled, in reading order."""
        return tuple(self._doubts()) if self.anchors.found else ()

    def _doubts(self) -> Iterator[Doubt]:
        for note in self._reading.notes():
            for passage in passages_in(note):
                anchor = self.anchors.of(passage)
                if not anchor.is_sure and not anchor.by_reader:
                    yield Doubt(note, passage, anchor)

    def place(self, passage: Passage, start: int, end: int) -> bool:
        """“It stands here now”; whether that could be kept."""
        version = self._reading.document.version(passage.version)
        if version is None or not self._reading.is_kept:
            return False
        place = passage_of(version.id, version.text, start, end)
        self._say(labels.PLACE_NOTE, passage, place)
        return True

    def give_up(self, passage: Passage) -> None:
        """“It is not in the text any more.”"""
        self._say(labels.GIVE_UP_NOTE, passage, None)

    def _say(self, label: str, passage: Passage, place: Passage | None) -> None:
        document = self._reading.document.id
        made = Placement(uuid4().hex, document, passage, place, self._clock())
        self._do(Change.add(label, made))


def passages_in(note: Note) -> tuple[Passage, ...]:
    targets = note.targets if isinstance(note, Annotation) else (note.passage,)
    return tuple(target for target in targets if isinstance(target, Passage))
