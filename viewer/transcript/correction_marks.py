"""The quiet marks under words that the reader corrected, whether that is shown or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QPointF
from PySide6.QtGui import QPainter, QTextBlock

from library.model.correction import Correction, CorrectionKind
from viewer.correcting import Correcting
from viewer.difference_marks import paint_caret, paint_corrected
from viewer.theme import tokens
from viewer.transcript.difference_words import foot_of
from viewer.transcript.regions import boxes_of
from viewer.transcript.text_view import TextView


@dataclass(frozen=True, slots=True)
class _Mark:
    """At Qt's positions."""

    start: int
    end: int


class CorrectionMarks(QObject):
    """Marks in a view what is corrected, and tells what the words were."""

    def __init__(self, correcting: Correcting, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._correcting = correcting
        self._view = view
        self.marks: list[_Mark] = []
        view.painter.more.append(self._paint)
        view.grew.connect(self.gather)

    def gather(self) -> None:
        """Take the corrections as they are now."""
        sheet = self._view.sheet
        if sheet is not None:
            places = self._correcting.layer(sheet.version).places
            self.marks = [_Mark(*sheet.offsets.positions(*place)) for place, _ in places]
            self._view.viewport().update()

    def hint_at(self, place: QPointF) -> str:
        """What is told of corrected words at a place of Qt's document."""
        offset, version = self._view.offset_at(place), self._view.version
        if offset is None or version is None:
            return ""
        found = self._correcting.touching(version, offset, offset)
        return corrected_words(found[0][1], shown=self._correcting.is_shown) if found else ""

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        t = tokens(self._view.palette())
        for mark in self._in(block):
            start, end = mark.start - block.position(), mark.end - block.position()
            if start == end:
                paint_caret(painter, foot_of(block, start, origin), t, chosen=False)
                continue
            paint_corrected(painter, boxes_of(block, start, end, origin), t)

    def _in(self, block: QTextBlock) -> Iterator[_Mark]:
        first, last = block.position(), block.position() + block.length()
        return (mark for mark in self.marks if first <= mark.start < last)


def corrected_words(correction: Correction, *, shown: bool) -> str:
    """What the words were, or what they are to be where they stand untouched."""
    was = " ".join(correction.passage.quote.split())
    match correction.kind:
        case CorrectionKind.SIC:
            return _tr("[sic]: “{0}” stands so on the scan").format(was)
        case CorrectionKind.UNCERTAIN if not correction.text:
            return _tr("Uncertain: “{0}”").format(was)
    if shown:
        return _tr("was: “{0}”").format(was)
    if not correction.shown:
        return _tr("corrected: these words go")
    return _tr("corrected: “{0}”").format(correction.shown)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Corrections", words)
