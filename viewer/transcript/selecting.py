"""Has the words selected in a view that the reader selected on the scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from library.joining.lighting import Span
from viewer.reading import Reading
from viewer.transcript.text_view import TextView


class Selecting(QObject):
    """Follows the reading; of a long text that still grows, when the words are there."""

    def __init__(self, reading: Reading, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._awaited: Span | None = None
        reading.words_selected.connect(self._select)
        view.grew.connect(self._select_awaited)

    def _select(self, words: Span) -> None:
        sheet = self._view.sheet
        self._awaited = None
        if sheet is None or sheet.version.id != words.version:
            return
        if not sheet.reaches(words.end):
            self._awaited = words
        if not self._view.shows_text(words.start, words.end):
            self._view.go_to(words.start, down=0.3)
        if self._awaited is None:
            self._view.select(*sheet.offsets.positions(words.start, words.end))
            if self._view.isVisible():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_awaited(self) -> None:
        if self._awaited is not None:
            self._select(self._awaited)
