"""A list in groups that can be searched, with what can be done to the rows below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from library.model.annotation import Colour
from library.model.folding import fold
from viewer.colours import swatch
from viewer.icons import icon

_THUMBNAIL = QSize(40, 52)
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: words on the left, a short word on the right, under the heading of its group."""

    key: Any  # what the row stands for
    group: str
    text: str
    aside: str = ""
    icon: str = ""
    colour: Colour | None = None  # of a sample, instead of an icon
    picture: bytes | None = None  # a small JPEG, instead of either


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done to the chosen rows; their keys are handed over."""

    text: str
    run: Callable[[list[Any]], None]
    alone: bool = False  # for one row at a time
    suits: Callable[[Any], bool] = lambda _key: True  # a row


class ListingDialog(QDialog):
    """Shows entries; Enter or a double click does the first of the deeds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Give it a title by `entitle`, and deeds by `add_deed`."""
        super().__init__(parent)
        self.resize(600, 640)
        self.filter = self._make_filter()
        self.table = self._make_table()
        self.empty = QLabel()
        self.empty.setObjectName("emptyState")
        self.empty.setWordWrap(True)
        self._told = QLabel()
        self._told.setObjectName("softText")
        self._told.setWordWrap(True)
        self._told.hide()
        self._heads: dict[str, QTreeWidgetItem] = {}
        self._rows: list[QTreeWidgetItem] = []
        self._deeds: list[Deed] = []
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._lay_out()
        self.table.itemDoubleClicked.connect(lambda _: self._do_first())
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.filter.setFocus()

    def entitle(self, title: str, empty: str) -> None:
        """`empty` is the sentence shown where there is nothing to list."""
        self.setWindowTitle(title)
        self.filter.setAccessibleName(self.tr("Filter: {0}").format(title))
        self.table.setAccessibleName(title)
        self.empty.setText(empty)

    def explain(self, sentence: str) -> None:
        """Say what the list is, over it."""
        self._told.setText(sentence)
        self._told.show()

    def add_deed(self, deed: Deed) -> None:
        """A button below the list; the first deed is what Enter does."""
        button = self.add_button(deed.text, lambda: self._do(deed))
        self._deeds.append(deed)
        self._buttons.append(button)
        self._show_buttons()

    def add_button(self, text: str, does: Callable[[], None]) -> QPushButton:
        """One that has nothing to do with the chosen rows."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: does())
        self._row.insertWidget(self._row.count() - 2, button)
        return button

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these rows in the place of those that are shown."""
        chosen = [repr(key) for key in self.chosen()]
        self.table.clear()
        self._heads, self._rows = {}, []
        for entry in entries:
            head = self._heads.get(entry.group) or self._add_group(entry.group)
            item = QTreeWidgetItem(head, [entry.text, entry.aside])
            self._rows.append(item)
            item.setData(0, _KEY, entry.key)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, entry.text)
            if entry.picture is not None:
                item.setIcon(0, _thumbnail(entry.picture))
                self.table.setIconSize(_THUMBNAIL)
            elif entry.colour is not None:
                item.setIcon(0, swatch(entry.colour))
            elif entry.icon:
                item.setIcon(0, icon(entry.icon))
            item.setSelected(repr(entry.key) in chosen)
        self.table.expandAll()
        self._show_matches(self.filter.text())

    def chosen(self) -> list[Any]:
        """The keys of the rows that are selected and shown."""
        items = self.table.selectedItems()
        return [item.data(0, _KEY) for item in items if item.parent() and not item.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self._do_first()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _do_first(self) -> None:
        if self._deeds:
            self._do(self._deeds[0])

    def _do(self, deed: Deed) -> None:
        if self._can_do(deed):
            deed.run(self.chosen())

    def _can_do(self, deed: Deed) -> bool:
        chosen = self.chosen()
        few = len(chosen) == 1 or (len(chosen) > 1 and not deed.alone)
        return few and all(map(deed.suits, chosen))

    def _show_buttons(self) -> None:
        for button, deed in zip(self._buttons, self._deeds, strict=True):
            button.setEnabled(self._can_do(deed))

    # --- Making ----------------------------------------------------------------------

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Type to filter"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._show_matches)
        return field

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setColumnCount(2)
        table.setHeaderHidden(True)
        table.setRootIsDecorated(False)
        table.setItemsExpandable(False)
        table.setIndentation(0)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setStyleSheet(
            "QTreeView { background: transparent; } QTreeView::item { padding: 5px 4px; }"
        )
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self._row.addStretch()
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(self.filter)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addLayout(self._row)

    def _add_group(self, group: str) -> QTreeWidgetItem:
        head = self._heads[group] = QTreeWidgetItem(self.table, [group])
        font = QFont(self.table.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        head.setFirstColumnSpanned(True)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return head

    def _show_matches(self, text: str) -> None:
        wanted = fold(text).split()
        for head in self._heads.values():
            shown = [_show(row, wanted) for row in self._rows if row.parent() is head]
            head.setHidden(not any(shown))
        self.empty.setVisible(not self._rows)
        self._show_buttons()


def _thumbnail(jpeg: bytes) -> QIcon:
    pixmap = QPixmap()
    pixmap.loadFromData(jpeg)
    return QIcon(pixmap)


def _show(item: QTreeWidgetItem, wanted: Sequence[str]) -> bool:
    text = fold(f"{item.text(0)} {item.text(1)}")
    matches = all(word in text for word in wanted)
    item.setHidden(not matches)
    return matches
