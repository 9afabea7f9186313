"""The annotations that a document's PDF holds, to be made the reader's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from library.pages.file_notes import FileNote, FileNoteKind
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.file_notes import Offered
from viewer.places import Place
from viewer.reading import Reading

_ICONS = {
    FileNoteKind.HIGHLIGHT: "highlighter",
    FileNoteKind.UNDERLINE: "underline",
    FileNoteKind.AREA: "square-dashed",
    FileNoteKind.NOTE: "sticky-note",
}


class FileNotesDialog(ListingDialog):
    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Notes of the File"),
            self.tr("The file holds no notes of its own that are not yours already."),
        )
        self.explain(
            self.tr("These notes are in the PDF itself. Adopted ones become yours; the file stays.")
        )
        self.resize(480, 460)
        self._reading = reading
        self.add_deed(Deed(self.tr("Adopt"), self._adopt))
        self.add_deed(Deed(self.tr("Go There"), self._go, alone=True))
        self.all = self.add_button(self.tr("Adopt All"), self._adopt_all)
        reading.file_notes.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        entries = list(self._entries())
        self.show_entries(entries)
        self.all.setEnabled(bool(entries))

    def _entries(self) -> Iterator[Entry]:
        scan = self._reading.document.scan_pages
        for each in self._reading.file_notes.offered():
            number = scan.index(each.page) + 1 if each.page in scan else each.page + 1
            page = self.tr("Page {0}") if each.page in scan else self.tr("Page {0} of the file")
            sign = _ICONS[each.note.kind]
            yield Entry(each, page.format(number), self._line(each.note), each.note.author, sign)

    def _line(self, note: FileNote) -> str:
        words, told = " ".join(note.words.split()), " ".join(note.contents.split())
        quoted = f"“{words}”" if words else ""
        return " – ".join(part for part in (quoted, told) if part) or self.tr("Without words")

    def _adopt(self, keys: Sequence[Offered]) -> None:
        self._reading.file_notes.adopt(keys)

    def _adopt_all(self) -> None:
        self._reading.file_notes.adopt(self._reading.file_notes.offered())

    def _go(self, keys: Sequence[Offered]) -> None:
        boxes = keys[0].note.boxes
        self._reading.go_to(Place(page=keys[0].page, box=boxes[0] if boxes else None))
