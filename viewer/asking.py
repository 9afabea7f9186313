"""What is asked of the shelf now; the parts of the Library tab follow it and change it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from library.shelving.question import ShelfQuestion


class Asking(QObject):
    """The question, and word of each change to it."""

    changed = Signal(object, object)  # ShelfQuestion: as it is now, as it was

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = ShelfQuestion()

    @property
    def question(self) -> ShelfQuestion:
        return self._question

    def ask(self, question: ShelfQuestion) -> None:
        """Ask something else; the same again is not told."""
        if question != self._question:
            before, self._question = self._question, question
            self.changed.emit(question, before)
