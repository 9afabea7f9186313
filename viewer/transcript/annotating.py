"""What the reader makes of words in the text: highlights, underlines, notes, bookmarks."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor

from library.model.annotation import AnnotationKind, Colour, Passage, passage_of
from viewer.places import Tool
from viewer.reading import Reading
from viewer.transcript.mark_painter import ribbon_place
from viewer.transcript.marks import Mark, marks_at
from viewer.transcript.text_view import TextView

NAME_LENGTH = 60  # characters of a passage that name its bookmark


class Annotating:
    """Makes notes of what is selected in a view, and finds those under the pointer."""

    def __init__(self, reading: Reading, view: TextView) -> None:
        self._reading = reading
        self._view = view

    # --- The selection ---------------------------------------------------------------

    def passage(self) -> Passage | None:
        """The selected words without the white space around them."""
        sheet, cursor = self._view.sheet, self._view.textCursor()
        if sheet is None or not cursor.hasSelection():
            return None
        stretch = sheet.offsets.stretch(cursor.selectionStart(), cursor.selectionEnd())
        return self._trimmed(*stretch)

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text, in code points, as far as it is shown already."""
        sheet = self._view.sheet
        if sheet is not None and sheet.reaches(end):
            cursor = QTextCursor(self._view.document())
            first, last = sheet.offsets.positions(start, end)
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(cursor)

    def highlight(self, colour: Colour | None = None) -> None:
        self._annotate(AnnotationKind.HIGHLIGHT, colour)

    def underline(self) -> None:
        self._annotate(AnnotationKind.UNDERLINE)

    def note(self) -> None:
        """Highlight, and open the note for writing."""
        self._annotate(AnnotationKind.HIGHLIGHT, opened=True)

    def bookmark(self) -> None:
        passage = self.passage()
        if passage is not None and self._reading.is_kept:
            words = " ".join(passage.quote.split())
            name = words if len(words) <= NAME_LENGTH else words[: NAME_LENGTH - 1] + "…"
            self._reading.notebook.bookmark(name, passage)
            self.deselect()

    def copy_with_citation(self) -> None:
        passage = self.passage()
        if passage is not None:
            self._reading.passage_cited.emit(passage)

    def apply_tool(self) -> bool:
        """Do with the selection what the tool in hand does; whether there is one."""
        making = {
            Tool.HIGHLIGHT: self.highlight,
            Tool.UNDERLINE: self.underline,
            Tool.NOTE: self.note,
        }.get(self._reading.tool)
        if making is None or not self._reading.is_kept:
            return False
        making()
        return True

    def deselect(self) -> bool:
        """Select nothing any more; whether something was selected."""
        cursor = self._view.textCursor()
        had_selection = cursor.hasSelection()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        return had_selection

    def _annotate(
        self, kind: AnnotationKind, colour: Colour | None = None, *, opened: bool = False
    ) -> None:
        passage = self.passage()
        if passage is None:
            return
        made = self._reading.notebook.annotate(kind, passage, colour)
        if made is None:
            return
        self.deselect()
        if opened:
            self._reading.open_note(made.id)

    # --- Under the pointer -----------------------------------------------------------

    def marks_under(self, place: QPointF) -> list[Mark]:
        """The marks at a place of the document, the shortest first."""
        if self._view.sheet is None:
            return []
        position = self._view.sheet.column.character_at(place)
        return marks_at(self._view.painter.shown.marks, position)

    def click(self, place: QPointF) -> bool:
        """Choose the note there; again chooses the next that lies there.  Whether there is one."""
        if self._reading.tool is Tool.NOTE and self._note_at(place):
            return True
        notes = [mark.note for mark in self.marks_under(place)] or self._ribbons_under(place)
        if notes:
            chosen = self._reading.chosen
            after = notes.index(chosen) + 1 if chosen in notes else 0
            self._reading.choose_note(notes[after % len(notes)])
        elif self._reading.chosen:
            self._reading.choose_note("")
        return bool(notes)

    def open_under(self, place: QPointF) -> bool:
        """Open the note at a place of the document for writing, if there is one."""
        marks = self.marks_under(place)
        if marks:
            self._open(marks)
        return bool(marks)

    def open_at_caret(self) -> bool:
        marks = marks_at(self._view.painter.shown.marks, self._view.textCursor().position())
        if marks:
            self._open(marks)
        return bool(marks)

    def _open(self, marks: list[Mark]) -> None:
        notes = [mark.note for mark in marks]
        chosen = self._reading.chosen
        self._reading.open_note(chosen if chosen in notes else notes[0])

    def _ribbons_under(self, place: QPointF) -> list[str]:
        found = []
        for ribbon in self._view.painter.shown.ribbons:
            block = self._view.document().findBlock(ribbon.start)
            origin = self._view.document().documentLayout().blockBoundingRect(block).topLeft()
            glyph = ribbon_place(block, ribbon, origin)
            if glyph is not None and glyph.adjusted(-4, -4, 4, 4).contains(place):
                found.append(ribbon.note)
        return found

    def _note_at(self, place: QPointF) -> bool:
        """Make a note at the word there, and open it."""
        sheet = self._view.sheet
        position = sheet.column.character_at(place) if sheet is not None else -1
        if sheet is None or position < 0:
            return False
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        stretch = sheet.offsets.stretch(cursor.selectionStart(), cursor.selectionEnd())
        passage = self._trimmed(*stretch)
        if passage is None:
            return False
        made = self._reading.notebook.annotate(AnnotationKind.NOTE, passage)
        if made is not None:
            self._reading.open_note(made.id)
        return made is not None

    def _trimmed(self, start: int, end: int) -> Passage | None:
        version = self._view.version
        if version is None:
            return None
        words = version.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return passage_of(version.id, version.text, start, end) if start < end else None
