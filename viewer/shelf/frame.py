"""Where the parts of the shelf stand: places, then timeline over table, then the preview."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.shelf.empty import EmptyState

_LARGE = 10_000  # px: all the rest
L = TypeVar("L", QHBoxLayout, QVBoxLayout)


class ShelfFrame(QStackedWidget):
    """All parts, or what is said where the library is empty."""

    side_moved = Signal()

    def __init__(self, side: QWidget, above: tuple[QWidget, ...], preview: QWidget) -> None:
        """`above` stand over the middle, which shows one page of several."""
        super().__init__()
        self.middle = QStackedWidget()
        self.middle.setObjectName("paper")
        self._preview = preview
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._line.setObjectName("hairlineUpright")
        centre = QWidget()
        column = tight(QVBoxLayout(centre))
        for each in above:
            column.addWidget(each)
        column.addWidget(self.middle, 1)
        beside = QWidget()
        row = tight(QHBoxLayout(beside))
        row.addWidget(centre, 1)
        row.addWidget(self._line)
        row.addWidget(preview)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(side)
        self._splitter.addWidget(beside)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(lambda *_: self.side_moved.emit())
        self.empty = EmptyState("library", _tr("Open a file…"))
        self.addWidget(self._splitter)
        self.addWidget(self.empty)

    @property
    def side_width(self) -> int:
        """In px."""
        return self._splitter.sizes()[0]

    def set_side_width(self, width: int) -> None:
        self._splitter.setSizes([width, _LARGE])

    def show_empty(self, *, is_empty: bool, is_being_prepared: bool = False) -> None:
        """Say that the library is empty, or not ready to be shown; or show it."""
        if is_empty:
            _say_why(self.empty, is_being_prepared=is_being_prepared)
        self.setCurrentWidget(self.empty if is_empty else self._splitter)

    def show_preview(self, *, shown: bool) -> None:
        self._preview.setVisible(shown)
        self._line.setVisible(shown)

    def hold(self, *pages: QWidget) -> None:
        """For the middle: what no widget holds outlives the window."""
        for page in pages:
            self.middle.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """In the middle; one of those that are held."""
        self.middle.setCurrentWidget(page)


def tight(layout: L) -> L:
    """Without margins and gaps."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout


def _say_why(empty: EmptyState, *, is_being_prepared: bool) -> None:
    empty.button.setVisible(not is_being_prepared)
    if is_being_prepared:
        empty.say(
            _tr("Your library is being prepared"),
            _tr("The list of your documents is made anew. They will appear in a moment."),
        )
        return
    empty.say(
        _tr("Your library is empty"),
        _tr(
            "Drop files or folders here to add them, or open one. PDFs, page images and folders "
            "of images all become documents; the files themselves stay as they are."
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
