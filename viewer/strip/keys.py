"""What the keys do on the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.manners import Step, choose_colour, step_down
from viewer.reading import Reading

if TYPE_CHECKING:
    from viewer.strip.strip_view import StripView

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    """Lines by the arrows, screens by PgUp, PgDn and Space, both ends by Home and End."""

    def __init__(self, view: StripView, reading: Reading) -> None:
        self._view = view
        self._reading = reading
        self._moves: dict[Qt.Key, Step] = {
            Qt.Key.Key_Down: lambda: view.step(1),
            Qt.Key.Key_Up: lambda: view.step(-1),
            Qt.Key.Key_PageDown: lambda: view.turn(1),
            Qt.Key.Key_PageUp: lambda: view.turn(-1),
            Qt.Key.Key_Space: lambda: view.turn(1),
            Qt.Key.Key_Home: lambda: view.go_to_end(-1),
            Qt.Key.Key_End: lambda: view.go_to_end(1),
            Qt.Key.Key_Escape: lambda: step_down(reading, view.deselect),
            Qt.Key.Key_Return: view.try_again,
            Qt.Key.Key_Enter: view.try_again,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key is the strip's business."""
        key, with_ = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if key is Qt.Key.Key_Space and with_ == _SHIFT:
            return self._view.turn(-1)
        if with_ == _NONE and key in self._moves:
            return self._moves[key]()
        return choose_colour(self._reading, event)
