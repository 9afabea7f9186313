"""A text as Qt's document, made piece by piece so that a long one never stalls the window."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from library.correcting.correcting import Corrected
from library.model.document import Version
from viewer.transcript.column import Column
from viewer.transcript.offsets import Offsets
from viewer.transcript.pieces import Piece, for_qt, pieces_of

AT_ONCE = 20_000  # code points for one step
PIECES_AT_ONCE = 300


class Sheet:
    """A version, its document, and the way between their offsets.

    `pieces` are of the version itself; what is shown of them is the version as corrected.
    """

    def __init__(self, version: Version, corrected: Corrected, parent: QObject) -> None:
        self.version = version
        self.corrected = corrected
        self.pieces: list[Piece] = []
        self.offsets = Offsets(corrected.offsets)
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

    def lay_over(self, corrected: Corrected) -> None:
        """Show other corrections, touching only the pieces in which they are."""
        self.corrected = corrected
        words = {
            n: self._words(*self.offsets.part(n)) for n in self.offsets.lay_over(corrected.offsets)
        }
        self.offsets.tell_again(words)
        for number, shown in words.items():
            self._rewrite(number, shown)
        self.column.set_again(words)

    def _rewrite(self, number: int, words: str) -> None:
        cursor = QTextCursor(self.document.findBlockByNumber(number))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_qt(words))

    def _words(self, start: int, end: int) -> str:
        """Of the text as it is shown."""
        return self.corrected.text[start:end]

    def grow(self) -> None:
        """Add the next few pages of the text."""
        added = self._next_pieces()
        part = self.corrected.offsets.part
        words = [self._words(*part(piece.start, piece.end)) for piece in added]
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if self.pieces and added:
            cursor.insertBlock()
        for piece, shown in zip(added, words, strict=True):
            self.offsets.append(piece.start, piece.end, shown)
        self.pieces += added
        cursor.insertText("\u2029".join(map(for_qt, words)))
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

    def y_of(self, offset: float) -> float:
        """How far down the document a place of the text stands, in pixels.

        Along a line one moves evenly from its top to its bottom, and over the gap below a
        paragraph to the next.  The ends of the text go to the ends of the document.
        """
        if offset <= 0 or not self.pieces:
            return 0.0
        if self.whole and offset >= len(self.version.text):
            return self.column.documentSize().height()
        whole = floor(offset)
        number = self.offsets.piece_at(whole)
        block, top = self.column.laid(number), self.column.top(number)
        if offset >= self.pieces[number].end:
            start, end = self._gap(number)
            share = min((offset - start) / (end - start), 1.0) if end > start else 0.0
            bottom = block.layout().lineCount() * self.column.line
            return top + bottom + share * (self.column.top(number + 1) - top - bottom)
        units = self.offsets.position(whole) - block.position()
        line = block.layout().lineForTextPosition(units)
        share = (units + offset - whole - line.textStart()) / max(1, line.textLength())
        return top + (line.lineNumber() + share) * self.column.line

    def offset_at(self, y: float) -> float:
        """The place of the text at a height of the document; the way back from `y_of`."""
        if not self.pieces:
            return 0.0
        number = self.column.at(y)
        block = self.column.laid(number)
        rows = max(0.0, y - self.column.top(number)) / self.column.line
        row, count = floor(rows), block.layout().lineCount()
        if row >= count:
            start, end = self._gap(number)
            gap = self.column.top(number + 1) - self.column.top(number) - count * self.column.line
            share = (rows - count) * self.column.line / gap if gap > 0 else 1.0
            return start + min(share, 1.0) * (end - start)
        line = block.layout().lineAt(row)
        units = line.textStart() + (rows - row) * line.textLength()
        return self.offsets.offset(block.position() + floor(units)) + units - floor(units)

    def _gap(self, number: int) -> tuple[int, int]:
        """From where to where the text reaches that stands between a piece and the next."""
        end = self.pieces[number].end
        is_last = number + 1 == len(self.pieces)
        return end, len(self.version.text) if is_last else self.pieces[number + 1].start

    def words(self, start: int, end: int) -> str:
        """What is shown between two of Qt's positions."""
        return self._words(self.offsets.shown(start), self.offsets.shown(end))

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
