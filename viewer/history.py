"""What was done, tab by tab: every change is saved, and can be taken back.

Each document has its own steps, and the Library tab has others.  A document's steps are
read from the library's log when it is opened, so that undo survives a restart.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QUndoGroup, QUndoStack

from library.model.change import Change
from viewer.reading import Reading
from viewer.saving import Saving
from viewer.undo import ChangeCommand, Outcome


class History(QObject):
    """Has changes saved, and keeps the way back."""

    def __init__(self, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.group = QUndoGroup(self)
        self._saving = saving
        self._stacks: dict[Reading | None, QUndoStack] = {None: self._new_stack()}

    def do(self, reading: Reading | None, change: Change) -> None:
        """Save a change made in this tab (None: the Library), and keep the way back."""
        self._stack(reading).push(ChangeCommand(change, self.apply))

    def apply(self, change: Change) -> Outcome:
        """Save a change without a way back."""
        outcome = self._saving.save(change)
        if outcome is Outcome.NOT_NOW:
            QTimer.singleShot(0, self, self._set_right)  # Qt is still counting
        return outcome

    def bring_to_front(self, reading: Reading | None) -> None:
        """Undo and redo now mean this tab, or the Library tab."""
        self.group.setActiveStack(self._stack(reading))

    def recall(self, reading: Reading, steps: Iterable[Change]) -> None:
        """Put the steps of earlier times, oldest first, on the tab's stack."""
        stack = self._stack(reading)
        for change in steps:
            stack.push(ChangeCommand(change, self.apply, stands=True))

    def forget(self, reading: Reading) -> None:
        """The tab was closed; its steps are still in the library's log."""
        stack = self._stacks.pop(reading, None)
        if stack is not None:
            stack.deleteLater()

    def _stack(self, reading: Reading | None) -> QUndoStack:
        if reading not in self._stacks:
            self._stacks[reading] = self._new_stack()
        return self._stacks[reading]

    def _new_stack(self) -> QUndoStack:
        return QUndoStack(self.group)

    def _set_right(self) -> None:
        for stack in self._stacks.values():
            _set_right(stack)


def _set_right(stack: QUndoStack) -> None:
    """Where a step could not be saved just now, count it again as what it is."""
    index = stack.index()
    before, after = stack.command(index - 1), stack.command(index)
    if isinstance(before, ChangeCommand) and not before.stands:
        stack.undo()  # does nothing but count
    elif isinstance(after, ChangeCommand) and after.stands:
        stack.redo()
