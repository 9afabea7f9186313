"""All keyboard shortcuts in one table that can be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

Row = tuple[str, str, str]  # group, what it does, keys as they are shown


class ShortcutsDialog(QDialog):
    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(560, 640)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type to filter"))
        self.filter.setAccessibleName(self.tr("Filter the shortcuts"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_matches)
        self.table = self._make_table()
        self._heads: list[QTreeWidgetItem] = []
        self._rows: list[QTreeWidgetItem] = []
        for group, text, keys in rows:
            self._add(group, text, keys)
        self.table.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.filter.setFocus()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setColumnCount(2)
        table.setHeaderHidden(True)
        table.setRootIsDecorated(False)
        table.setItemsExpandable(False)
        table.setIndentation(0)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setUniformRowHeights(True)
        table.setAccessibleName(self.tr("Keyboard shortcuts"))
        table.setStyleSheet(
            "QTreeView { background: transparent; } QTreeView::item { padding: 5px 4px; }"
        )
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _add(self, group: str, text: str, keys: str) -> None:
        head = next((h for h in self._heads if h.text(0) == group), None) or self._add_group(group)
        item = QTreeWidgetItem(head, [text, keys])
        self._rows.append(item)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _add_group(self, group: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.table, [group])
        font = QFont(self.table.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(0, font)
        head.setFirstColumnSpanned(True)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._heads.append(head)
        return head

    def _show_matches(self, text: str) -> None:
        wanted = text.casefold().split()
        for head in self._heads:
            shown = [_show(row, wanted) for row in self._rows if row.parent() is head]
            head.setHidden(not any(shown))


def _show(item: QTreeWidgetItem, wanted: Sequence[str]) -> bool:
    text = f"{item.text(0)} {item.text(1)}".casefold()
    matches = all(word in text for word in wanted)
    item.setHidden(not matches)
    return matches
