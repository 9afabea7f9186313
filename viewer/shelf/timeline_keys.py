"""What the keys mean on the timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.table_manners import COMMANDS

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
IN = (Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
OUT = (Qt.Key.Key_Down, Qt.Key.Key_Minus)
STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}
_OWN = (*ENTER, *IN, *OUT, *STEPS, Qt.Key.Key_Escape)


def is_own(event: QKeyEvent) -> bool:
    """Whether the timeline takes the key before the window's shortcuts do."""
    return event.key() in _OWN and not event.modifiers() & COMMANDS
