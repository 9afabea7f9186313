"""The scan's half of a document tab: the strip of small pages, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QWidget

from viewer.manners import travel
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.scan.previews import Preview, Previews
from viewer.scan.scan_view import ScanView
from viewer.scan.thumbnails import Thumbnails


class ScanPanel(QWidget):
    """Thumbnails and pages, or a sentence where there is no scan."""

    sentence_changed = Signal(str)

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        parent: QWidget | None = None,
        preview: Preview | None = None,
    ) -> None:
        """`preview` gives a kept picture of a page of the document, to stand in for it."""
        super().__init__(parent)
        self._reading = reading
        self.sentence = ""  # why there is no scan; "" where there is one
        self.view = ScanView(reading, pages)
        self.thumbnails = Thumbnails(reading, pages)
        self._previews = Previews(self.view.drawings, preview)
        self.view.drawings.pictures.thumbnail = self.stand_in
        self.view.drawings.drawn.connect(lambda piece: self.thumbnails.ask_again(piece.page))
        self._wants_thumbnails = True
        self._empty = QLabel()
        self._empty.setObjectName("emptyState")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._line = QFrame()
        self._line.setStyleSheet("background: palette(mid);")
        self._arrange()
        self.setFocusProxy(self.view)
        reading.document_changed.connect(self._show_what_there_is)
        self._show_what_there_is()

    def show_thumbnails(self, shown: bool) -> None:  # noqa: FBT001 - bound to a checkable action
        """Show or hide the strip."""
        self._wants_thumbnails = shown
        self._show_what_there_is()

    def let_go(self) -> None:
        """The tab closes: withdraw what was asked for, and let go of the pictures."""
        self.view.drawings.close()
        self.thumbnails.let_go()

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self._line)
        row.addWidget(self._stack, 1)

    @property
    def is_empty(self) -> bool:
        """Whether there is no scan to show."""
        return not self._reading.document.scan_pages

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def picture(self, page: int) -> QImage | None:
        """The best picture of a page of the document that is there already."""
        return self.view.drawings.pictures.whole(page) or self.stand_in(page)

    def stand_in(self, page: int) -> QImage | None:
        """A small picture of a page of the document, where there is one."""
        return self._previews.picture(page) or self.thumbnails.picture(page)

    def _show_what_there_is(self) -> None:
        has_scan = not self.is_empty
        self._say("" if has_scan else self.tr("This document has no scan."))
        self.thumbnails.setVisible(has_scan and self._wants_thumbnails)
        self._line.setVisible(has_scan and self._wants_thumbnails)
        self._stack.setCurrentWidget(self.view if has_scan else self._empty)

    def _say(self, sentence: str) -> None:
        if sentence != self.sentence:
            self.sentence = sentence
            self._empty.setText(sentence)
            self.sentence_changed.emit(sentence)
