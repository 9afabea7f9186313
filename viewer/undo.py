"""Undo: one command serves every edit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from library.model.change import Change, Edit

_TYPING = 1  # commands with this id may be joined
_JOINED = frozenset({"Edit Note", "Rename Bookmark"})


class ChangeCommand(QUndoCommand):
    """A change on the undo stack.  Qt calls `redo` once when it is pushed.

    What is typed into one note in one go is one step, however often it was saved.
    """

    def __init__(self, change: Change, apply: Callable[[Change], bool]) -> None:
        super().__init__(change.label)
        self.change = change
        self._apply = apply

    def redo(self) -> None:
        self._write(self.change)

    def undo(self) -> None:
        self._write(self.change.reversed())

    def id(self) -> int:
        return _TYPING if self.change.label in _JOINED else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCommand) or other.change.label != self.change.label:
            return False
        ((mine,), (theirs,)) = (self.change.edits, other.change.edits)
        if mine.after != theirs.before:
            return False
        self.change = Change(self.change.label, (Edit(mine.before, theirs.after),))
        return True

    def _write(self, change: Change) -> None:
        if not self._apply(change):
            self.setObsolete(True)  # Qt drops the step: it did not happen
