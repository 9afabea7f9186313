"""How the table is looked at: its columns, its order, its groups."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from library.shelving.question import Column, ShelfQuestion
from viewer.shelf.columns import Columns
from viewer.shelf.naming import column_name


class ViewMenu(QMenu):
    """Filled each time it is opened."""

    def __init__(
        self,
        columns: Callable[[], Columns],
        question: Callable[[], ShelfQuestion],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._columns, self._question = columns, question
        self.toggle: Callable[[Column], object] = lambda _: None
        self.sort: Callable[[Column, bool], object] = lambda *_: None
        self.group: Callable[[Column | None], object] = lambda _: None
        self.fold_all: Callable[[bool], object] = lambda _: None
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        self.clear()
        self._add_columns(self.addMenu(self.tr("Columns")))
        self._add_order(self.addMenu(self.tr("Sort by")))
        self._add_groups(self.addMenu(self.tr("Group by")))
        if self._question().group is not None:
            self.addSeparator()
            self.addAction(self.tr("Fold all groups")).triggered.connect(
                lambda: self.fold_all(True)
            )
            self.addAction(self.tr("Unfold all groups")).triggered.connect(
                lambda: self.fold_all(False)
            )

    def _add_columns(self, menu: QMenu) -> None:
        for column in Column:
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(column in self._columns().shown)
            action.setEnabled(column is not Column.TITLE)
            action.triggered.connect(lambda _=False, c=column: self.toggle(c))

    def _add_order(self, menu: QMenu) -> None:
        order = self._question().order
        for column in Column:
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(bool(order) and order[0].column is column)
            action.triggered.connect(lambda _=False, c=column: self.sort(c, False))
        then = menu.addMenu(self.tr("Then by"))
        for column in Column:
            action = then.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(column in [each.column for each in order[1:]])
            action.triggered.connect(lambda _=False, c=column: self.sort(c, True))

    def _add_groups(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for column in (None, *Column):
            action = menu.addAction(column_name(column) if column else self.tr("Nothing"))
            action.setCheckable(True)
            action.setChecked(self._question().group is column)
            group.addAction(action)
            action.triggered.connect(lambda _=False, c=column: self.group(c))
