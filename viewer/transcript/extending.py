"""Pulling a highlight in the text by its ends."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock

from library.model.annotation import Annotation, Passage, Target, passage_of
from viewer import labels
from viewer.reading import Reading
from viewer.theme import tokens
from viewer.transcript.marks import Mark
from viewer.transcript.regions import boxes_of
from viewer.transcript.text_view import TextView

_KNOB = 4.5  # px, its radius
_GRASP = 9.0  # px around a knob that take hold of it


class Extending(QObject):
    """The chosen highlight has a knob at either end; dragging one moves that end."""

    def __init__(self, reading: Reading, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = view
        self._held: tuple[Mark, bool] | None = None  # and whether its start is pulled
        self._now: tuple[int, int] | None = None  # Qt's positions, as it would be
        view.painter.more.append(self._paint)
        view.answers_press = self.begin
        view.answers_drag = self.pull
        view.answers_release = self.let_go

    @property
    def is_pulling(self) -> bool:
        return self._held is not None

    def begin(self, place: QPointF) -> bool:
        """Take hold of a knob at a place of Qt's document, if there is one."""
        for mark in self._marks():
            for at_start, knob in zip((True, False), self._knobs(mark), strict=True):
                if knob is not None and (knob - place).manhattanLength() <= _GRASP:
                    self._held, self._now = (mark, at_start), (mark.start, mark.end)
                    return True
        return False

    def pull(self, place: QPointF) -> bool:
        """Move the end that is held to a place of Qt's document; whether one is held."""
        if self._held is None or self._view.sheet is None:
            return False
        mark, at_start = self._held
        position = self._view.sheet.column.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        if at_start:
            self._now = min(position, mark.end - 1), mark.end
        else:
            self._now = mark.start, max(position, mark.start + 1)
        self._view.viewport().update()
        return True

    def let_go(self) -> bool:
        """Keep the highlight as it is now: one step to undo; whether an end was held."""
        held, now = self._held, self._now
        self._held = self._now = None
        self._view.viewport().update()
        if held is None or now is None:
            return False
        mark, _ = held
        if now != (mark.start, mark.end):
            self._keep(mark, *now)
        return True

    def _keep(self, mark: Mark, start: int, end: int) -> None:
        note, sheet = self._reading.note(mark.note), self._view.sheet
        if not isinstance(note, Annotation) or sheet is None:
            return
        version, stretch = sheet.version, sheet.offsets.stretch
        was, now = stretch(mark.start, mark.end), stretch(start, end)
        targets = tuple(
            passage_of(version.id, version.text, *now) if self._place(t) == was else t
            for t in note.targets
        )
        self._reading.notebook.retarget(note.id, labels.EXTEND, targets)

    def _marks(self) -> list[Mark]:
        """Those of the chosen note that the reader made here, and not the links."""
        note, sheet = self._reading.note(self._reading.chosen), self._view.sheet
        if not isinstance(note, Annotation) or sheet is None or not self._reading.is_kept:
            return []
        own = {
            sheet.offsets.positions(*place)
            for t in note.targets
            if (place := self._place(t)) is not None
        }
        marks = self._view.painter.shown.marks
        return [m for m in marks if m.note == note.id and (m.start, m.end) in own]

    def _place(self, target: Target) -> tuple[int, int] | None:
        """Where a passage of the text that is shown stands now."""
        sheet = self._view.sheet
        if sheet is None or not isinstance(target, Passage) or target.version != sheet.version.id:
            return None
        return self._reading.anchoring.anchors.of(target).place

    def _knobs(self, mark: Mark) -> tuple[QPointF | None, QPointF | None]:
        """Where the knobs of the start and the end are, as far as they are laid out."""
        first = self._boxes(mark.start, mark.start + 1)
        last = self._boxes(mark.end - 1, mark.end)
        start = first[0].topLeft() if first else None
        return start, last[-1].bottomRight() if last else None

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        document = self._view.document()
        block = document.findBlock(start)
        layout = block.layout()
        if layout is None or not layout.lineCount():
            return []
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        return boxes_of(block, start - block.position(), end - block.position(), origin)

    def _paint(self, painter: QPainter, block: QTextBlock, _origin: QPointF) -> None:
        t = tokens(self._view.palette())
        for mark in self._marks():
            start, end = self._now if self._now is not None else (mark.start, mark.end)
            now = replace(mark, start=start, end=end)
            for knob, at in zip(self._knobs(now), (start, end - 1), strict=True):
                if knob is not None and block.contains(at):
                    painter.setPen(QColor(t.paper))
                    painter.setBrush(QColor(t.accent))
                    painter.drawEllipse(knob, _KNOB, _KNOB)
