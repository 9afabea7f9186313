"""The strip as the reader handles it: pointed at, selected, moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from library.joining.strip.lines import Line
from viewer.page_source import PageSource
from viewer.places import Place, Sight
from viewer.reading import Reading
from viewer.settings import Typography
from viewer.strip.blocks import Block
from viewer.strip.column_view import LEAD
from viewer.strip.keys import Keys
from viewer.strip.lines_view import LinesView
from viewer.strip.pointer import Pointer


class StripView(LinesView):
    """The lines of one text."""

    selected = Signal(int, int)  # start and end in the text, the same where nothing is

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        typography: Typography,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(reading, pages, typography, parent)
        self._pointer = Pointer(self, reading)
        self._keys = Keys(self, reading)
        self.setAccessibleName(self.tr("Line by line"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # --- What lies where ---------------------------------------------------------------

    def block_at(self, point: QPointF) -> tuple[Block | None, QPointF]:
        """The block at a point of the view, and the point within it."""
        placed = self.column.block_at(point.y() + self.top) if self.column is not None else None
        if placed is None or self.column is None:
            return None, point
        left = self.column.setter.measure.left
        return placed.block, QPointF(point.x() - left, point.y() + self.top - placed.top)

    def on_scan(self, point: QPointF) -> tuple[int, float, float] | None:
        """The page, and the place on it in page units, that a picture shows at a point."""
        block, inside = self.block_at(point)
        if block is None or self.column is None or block.picture is None:
            return None
        if not block.picture.contains(inside):
            return None
        inside -= block.picture.topLeft()
        return self.cuttings(self.column).on_page(block, inside.x(), inside.y())

    def sight_at(self, point: QPoint) -> Sight | None:
        """The place of a page at a point of the screen, for the loupe."""
        inside = QPointF(self.viewport().mapFromGlobal(point))
        if not self.isVisible() or not self.viewport().rect().contains(inside.toPoint()):
            return None
        block, _ = self.block_at(inside)
        place = self.on_scan(inside)
        if block is None or block.slip is None or place is None:
            return None
        return Sight(*place, block.scale, -block.slip.angle)

    def describe(self) -> None:
        """Tell screen readers which line is read."""
        read = self.read_block()
        if read is not None and self.content is not None:
            item = read.block.item
            self.setAccessibleDescription(self.content.version.text[item.start : item.end].strip())

    # --- What is chosen ----------------------------------------------------------------

    def select(self, start: int, end: int) -> None:
        """Show this stretch of the text as selected; it is told when the mouse lets go."""
        if self.shown.selection != (start, end):
            self.shown.selection = start, end
            self.viewport().update()

    def end_selection(self) -> bool:
        """Tell what is selected; whether something is."""
        start, end = self.shown.selection
        self.selected.emit(start, end)
        return start < end

    def deselect(self) -> bool:
        """Select nothing any more; whether something was selected."""
        start, end = self.shown.selection
        if start < end:
            self.select(0, 0)
            self.end_selection()
        return start < end

    def mark_place(self, start: int, end: int) -> None:
        """Mark the words that the reader goes on from."""
        self.shown.place = start, end
        self.viewport().update()

    def forget_place_out_of_view(self) -> None:
        """The reader scrolled: a place that is no longer seen is not gone back to."""
        start, end = self.shown.place
        words = [word for placed in self.visible() for word in placed.block.words]
        if start < end and not any(word.start < end and start < word.end for word in words):
            self.mark_place(0, 0)

    def page_read(self) -> int | None:
        """The page of the line that is read, or of the one before it that is on a page."""
        read = self.read_block()
        if read is None or self.column is None:
            return None
        before = reversed(self.column.sections[: read.section + 1])
        return next((section.page for section in before if section.page is not None), None)

    def place_read(self) -> Place | None:
        """The line that is read, for both sides to go there."""
        read = self.read_block()
        if read is None or self.column is None:
            return None
        slip, offset = read.block.slip, read.block.item.start
        if slip is None:
            return Place(version=self.version_id, offset=offset)
        part = self.cuttings(self.column).down(read.block)
        return Place(slip.page, part, version=self.version_id, offset=offset)

    def try_again(self) -> bool:
        """Ask again for the pages in view that failed; whether there was one."""
        failed = [placed.block for placed in self.visible() if self.has_failed(placed.block)]
        for block in failed:
            if block.slip is not None:
                self.drawings.ask_again(block.slip.page)
        self.refresh()
        self.viewport().update()
        return bool(failed)

    def has_failed(self, block: Block) -> bool:
        """Whether the page of a block could not be drawn."""
        return block.slip is not None and block.slip.page in self.drawings.problems

    # --- Moving ------------------------------------------------------------------------

    def step(self, lines: int) -> bool:
        """Scroll a line on (1) or back (-1)."""
        height = self.viewport().height()
        near = self.column.blocks(self.top - height, self.top + height) if self.column else ()
        tops = [each.top - LEAD for each in near if isinstance(each.block.item, Line)]
        on = (top for top in tops if top > self.top + 1)
        back = (top for top in reversed(tops) if top < self.top - 1)
        away = lines * self.verticalScrollBar().singleStep() * 3
        return self._scroll_to(next(on if lines > 0 else back, self.top + away))

    def turn(self, screens: int) -> bool:
        """A screen on or back, less a line, so that the eye finds its place again."""
        blocks = list(self.visible())
        kept = min(blocks[-1].block.height if blocks else 0.0, self.viewport().height() / 3)
        return self._scroll_to(self.top + screens * (self.viewport().height() - kept))

    def go_to_end(self, direction: int) -> bool:
        """To the first line (-1) or the last one (1)."""
        column = self.column
        if column is not None and direction > 0:
            self._hold(len(column.sections) - 1, column.height)
            self._settle()
            self.scrolled.emit()
            return True
        return self._scroll_to(0.0)

    def _scroll_to(self, height: float) -> bool:
        self.verticalScrollBar().setValue(round(height))
        return True

    # --- Events ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._pointer.press(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._pointer.double_click(event))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._pointer.leave()
        return super().viewportEvent(event)
