"""Keeps what is lit and marked on the strip up to date."""

from __future__ import annotations

from PySide6.QtCore import QObject

from library.joining.lighting import Lit
from viewer.reading import Reading
from viewer.strip.marks import Marks
from viewer.strip.strip_view import StripView


class Showing(QObject):
    """Follows the joint and the notes of a reading."""

    def __init__(self, reading: Reading, view: StripView, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = view
        reading.joint.hover_changed.connect(self._light)
        reading.joint.selection_changed.connect(self._take_selection)
        reading.notes_changed.connect(self.mark)
        reading.note_chosen.connect(self._choose)
        reading.differing.changed.connect(self.mark_differences)

    def mark(self) -> None:
        """Take the reader's annotations as they are now."""
        reading, shown = self._reading, self._view.shown
        annotations = reading.anchoring.present(reading.annotations)
        shown.marks = Marks(annotations, self._view.version_id, reading.joint.lighting)
        self._choose(reading.chosen)

    def mark_differences(self) -> None:
        """Mark where scan and text differ, or no more."""
        differing, shown = self._reading.differing, self._view.shown
        marked = differing.of(self._view.version_id) if differing.is_marked else ()
        shown.differences, shown.difference = marked, differing.chosen
        self._view.viewport().update()

    def _choose(self, note_id: str) -> None:
        self._view.shown.chosen = note_id
        self._view.viewport().update()

    def _take_selection(self, lit: Lit) -> None:
        """Where nothing is selected any more, a note was made of it, say."""
        self._view.shown.selected = lit
        if not lit:
            self._view.select(0, 0)
        self._view.viewport().update()

    def _light(self, lit: Lit) -> None:
        self._view.shown.hover = lit
        self._view.viewport().update()
