"""The Library tab: find a document, look at it, open it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import (
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from library.model.reading import ShelfEntry
from viewer.clock import Clock, utc_now
from viewer.icons import icon
from viewer.shelf.choice import Choice
from viewer.shelf.dropping import DropFrame, dropped_files
from viewer.shelf.empty import EmptyState
from viewer.shelf.preview import Preview
from viewer.shelf.rows import Column
from viewer.shelf.shelf_model import ShelfModel
from viewer.shelf.shelf_table import ShelfTable
from viewer.shelf.wording import counted

NARROW = 1000  # px: below this the table needs the preview's room
LOOK_AFTER = 80  # ms: rows that are only passed are not looked at


class ShelfPanel(QWidget):
    """The library's documents as a table, with a preview beside."""

    open_asked = Signal(list)  # ids
    remove_asked = Signal(list)  # ids
    files_dropped = Signal(list)  # Path
    open_files_asked = Signal()
    preview_asked = Signal(str)  # id; answered by `show_preview`
    sort_changed = Signal()
    counted = Signal(str)  # how many documents are shown, in words
    typed = Signal(str)  # letters typed on the table begin a search
    left_upwards = Signal()

    def __init__(self, clock: Clock = utc_now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.model = ShelfModel(clock, self)
        self.table = ShelfTable(self.model)
        self._choice = Choice(self.table, self.model)
        self.preview = Preview()
        self._instead: QWidget | None = None
        self._empty = EmptyState("library", self.tr("Open a file…"))
        self._empty.say(
            self.tr("Your library is empty"),
            self.tr(
                "Drop files or folders here to add them, or open one. PDFs, page images and "
                "folders of images all become documents; the files themselves stay as they are."
            ),
        )
        self._stack = QStackedWidget()
        self._looked_at = ""
        self._awaited = ""  # the document to look at while something else takes the table's place
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_AFTER)
        self._look.timeout.connect(self._ask_for_preview)
        self._lay_out()
        self._drop = DropFrame(self)
        self._connect()
        self.restore_sort("last_read:descending")
        self._show_state()

    # --- What the caller does --------------------------------------------------------

    def show_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """Show these documents; what is chosen stays chosen."""
        self._keeping_choice(lambda: self.model.show_entries(entries))
        # Qt gives a table that gets the keyboard a current row, but does not choose it.
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.model.index(max(0, self.table.currentIndex().row()), 0))
        self._look.start()

    def show_preview(
        self, entry: ShelfEntry, summary: str, citation: str, picture: QImage | None
    ) -> None:
        """Answer `preview_asked`; an answer that comes too late is passed over."""
        if entry.id == (self._awaited if self._instead else self._choice.current()):
            self._looked_at = entry.id
            self.preview.show_document(entry, summary, citation, picture)

    def sort_state(self) -> str:
        """The order of the table, for `restore_sort`."""
        header = self.table.horizontalHeader()
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        column = Column(header.sortIndicatorSection())
        return f"{column.name.lower()}:{'descending' if down else 'ascending'}"

    def restore_sort(self, state: str) -> None:
        """Sort as `sort_state` said; what it does not understand changes nothing."""
        name, _, order = state.partition(":")
        down = order == "descending"
        with suppress(KeyError):
            self.table.sortByColumn(
                Column[name.upper()],
                Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder,
            )

    # --- Making ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (self.table, self._empty):
            self._stack.addWidget(page)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._line.setObjectName("hairlineUpright")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self._line)
        row.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        self._stack.setObjectName("paper")

    def _connect(self) -> None:
        table = self.table
        table.setSortingEnabled(True)
        table.open_asked.connect(lambda: self.open_asked.emit(self.chosen()))
        table.remove_asked.connect(lambda: self.remove_asked.emit(self.chosen()))
        table.typed.connect(self.typed)
        table.left_upwards.connect(self.left_upwards)
        table.customContextMenuRequested.connect(self._show_menu)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._look.start())
        table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.sort_changed.emit())
        self._empty.asked.connect(self.open_files_asked)

    # --- What is chosen --------------------------------------------------------------

    def chosen(self) -> list[str]:
        """The ids of the chosen documents, from top to bottom."""
        return self._choice.ids()

    def _keeping_choice(self, change: Callable[[], None]) -> None:
        self._choice.keep_through(change)
        self._show_state()

    def _show_state(self) -> None:
        """The table, or why there is none; and how much of the library it is."""
        shown, total = self.model.rowCount(), self.model.total
        table = self.table if total else self._empty
        self._stack.setCurrentWidget(self._instead or table)
        self.counted.emit(counted(shown, total) if total else "")
        self.setFocusProxy(self.table if total else self._empty.button)
        self._make_room()

    # --- Finding ---------------------------------------------------------------------

    def show_instead(self, widget: QWidget | None) -> None:
        """Show this in the place of the table, or the table again."""
        if widget is not None and self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._instead = widget
        self._show_state()

    def look_at(self, document_id: str) -> None:
        """Show the preview of what is chosen in the table's place."""
        self._awaited = document_id
        if self.preview.isVisible():
            self.preview_asked.emit(document_id)

    def enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))

    def open_first(self) -> None:
        self.enter_table()
        if self.model.rowCount():
            self.open_asked.emit(self.chosen() or [self.model.entry(0).id])

    # --- The preview and the menu ----------------------------------------------------

    def _ask_for_preview(self) -> None:
        current = self._awaited if self._instead else self._choice.current()
        if not current:
            self._looked_at = ""
            self.preview.clear()
        elif self.preview.isVisible():
            self.preview_asked.emit(current)

    def _make_room(self) -> None:
        """The preview shows where the panel is wide and the library holds something."""
        shown = self.width() >= NARROW and self.model.total > 0
        if shown and self.preview.isHidden():
            self._look.start()
        self.preview.setVisible(shown)
        self._line.setVisible(shown)

    def menu(self) -> QMenu:
        """What can be done with the chosen documents."""
        menu, chosen = QMenu(self), self.chosen()
        opening = menu.addAction(icon("book-open"), self.tr("Open"))
        opening.triggered.connect(lambda: self.open_asked.emit(chosen))
        copying = menu.addAction(icon("copy"), self.tr("Copy title"))
        copying.triggered.connect(self._copy_titles)
        menu.addSeparator()
        removing = menu.addAction(icon("trash-2"), self.tr("Remove from library"))
        removing.triggered.connect(lambda: self.remove_asked.emit(chosen))
        return menu

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _copy_titles(self) -> None:
        rows = self.model.rows_of(self.chosen())
        QGuiApplication.clipboard().setText("\n".join(self.model.entry(row).title for row in rows))

    # --- Qt's events -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop.setGeometry(self.rect())
        self._make_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._drop.raise_()
            self._drop.show()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
