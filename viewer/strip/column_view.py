"""A column of lines in a view: set where the reader looks, scrolled, and led.

Points are in pixels of the viewport; heights in pixels of the column where that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from viewer.settings import Typography
from viewer.strip.column import TOP, Column, Placed
from viewer.strip.content import Content
from viewer.strip.cuttings import Cuttings

AHEAD = 1.0  # of a screen: what is set and drawn before it is seen
LEAD = 12.0  # px left free above a line that is gone to
_STEP = 24  # px; a notch of the wheel is three
_AT_THE_TOP = (0, -TOP)


class _Stand(NamedTuple):
    """A line, by its place in the text, and how far below the view's top it stands."""

    offset: int
    lead: float


_TOP = _Stand(0, 0.0)


class ColumnView(QAbstractScrollArea):
    """Shows a part of a column; the reader's own scrolling is told apart from being led."""

    scrolled = Signal()  # by the reader

    def __init__(self, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content: Content | None = None
        self.column: Column | None = None
        self._typography = typography
        self._anchor = _AT_THE_TOP  # a section, and how far below its top the view begins
        self._led = 0  # > 0 while the scroll bar moves without the reader
        self._setting = QTimer(self, interval=0)
        self._setting.timeout.connect(self._set_ahead)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll_bar)
        self._prepare()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- The text ----------------------------------------------------------------------

    def show_content(self, content: Content | None, offset: int) -> None:
        """Show these lines, the one with this place of the text at the top.

        Where the same text was shown before, what is read stays in its place.
        """
        shown = content.version.id if content is not None else ""
        goes_on = self.column is not None and self.version_id == shown
        stand = self._stand() if goes_on else _Stand(offset, LEAD)
        self.content = content
        self._set_anew(stand)

    def set_typography(self, typography: Typography) -> None:
        self._typography = typography
        self._set_anew(self._stand())

    def _set_anew(self, stand: _Stand) -> None:
        """Set everything in a new measure."""
        self.column = None
        if self.content is not None and self.viewport().width() > 1:
            size = self.viewport().width(), self.logicalDpiX()
            self.column = self.content.column(self._typography, *size, stand.offset)
        self._stand_again(stand)

    def _stand(self) -> _Stand:
        read = self.read_block()
        if read is None or self.top <= 0:
            return _TOP
        return _Stand(read.block.item.start, read.top - self.top)

    def _stand_again(self, stand: _Stand) -> None:
        column = self.column
        placed = column.block_of(stand.offset) if column is not None else None
        if stand is _TOP:
            self._anchor = _AT_THE_TOP
        elif placed is not None and column is not None:
            self._hold(placed.section, placed.top - column.top(placed.section) - stand.lead)
        self._settle()

    # --- Places ------------------------------------------------------------------------

    @property
    def version_id(self) -> str:
        """The text that is shown, "" where none is."""
        return self.content.version.id if self.content is not None else ""

    @property
    def top(self) -> float:
        """The height of the column at the view's top."""
        if self.column is None:
            return 0.0
        return self.column.top(self._anchor[0]) + self._anchor[1]

    def visible(self) -> Iterator[Placed]:
        """The blocks that are in view, from the top."""
        if self.column is not None:
            yield from self.column.blocks(self.top, self.top + self.viewport().height())

    def cuttings(self, column: Column) -> Cuttings:
        """How slips are cut out of their pages now."""
        ratio = self.viewport().devicePixelRatio()
        return Cuttings(column.setter.document, column.scales, ratio)

    def offset_read(self) -> int:
        """The place of the text that is read: its first line that is well in view."""
        if self.column is None:
            return 0
        read = self.read_block()
        return read.block.item.start if read is not None else 0

    def read_block(self) -> Placed | None:
        """The first block that begins in view, else the one that fills it."""
        blocks = list(self.visible())
        begins = (each for each in blocks if each.top >= self.top and each.block.words)
        return next(begins, blocks[0] if blocks else None)

    def go_to(self, offset: int, down: float = 0.0) -> None:
        """Bring a line to the top, or so far `down` the view (0 to 1)."""
        column = self.column
        placed = column.block_of(offset) if column is not None else None
        if placed is not None and column is not None:
            top = placed.top - column.top(placed.section)
            lead = max(LEAD, down * self.viewport().height())
            self._lead_to(placed.section, top if placed.number > 1 else 0.0, lead)
        self._settle()

    def go_to_page(self, page: int, part: float = 0.0) -> bool:
        """Bring the first line of a page to the top that lies so far down it (0 to 1).

        Whether the column has the page.
        """
        column = self.column
        section = column.section_on(page) if column is not None else None
        if column is None or section is None:
            return False
        cuttings = self.cuttings(column)
        below = (each for each in column.blocks_of(section) if cuttings.down(each.block) >= part)
        placed = next(below, None) if part > 0 else None
        top = placed.top - column.top(section) if placed is not None else 0.0
        self._lead_to(section, top, LEAD)
        self._settle()
        return True

    def _lead_to(self, section: int, inside: float, lead: float) -> None:
        """Have a place in a section stand so far below the view's top; the first one at it."""
        if section == 0 and inside == 0:
            self._anchor = _AT_THE_TOP
        else:
            self._hold(section, inside - lead)

    # --- Scrolling ---------------------------------------------------------------------

    @contextmanager
    def _leading(self) -> Iterator[None]:
        self._led += 1
        try:
            yield
        finally:
            self._led -= 1

    def _follow_scroll_bar(self, value: int) -> None:
        if self._led or self.column is None:
            return
        section = self.column.at(value)
        self._hold(section, value - self.column.top(section))
        self._settle()
        self.scrolled.emit()

    def _hold(self, section: int, inside: float) -> None:
        """Have the view begin here; what is above the section's top lies in the one before it."""
        while self.column is not None and inside < 0 and section > 0:
            section -= 1
            inside += self.column.height_of(section)
        self._anchor = (section, inside)

    def _settle(self) -> None:
        """Set what is in view, and keep what is at its top there while heights become true."""
        column = self.column
        if column is not None and column.sections:
            column.set_from(self._anchor[0], self._anchor[1] + self.viewport().height())
            self._tell_height()
            # Where an end was reached, other sections may be in view.
            column.set_from(self._anchor[0], self._anchor[1] + self.viewport().height())
            self._setting.start()
        self._tell_height()
        self.viewport().update()
        self.refresh()

    def _tell_height(self) -> None:
        """Tell the scroll bar; where the view would show more than there is, it moves."""
        height = round(self.column.height) if self.column is not None else 0
        with self._leading():
            bar = self.verticalScrollBar()
            bar.setRange(0, max(0, height - self.viewport().height()))
            bar.setPageStep(self.viewport().height())
            bar.setValue(round(self.top))
        if self.column is not None and bar.value() != round(self.top):
            section = self.column.at(bar.value())
            self._anchor = (section, bar.value() - self.column.top(section))

    def _set_ahead(self) -> None:
        """Set one section more of those that may be seen next."""
        far = AHEAD * self.viewport().height()
        column, bottom = self.column, self.top + self.viewport().height()
        if column is None or not column.set_one_of(self.top - far, bottom + far):
            self._setting.stop()
            self.refresh()
            return
        self._tell_height()
        self.viewport().update()

    def refresh(self) -> None:
        """Something else may be in view, or soon."""

    # --- What Qt tells -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        stand = self._stand()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._set_anew(stand)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()
