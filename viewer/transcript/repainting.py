"""Paints anew the lines of a few words only, where a whole view is not to be painted again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QTextEdit

from viewer.lights import REACH
from viewer.transcript.regions import boxes_of

_FEW = 2000  # characters; for more, the view is painted at one go


def repaint(view: QTextEdit, stretches: Iterable[tuple[int, int]]) -> None:
    """Paint what the view shows of these stretches, at Qt's positions."""
    wanted = set(stretches)
    viewport = view.viewport()
    if sum(end - start for start, end in wanted) > _FEW:
        viewport.update()
        return
    left, top = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    for stretch in wanted:
        for box in _boxes(view, *stretch):
            part = box.translated(-left, -top).toAlignedRect()
            viewport.update(part.adjusted(-REACH, -REACH, REACH, REACH))


def _boxes(view: QTextEdit, start: int, end: int) -> Iterator[QRectF]:
    """In the coordinates of the document, as far as it is laid out."""
    document = view.document()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        first = block.position()
        if block.layout().lineCount():
            origin = document.documentLayout().blockBoundingRect(block).topLeft()
            yield from boxes_of(block, start - first, end - first, origin)
        block = block.next()
