"""Undo: one command serves every edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import Enum, auto

from PySide6.QtGui import QUndoCommand

from library.model.annotation import Annotation
from library.model.change import Change, Edit
from viewer import labels

_TYPED = frozenset({labels.EDIT_NOTE, labels.RENAME_BOOKMARK})
_TYPING = 1  # commands with this id may be joined
_PAUSE = timedelta(minutes=2)  # words written after such a rest are a step of their own


class Outcome(Enum):
    """What came of saving a change."""

    SAVED = auto()
    WAITING = auto()  # it counts as made, and is saved as soon as that is possible
    NOT_NOW = auto()  # the disk is full, say: it may work later
    NEVER = auto()  # what it would change is different by now


_MADE = (Outcome.SAVED, Outcome.WAITING)


class ChangeCommand(QUndoCommand):
    """A change on the undo stack.  Qt calls `redo` once when it is pushed.

    What is typed into one note in one go is one step, however often it was saved.
    """

    def __init__(
        self, change: Change, apply: Callable[[Change], Outcome], *, stands: bool = False
    ) -> None:
        """`stands` says that the change is stored already: it was made the last time."""
        super().__init__(labels.shown(change.label))
        self.change = change
        self.stands = stands  # whether the change is stored now
        self.is_recalled = stands
        self._was_stored = stands
        self._apply = apply

    def redo(self) -> None:
        self._bring(stands=True)

    def undo(self) -> None:
        self._bring(stands=False)

    def id(self) -> int:
        return _TYPING if self.change.label in _TYPED else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCommand) or other.isObsolete():
            return False
        both = joined(self.change, other.change)
        if both is None:
            return False
        self.change = both
        (edit,) = both.edits
        self.setObsolete(_is_nothing(edit) and self._restores(edit, other))
        return True

    def _restores(self, edit: Edit, last: ChangeCommand) -> bool:
        """All that was typed was taken away again: whether the note is the very one before.

        The time it was touched counts too: by it the step before knows its note again.
        """
        if edit.before == edit.after or last.is_recalled:
            return edit.before == edit.after
        back = Change(self.change.label, (Edit(edit.after, edit.before),))
        return self._apply(back) in _MADE

    def _bring(self, *, stands: bool) -> None:
        """Have the change stored, or taken back; nothing to do where it is so already."""
        if self.stands is stands:
            return
        outcome = self._apply(self.change if stands else self.change.reversed())
        if outcome in _MADE:
            self.stands = stands
            self._was_stored = True
        elif outcome is Outcome.NEVER or not self._was_stored:
            self.setObsolete(True)  # Qt drops the step: it cannot happen


def joined(first: Change, second: Change) -> Change | None:
    """Both as one, where the second goes on with what was typed into one note; else None."""
    if first.label not in _TYPED or first.label != second.label:
        return None
    ((mine,), (theirs,)) = (first.edits, second.edits)
    if mine.after != theirs.before or _rested(mine, theirs):
        return None
    return Change(first.label, (Edit(mine.before, theirs.after),))


def _rested(edit: Edit, later: Edit) -> bool:
    """Whether the reader paused between two edits of a note."""
    if not isinstance(edit.after, Annotation) or not isinstance(later.after, Annotation):
        return False
    return later.after.changed - edit.after.changed > _PAUSE


def _is_nothing(edit: Edit) -> bool:
    """Whether a note is as it was, but for the time it was touched."""
    before, after = edit.before, edit.after
    if isinstance(before, Annotation) and isinstance(after, Annotation):
        return replace(before, changed=after.changed) == after
    return before == after
