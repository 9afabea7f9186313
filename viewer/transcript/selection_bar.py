"""The small bar that comes with a selection: colours, underline, note, bookmark, citation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from library.model.annotation import Colour
from viewer.icons import icon
from viewer.transcript.colour_dot import ColourDot

GAP = 8  # px between the bar and the selected words


class SelectionBar(QFrame):
    """Offers what can be done with the selected words.  It never covers them."""

    colour_chosen = Signal(object)  # Colour: highlight in it
    underline_asked = Signal()
    note_asked = Signal()
    bookmark_asked = Signal()
    citation_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Selected words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(0)
        self._makers = QWidget(self)
        self._waiting = QLabel(self.tr("Being added to your library…"), self)
        self._waiting.setObjectName("softText")
        row.addWidget(self._waiting)
        row.addWidget(self._makers)
        row.addWidget(
            self._button("quote", self.tr("Copy with citation"), self.citation_asked.emit)
        )
        self._fill_makers()
        self.hide()

    def _fill_makers(self) -> None:
        row = QHBoxLayout(self._makers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, colour in enumerate(Colour, 1):
            dot = ColourDot(colour, number, self)
            dot.clicked.connect(lambda _=False, chosen=colour: self.colour_chosen.emit(chosen))
            row.addWidget(dot)
        row.addSpacing(6)
        for name, tip, asked in (
            ("underline", self.tr("Underline"), self.underline_asked.emit),
            ("notebook-pen", self.tr("Highlight and write a note"), self.note_asked.emit),
            ("bookmark-plus", self.tr("Bookmark"), self.bookmark_asked.emit),
        ):
            row.addWidget(self._button(name, tip, asked))

    def offer(self, selection: QRect, room: QRect, kept: bool) -> None:  # noqa: FBT001 - a state
        """Show beside the `selection` in the `room` (both in the parent's coordinates).

        While the document is not `kept` in the library nothing can be made.
        """
        self._makers.setVisible(kept)
        self._waiting.setVisible(not kept)
        self.adjustSize()
        self.move(_place(self.rect(), selection, room))
        self.show()
        self.raise_()

    def _button(self, name: str, tip: str, asked: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _=False: asked())
        return button


def _place(bar: QRect, selection: QRect, room: QRect) -> QPoint:
    """Over the selection, else under it, else at the very top, beside the tabs."""
    x = selection.center().x() - bar.width() // 2
    x = max(room.left() + GAP, min(x, room.right() - bar.width() - GAP))
    above = selection.top() - GAP - bar.height()
    below = selection.bottom() + GAP
    if above >= room.top():
        return QPoint(x, above)
    if below + bar.height() <= room.bottom():
        return QPoint(x, below)
    return QPoint(x, max(0, room.top() - bar.height()))
