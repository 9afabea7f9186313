"""The list of differences between scan and text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QVBoxLayout, QWidget

from library.model.annotation import passage_of
from library.model.difference import Difference, DifferenceKind
from viewer.icons import icon
from viewer.place_menu import add_placing
from viewer.reading import Reading
from viewer.sidebar.difference_delegate import DifferenceDelegate
from viewer.sidebar.difference_states import empty_words, progress_words
from viewer.sidebar.difference_wording import kind_icon, kind_name
from viewer.sidebar.differences_model import DifferencesModel, Role
from viewer.sidebar.differences_view import DifferencesView


class DifferencesPanel(QWidget):
    """Shows what only scan or text has, and leads the reader there."""

    counted = Signal(int)  # how many there are now

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.filter = QComboBox()
        self.model = DifferencesModel(reading, self)
        self.view = DifferencesView(self.model, DifferenceDelegate(self), self)
        self.empty = QLabel()  # why there are none
        self.progress = QLabel()  # how far the list can be trusted
        self._lay_out()
        self.setFocusProxy(self.view)
        self.filter.currentIndexChanged.connect(self._show)
        self.view.came_to.connect(self._choose)
        self.view.go_asked.connect(self._go)
        self.view.copy_asked.connect(self._copy)
        self.view.menu_asked.connect(self._show_menu)
        reading.differing.changed.connect(self._show)
        reading.joint.work_changed.connect(self._tell_state)
        reading.document_changed.connect(self._show)
        self._show()

    @property
    def kind(self) -> DifferenceKind | None:
        """The kind that is shown; None for all."""
        kind: DifferenceKind | None = self.filter.currentData()
        return kind

    def _lay_out(self) -> None:
        self.filter.addItem(icon("diff"), self.tr("All differences"), None)
        for kind in DifferenceKind:
            self.filter.addItem(icon(kind_icon(kind)), kind_name(kind), kind)
        self.filter.setAccessibleName(self.tr("Which differences are shown"))
        self.empty.setObjectName("emptyState")
        self.progress.setObjectName("softText")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 10, 16, 6)
        top.addWidget(self.filter)
        column.addLayout(top)
        for label in (self.progress, self.empty):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(16, 4, 16, 6)
            column.addWidget(label)
        column.addWidget(self.view, 1)
        column.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reading.differing.list_opened(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reading.differing.list_opened(False)

    # --- What is shown -----------------------------------------------------------------

    def _show(self) -> None:
        scrolled = self.view.verticalScrollBar().value()
        if self.model.show(self.kind):
            self.view.verticalScrollBar().setValue(scrolled)
        chosen = self.model.index_of(self._reading.differing.chosen)
        if chosen != self.view.currentIndex():
            self.view.setCurrentIndex(chosen)
        self._tell_state()
        self.counted.emit(len(self._reading.differing.in_front()))

    def _tell_state(self) -> None:
        every = bool(self._reading.differing.in_front())
        shown = self.model.rowCount() > 0
        progress = progress_words(self._reading) if every else ""
        none = self.tr("There are none of this kind.")
        self.progress.setText(progress)
        self.progress.setVisible(bool(progress))
        self.empty.setText(none if every else empty_words(self._reading))
        self.empty.setVisible(not shown)
        self.view.setVisible(shown)
        self.filter.setVisible(every)

    # --- What the reader does ------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        self._reading.differing.choose(index.data(Role.DIFFERENCE))

    def _go(self, index: QModelIndex) -> None:
        self._reading.differing.go_to(index.data(Role.DIFFERENCE))

    def _copy(self, index: QModelIndex) -> None:
        QGuiApplication.clipboard().setText(self.model.spoken(index.data(Role.DIFFERENCE)))

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        menu = self.menu_of(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a difference."""
        menu = QMenu(self)
        go = menu.addAction(icon("map-pin"), self.tr("Go there"))
        go.triggered.connect(lambda: self._go(index))
        copy = menu.addAction(icon("copy"), self.tr("Copy"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(lambda: self._copy(index))
        menu.addSeparator()
        self._add_placing(menu, index.data(Role.DIFFERENCE))
        return menu

    def _add_placing(self, menu: QMenu, difference: Difference) -> None:
        """Words that were not found may be given a place, and a place the selected words."""
        version, start, end = self._reading.version, difference.start, difference.end
        if difference.kind is DifferenceKind.ON_SCAN:
            add_placing(menu, self._reading, self._reading.mending.selected, difference.region)
        elif version is not None:
            passage = passage_of(version.id, version.text, start, end)
            add_placing(menu, self._reading, passage)
