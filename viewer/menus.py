"""The menu bar, filled from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from viewer.actions import MENUS, RECENT, UNDO, translated
from viewer.recent import RecentMenu
from viewer.session import Session


def fill_menu_bar(window: QMainWindow, session: Session, actions: Mapping[str, QAction]) -> None:
    """Give the window the menus of the table."""
    for title, rows in MENUS:
        menu = window.menuBar().addMenu(translated(title))
        for row in rows:
            if row is None:
                menu.addSeparator()
            elif row == UNDO:
                _add_undo(window, session, menu)
            elif row == RECENT:
                menu.addMenu(RecentMenu(session, menu))
            elif not isinstance(row, str):
                menu.addAction(actions[row.name])


def _add_undo(window: QMainWindow, session: Session, menu: QMenu) -> None:
    group = session.history.group
    for action, name, keys in (
        (group.createUndoAction(window, _tr("Undo")), "undo", ("Ctrl+Z",)),
        (group.createRedoAction(window, _tr("Redo")), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ):
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setObjectName(name)
        window.addAction(action)
        menu.addAction(action)


def _tr(words: str) -> str:
    return QCoreApplication.translate("MainWindow", words)
