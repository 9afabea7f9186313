"""A text as Qt's document, made piece by piece so that a long one never stalls the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from library.model.document import Version
from viewer.transcript.column import Column
from viewer.transcript.offsets import Offsets
from viewer.transcript.pieces import Piece, pieces_of

AT_ONCE = 20_000  # code points for one step
PIECES_AT_ONCE = 300


class Sheet:
    """A version, its document, and the way between their offsets."""

    def __init__(self, version: Version, parent: QObject) -> None:
        self.version = version
        self.pieces: list[Piece] = []
        self.offsets = Offsets()
        self.document = QTextDocument(parent)
        self.document.setUndoRedoEnabled(False)
        self.column = Column(self.document, self.pieces)
        self.document.setDocumentLayout(self.column)
        self.whole = False
        self._rest: Iterator[Piece] = pieces_of(version)

    def take(self, version: Version) -> bool:
        """Know the text by its new id, say; False where it is another text."""
        shown = self.version
        if (shown.text, shown.paragraphs) != (version.text, version.paragraphs):
            return False
        self.version = version
        return True

    def grow(self) -> None:
        """Add the next few pages of the text."""
        added = self._next_pieces()
        text = "\u2029".join(piece.shown(self.version.text) for piece in added)
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if self.pieces and added:
            cursor.insertBlock()
        for piece in added:
            self.offsets.append(piece.start, piece.end, self.version.text[piece.start : piece.end])
        self.pieces += added
        cursor.insertText(text)
        cursor.endEditBlock()
        self.column.extend()

    def reaches(self, offset: int) -> bool:
        """Whether this place of the text is in the document already."""
        return self.whole or offset < self.offsets.end

    def line_of(self, offset: int) -> tuple[int, int]:
        """The block of a place of the text, and the line in it."""
        if not self.pieces:
            return 0, 0
        number = self.offsets.piece_at(offset)
        block = self.column.laid(number)
        line = block.layout().lineForTextPosition(self.offsets.position(offset) - block.position())
        return number, line.lineNumber() if line.isValid() else 0

    def words(self, start: int, end: int) -> str:
        """What stands in the text between two of Qt's positions."""
        return self.version.text[self.offsets.offset(start) : self.offsets.offset(end)]

    def _next_pieces(self) -> list[Piece]:
        added: list[Piece] = []
        length = 0
        while length < AT_ONCE and len(added) < PIECES_AT_ONCE:
            piece = next(self._rest, None)
            if piece is None:
                self.whole = True
                break
            added.append(piece)
            length += piece.end - piece.start
        return added
