"""What the reader says of the words of a text: what they should read, or that they are odd."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from library.correcting.offset_map import Stretch
from library.model.correction import Correction, CorrectionKind
from viewer.correcting import Correcting
from viewer.transcript.annotating import Annotating
from viewer.transcript.correct_popup import CorrectPopup
from viewer.transcript.selection_bar import place_beside
from viewer.transcript.text_view import TextView


class Corrector(QObject):
    """Joins the small window in which words are corrected to a view."""

    asked = Signal()  # what words should read

    def __init__(
        self, correcting: Correcting, view: TextView, annotating: Annotating, room: QWidget
    ) -> None:
        """`room` is the widget in which the small window may stand."""
        super().__init__(room)
        self._correcting = correcting
        self._view = view
        self._annotating = annotating
        self._room = room
        self._asked: Stretch = (0, 0)
        self.popup = CorrectPopup(room)
        self.popup.kept.connect(self._keep)
        self.popup.taken_back.connect(lambda: self.take_back(*self._asked))
        self.popup.closed.connect(view.setFocus)

    def stretch(self, offset: int | None = None) -> Stretch | None:
        """The selected words, else what is corrected at a place of the text."""
        version, passage = self._view.version, self._annotating.passage()
        if version is None:
            return None
        if passage is not None:
            stretch = passage.start, passage.end
            return stretch if self._correcting.can_correct(version, *stretch) else None
        if offset is None:
            return None
        return next((place for place, _ in self._at(offset, offset)), None)

    def touched(self, stretch: Stretch) -> tuple[Correction, ...]:
        """What is corrected in the stretch."""
        return tuple(each for _, each in self._at(*stretch))

    def ask(self, offset: int | None = None) -> None:
        """Ask what the words should read, beside them."""
        stretch, version = self.stretch(offset), self._view.version
        if stretch is None or version is None:
            return
        self._asked = start, end = self._correcting.around(version, *stretch)
        words = self._correcting.words(version, start, end)
        self.popup.ask(version.text[start:end], words, corrected=bool(self.touched(self._asked)))
        self.asked.emit()
        self.popup.adjustSize()
        self.popup.move(place_beside(self.popup.rect(), *self._places()))

    def mark(self, kind: CorrectionKind, offset: int | None = None) -> None:
        stretch, version = self.stretch(offset), self._view.version
        if stretch is not None and version is not None:
            self._correcting.mark(version, stretch, kind)
            self._annotating.deselect()

    def take_back(self, start: int, end: int) -> None:
        self._correcting.take_back(self.touched((start, end)))

    def _keep(self, words: str) -> None:
        if self._view.version is not None:
            self._correcting.correct(self._view.version, self._asked, words)
            self._annotating.deselect()

    def _at(self, start: int, end: int) -> tuple[tuple[Stretch, Correction], ...]:
        version = self._view.version
        return self._correcting.touching(version, start, end) if version is not None else ()

    def _places(self) -> tuple[QRect, QRect]:
        """The words, and the room of the text, in the room."""
        sheet, port = self._view.sheet, self._view.viewport()
        room = QRect(port.mapTo(self._room, QPoint()), port.size())
        positions = sheet.offsets.positions(*self._asked) if sheet is not None else (0, 0)
        return self._view.box_of(*positions).translated(room.topLeft()), room
