"""The reader's corrections of the texts of one document, laid over them or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from library.correcting.correcting import Corrected, corrected, place_of
from library.correcting.offset_map import Stretch
from library.model.annotation import passage_of
from library.model.change import Change, Edit
from library.model.correction import Correction, CorrectionKind
from library.model.document import Version
from viewer import labels
from viewer.clock import Clock

if TYPE_CHECKING:
    from viewer.reading import Reading


@dataclass(frozen=True, slots=True)
class Layer:
    """What is corrected in a text: `places` are in the untouched one, in order."""

    corrected: Corrected
    places: tuple[tuple[Stretch, Correction], ...]


class Correcting(QObject):
    """The corrections of one reading: told by the session, made by the text."""

    changed = Signal()  # there are others, or they are to be shown or not

    def __init__(self, reading: Reading, do: Callable[[Change], None], clock: Clock) -> None:
        super().__init__(reading)
        self._reading = reading
        self._do = do
        self._clock = clock
        self._layers: dict[str, tuple[Version, Layer]] = {}
        self.corrections: tuple[Correction, ...] = ()
        self.is_shown = True
        reading.anchoring.changed.connect(self._tell)

    def show(self, corrections: tuple[Correction, ...]) -> None:
        """Told by the session what is stored."""
        if corrections != self.corrections:
            self.corrections = corrections
            self._tell()

    def switch(self, shown: bool) -> None:  # noqa: FBT001 - the state of a checkable action
        """Show the texts as corrected from now on, or untouched."""
        if shown is not self.is_shown:
            self.is_shown = shown
            self.changed.emit()

    def laid_over(self, version: Version) -> Corrected:
        """The text as it is to be shown."""
        return self.layer(version).corrected if self.is_shown else corrected(version, ())

    def layer(self, version: Version) -> Layer:
        """All that is corrected in a text, shown or not."""
        known = self._layers.get(version.id)
        if known is None or known[0] is not version:
            known = self._layers[version.id] = version, self._made(version)
        return known[1]

    def touching(
        self, version: Version, start: int, end: int
    ) -> tuple[tuple[Stretch, Correction], ...]:
        """What is corrected in a stretch of the text, or at a place of it."""
        most = max(end, start + 1)
        return tuple(
            (place, each)
            for place, each in self.layer(version).places
            if (place[0] < most and start < place[1]) or start <= place[0] == place[1] <= end
        )

    def words(self, version: Version, start: int, end: int) -> str:
        """What a stretch of the text reads as corrected."""
        over = self.layer(version).corrected
        return over.text[slice(*over.offsets.to_shown(start, end))]

    # --- What the reader does ----------------------------------------------------------

    def can_correct(self, version: Version, start: int, end: int) -> bool:
        """Whether these words may be corrected: within a paragraph, of a document that is kept."""
        return self._reading.is_kept and start < end and "\n\n" not in version.text[start:end]

    def around(self, version: Version, start: int, end: int) -> Stretch:
        """The stretch with all of the words that were corrected in it."""
        touched = [place for place, _ in self.touching(version, start, end)]
        return min([start, *(p[0] for p in touched)]), max([end, *(p[1] for p in touched)])

    def correct(self, version: Version, stretch: Stretch, text: str) -> None:
        """These words should read so; what was corrected in them before is replaced."""
        self._put(version, stretch, CorrectionKind.REPLACE, text, labels.CORRECT)

    def mark(self, version: Version, stretch: Stretch, kind: CorrectionKind) -> None:
        """Say that words are odd, uncertain or illegible."""
        self._put(version, stretch, kind, "", labels.MARKED[kind])

    def take_back(self, corrections: Iterable[Correction]) -> None:
        edits = self._gone(corrections)
        if edits:
            self._do(Change(labels.TAKE_BACK_CORRECTION, edits))

    def _put(
        self, version: Version, stretch: Stretch, kind: CorrectionKind, text: str, label: str
    ) -> None:
        start, end = self.around(version, *stretch)
        if not self.can_correct(version, start, end):
            return
        gone = [each for _, each in self.touching(version, start, end)]
        if kind is CorrectionKind.REPLACE and text == version.text[start:end]:
            self.take_back(gone)
            return
        now, passage = self._clock(), passage_of(version.id, version.text, start, end)
        document = self._reading.document.id
        made = Correction(uuid4().hex, document, kind, passage, now, now, text)
        self._do(Change(label, (*self._gone(gone), Edit(None, made))))

    def _gone(self, corrections: Iterable[Correction]) -> tuple[Edit, ...]:
        now = self._clock()
        return tuple(Edit(each, replace(each, deleted=now)) for each in corrections)

    def _made(self, version: Version) -> Layer:
        anchors = self._reading.anchoring.anchors
        over = corrected(version, self.corrections, anchors)
        places = ((place_of(each, version.text, anchors), each) for each in over.shown)
        return Layer(over, tuple((place, each) for place, each in places if place is not None))

    def _tell(self) -> None:
        self._layers.clear()
        self.changed.emit()
