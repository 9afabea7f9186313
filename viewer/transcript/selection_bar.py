"""The small bar that comes with a selection: colours, underline, note, bookmark, citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

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
    place_asked = Signal()  # of the words, on the scan

    def __init__(self, parent: QWidget, fill_corrections: Callable[[QMenu], None]) -> None:
        """`fill_corrections` fills the menu of what can be said of the words themselves."""
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Selected words"))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(8, 4, 6, 4)
        self._line.setSpacing(4)
        self._waiting = QLabel(self.tr("Being added to your library…"), self)
        self._waiting.setObjectName("softText")
        self.corrections = QMenu(self)
        self.corrections.aboutToShow.connect(self.corrections.clear)
        self.corrections.aboutToShow.connect(lambda: fill_corrections(self.corrections))
        self._dots = self._row(self._make_dots())
        self._makers = self._row(self._make_makers())
        placing = self.tr("This stands here: draw its place on the scan")
        self._placing = self._button("link", placing, self.place_asked.emit)
        citing = self._button("quote", self.tr("Copy with citation"), self.citation_asked.emit)
        self._actions = self._row([self._makers, self._placing, citing])
        for part in (self._waiting, self._dots, self._actions):
            self._line.addWidget(part)
        self.hide()

    def _make_dots(self) -> list[QWidget]:
        dots: list[QWidget] = []
        for number, colour in enumerate(Colour, 1):
            dot = ColourDot(colour, number, self)
            dot.clicked.connect(lambda _=False, chosen=colour: self.colour_chosen.emit(chosen))
            dots.append(dot)
        return dots

    def _make_makers(self) -> list[QWidget]:
        return [
            self._button("underline", self.tr("Underline"), self.underline_asked.emit),
            self._button(
                "notebook-pen", self.tr("Highlight and write a note"), self.note_asked.emit
            ),
            self._button("bookmark-plus", self.tr("Bookmark"), self.bookmark_asked.emit),
            self._correct_button(),
        ]

    def offer(self, selection: QRect, room: QRect, *, kept: bool, placed: bool) -> None:
        """Show beside the `selection` in the `room` (both in the parent's coordinates).

        While the document is not `kept` in the library nothing can be made; whether the words
        may be `placed` on the scan depends on their text.
        """
        self._placing.setVisible(placed)
        self._makers.setVisible(kept)
        self._dots.setVisible(kept)
        self._waiting.setVisible(not kept)
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight)
        if self._line.sizeHint().width() > room.width() - 2 * GAP:
            self._line.setDirection(direction.TopToBottom)
        self.adjustSize()
        self.move(place_beside(self.rect(), selection, room))
        self.show()
        self.raise_()

    def _row(self, parts: Sequence[QWidget]) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for part in parts:
            line.addWidget(part)
        line.addStretch()
        return row

    def _correct_button(self) -> QToolButton:
        button = self._button("spell-check", self.tr("Correct these words"), lambda: None)
        button.setMenu(self.corrections)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _button(self, name: str, tip: str, asked: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _=False: asked())
        return button


def place_beside(bar: QRect, selection: QRect, room: QRect) -> QPoint:
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
