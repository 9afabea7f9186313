"""The texts of a document that are shown: the one in front, and perhaps another beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from library.model.document import Document, Version
from viewer.manners import Step
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.transcript.beside_head import BesideHead
from viewer.transcript.following import Following
from viewer.transcript.side_by_side import SideBySide
from viewer.transcript.text_column import TextColumn

_ROOM = 620  # px, from which two texts stand side by side; in less they stand one below the other
_EVEN = 10_000


class Columns(QSplitter):
    """Shows one text or two, and knows which of them the reader has in hand."""

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        front: TextColumn,
        following: Following,
        escape: Step,
    ) -> None:
        """`following` joins the text in front to the reading; `escape` answers Esc."""
        super().__init__()
        self._reading = reading
        self._settings = settings
        self._following = following
        self._escape = escape
        self.front = front
        self.beside: TextColumn | None = None  # made when it is wanted
        self.in_hand = front
        self.setObjectName("texts")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(front)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    @property
    def shown(self) -> tuple[TextColumn, ...]:
        """The text in front first."""
        beside = self.beside
        return (self.front,) if beside is None or beside.isHidden() else (self.front, beside)

    def show_document(self, document: Document) -> None:
        """The document is another, or was read further."""
        for column in (self.front, *((self.beside,) if self.beside else ())):
            column.show_document(document)

    def show_beside(self, version: Version | None) -> None:
        """Show this text beside the one in front, or none."""
        if version is None:
            self._put_away()
            return
        column, offset = self._column(), self._reading.position.offset
        self._head.tabs.show_versions(self._reading.beside.choices)
        self._head.tabs.bring_to_front(version)
        is_new = column.isHidden()
        column.show()
        column.show_version(version, round(self._reading.beside.beside_of(offset)))
        if is_new:
            self.setSizes([_EVEN, _EVEN])
        self._abreast.follow_front()

    def _put_away(self) -> None:
        if self.beside is None or self.beside.isHidden():
            return
        had_focus = self.beside.isAncestorOf(QApplication.focusWidget() or self)
        self.beside.annotating.deselect()
        self.beside.close_popup()
        self.beside.hide()
        self.in_hand = self.front
        if had_focus:
            self.front.setFocus()

    def _column(self) -> TextColumn:
        if self.beside is None:
            self._head = BesideHead(self)
            self.beside = TextColumn(self._reading, self._settings, self._head, self._escape)
            self.beside.hide()
            self.beside.show_document(self._reading.document)
            self.addWidget(self.beside)
            self._abreast = SideBySide(self._reading, self.front, self.beside, self._following)
            self._head.tabs.version_chosen.connect(self._reading.beside.show)
            self._head.closed.connect(lambda: self._reading.beside.show(""))
            self.beside.left_changed.connect(self._head.stand_over)
        return self.beside

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        for column in self.shown:
            if now is not None and column.isAncestorOf(now):
                self.in_hand = column

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= _ROOM
        self.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        super().resizeEvent(event)
