"""The strip's place in a document tab: the texts as tabs, and the lines, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from library.model.document import Version
from viewer.fields import hairline
from viewer.manners import travel
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.strip.content import Content, contents_of
from viewer.strip.following import Following
from viewer.strip.missing import Missing, missing_lines
from viewer.strip.showing import Showing
from viewer.strip.strip_view import StripView
from viewer.version_tabs import VersionTabs, shown_label

_AT_ONCE = 0.008  # seconds of finding sections between two looks at what the reader does
_WIDEST_SENTENCE = 460  # px


class StripPanel(QWidget):
    """Shows the text in front line by line, while it is in view."""

    selected = Signal(int, int)  # start and end in the text, the same where nothing is

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        settings: Settings,
        stand_in: Callable[[int], QImage | None],
        parent: QWidget | None = None,
    ) -> None:
        """`stand_in` gives a picture of a page, to be seen blurred until it is drawn."""
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading = reading
        self.tabs = VersionTabs(self)
        self.view = StripView(reading, pages, settings.typography, self)
        self.view.drawings.pictures.thumbnail = stand_in
        self.sentence = QLabel(self)
        self.instead = QPushButton(self)
        self._following = Following(reading, self.view, self)
        self._showing = Showing(reading, self.view, self)
        self._work: Generator[None, None, Content] | None = None
        self._is_stale = True
        self._finding = QTimer(self, interval=0)
        self._finding.timeout.connect(self._find_on)
        self._lay_out()
        self._connect(settings)

    @property
    def is_sharp(self) -> bool:
        """Whether the lines in view are there and drawn, or it is said why there are none."""
        return self._stack.currentIndex() != 0 or self.view.is_sharp

    def let_go(self) -> None:
        """The tab closes: withdraw what was asked for."""
        self._finding.stop()
        self.view.drawings.close()

    # --- Building ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 3, 12, 0)
        row.addWidget(self.tabs, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)

    def _make_empty(self) -> QWidget:
        self.sentence.setObjectName("emptyState")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.sentence.setMaximumWidth(_WIDEST_SENTENCE)
        empty = QWidget(self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sentence, 8)
        row.addStretch(1)
        column = QVBoxLayout(empty)
        column.setSpacing(16)
        column.addStretch(2)
        column.addLayout(row)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return empty

    def _connect(self, settings: Settings) -> None:
        reading = self._reading
        self.tabs.version_chosen.connect(reading.choose_version)
        self.view.selected.connect(self.selected)
        settings.typography_changed.connect(self.view.set_typography)
        reading.document_changed.connect(self._read_anew)
        reading.version_changed.connect(self._begin_anew)
        reading.joint.joined_changed.connect(self._begin_anew)
        reading.correcting.changed.connect(self._begin_anew)
        reading.joint.work_changed.connect(self._tell_missing)
        self.instead.clicked.connect(self._show_instead)

    # --- The lines ---------------------------------------------------------------------

    def _begin_anew(self) -> None:
        """There is another text, or it is joined otherwise."""
        self._is_stale = True
        if self.isVisible():
            self._begin()

    def _read_anew(self) -> None:
        """Its pages may be open now, where they were not."""
        self.view.drawings.forget(pictures=False)
        self._begin_anew()

    def _begin(self) -> None:
        self._is_stale = False
        reading = self._reading
        self._show_tabs(reading.version)
        missing = self._tell_missing()
        if missing is not None or reading.version is None:
            self._finding.stop()
            self.view.show_content(None, 0)
            return
        shown = reading.correcting.laid_over(reading.version)
        self._work = contents_of(reading.document, shown, reading.joint.joined)
        self._finding.start()

    def _find_on(self) -> None:
        """Find sections for a moment."""
        began = perf_counter()
        try:
            while self._work is not None and perf_counter() - began < _AT_ONCE:
                next(self._work)
        except StopIteration as end:
            self._finding.stop()
            self._work = None
            self._take(end.value)

    def _take(self, content: Content) -> None:
        view = self.view
        goes_on = view.version_id == content.version.id and view.column is not None
        view.show_content(content, self._reading.position.offset)
        if not goes_on:
            view.deselect()
            self._following.arrive()
        self._showing.mark()
        self._showing.mark_differences()
        places = self._reading.correcting.layer(content.version).places
        view.shown.corrected = [place for place, _ in places]

    def _tell_missing(self) -> Missing | None:
        """Say why there are no lines; with them, show them."""
        missing = missing_lines(self._reading)
        self._stack.setCurrentIndex(0 if missing is None else 1)
        if missing is not None:
            self.sentence.setText(missing.sentence)
            self.instead.setVisible(missing.instead is not None)
            if missing.instead is not None:
                label = shown_label(missing.instead)
                self.instead.setText(self.tr("Show “{0}”").format(label))
        return missing

    def _show_tabs(self, version: Version | None) -> None:
        self.tabs.show_versions(self._reading.document.versions)
        if version is not None:
            self.tabs.bring_to_front(version)

    def _show_instead(self) -> None:
        missing = missing_lines(self._reading)
        if missing is not None and missing.instead is not None:
            self._reading.choose_version(missing.instead.id)

    # --- What Qt tells -----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._begin()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))
