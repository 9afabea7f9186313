"""What the keys do on the scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from viewer.manners import Step, choose_colour, step_down

if TYPE_CHECKING:
    from viewer.scan.pointer import Pointer
    from viewer.scan.scan_view import ScanView

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keys:
    """Pages by PgUp, PgDn, Home and End; a screen by Space; a hand while Space is held."""

    def __init__(self, view: ScanView, pointer: Pointer) -> None:
        self._view = view
        self._pointer = pointer
        self.close_popup: Step = _nothing_open  # over the other side
        self._turns = {
            Qt.Key.Key_PageDown: view.next_page,
            Qt.Key.Key_PageUp: view.previous_page,
            Qt.Key.Key_Home: view.first_page,
            Qt.Key.Key_End: view.last_page,
        }
        self._steps: dict[Qt.Key, Step] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Return: view.try_current_again,
            Qt.Key.Key_Enter: view.try_current_again,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key is the scan's business."""
        key, with_ = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if key is Qt.Key.Key_Space and with_ in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            if not event.isAutoRepeat():
                self._hold_space(held=True)
            return True
        if key is Qt.Key.Key_Control:
            self._pointer.hold_selecting(held=True)
            return False
        if with_ != Qt.KeyboardModifier.NoModifier:
            return choose_colour(self._view.reading, event)
        if key in self._turns:
            self._turns[key]()
            return True
        step = self._steps.get(key)
        return step() if step is not None else choose_colour(self._view.reading, event)

    def _escape(self) -> bool:
        return step_down(self._view.reading, self._pointer.cancel, self.close_popup)

    def release(self, event: QKeyEvent) -> bool:
        """Whether the key is the scan's business.  Space that was not a hand turns a screen."""
        if event.key() == Qt.Key.Key_Control:
            self._pointer.hold_selecting(held=False)
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat() and self._pointer.holds_space:
            self._hold_space(held=False)
            if not self._pointer.has_panned:
                self._view.screen_on(-1 if event.modifiers() & _SHIFT else 1)
        return True

    def leave(self) -> None:
        """The keys go elsewhere now: nothing is held any more."""
        self._hold_space(held=False)
        self._pointer.hold_selecting(held=False)

    def _hold_space(self, *, held: bool) -> None:
        self._pointer.holds_space = held
        self._pointer.show_hand()
        if held:
            self._pointer.has_panned = False


def _nothing_open() -> bool:
    return False
