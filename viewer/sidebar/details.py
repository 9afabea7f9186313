"""The catalogue record as a well set form.

Only fields that have a value take room; where a value is from is told by its tooltip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from library.citing.archive import cite
from library.model.document import Document
from library.model.record import ArchiveDate, Record, Source
from viewer.fields import Field, LinkValue, Value, field_label, hairline, title_value
from viewer.icons import icon
from viewer.reading import Reading


@dataclass(frozen=True, slots=True)
class Row:
    """A field to show; `key` is its name in `Record.sources`."""

    key: str
    label: str
    text: str
    remark: str = ""


class DetailsPanel(QScrollArea):
    """Shows the record of one reading."""

    link_asked = Signal(str)  # address the reader clicked; nothing opens by itself

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details"))
        reading.document_changed.connect(self.show_document)
        self.show_document(reading.document)

    def show_document(self, document: Document) -> None:
        """Set the form anew."""
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(16, 16, 12, 24)  # the scroll bar has the rest
        column.setSpacing(12)
        if document.problem:
            column.addWidget(_warning(document.problem))
        column.addWidget(title_value(document.record.title, self.tr("Title")))
        self._add_record(column, document)
        self._add_file(column, document)
        column.addStretch()
        self.setWidget(form)

    def _add_record(self, column: QVBoxLayout, document: Document) -> None:
        record = document.record
        self._add(column, record, self._first(record))
        head = list(self._head(record))
        if head:
            column.addSpacing(4)
            column.addWidget(hairline())
            column.addWidget(_caption(self.tr("Found in the text")))
            self._add(column, record, iter(head))
            column.addSpacing(4)
            column.addWidget(hairline())
        self._add(column, record, self._catalogue(record))
        self._add_citation(column, document)
        if record.record_id:
            self._add(
                column,
                record,
                iter((Row("record_id", self.tr("Record number"), record.record_id),)),
            )
        if record.url:
            address = LinkValue(record.url, self.tr("Record address"))
            address.asked.connect(self.link_asked)
            address.setToolTip(self.tr("Open this address, after a question"))
            column.addWidget(Field(self.tr("Record address"), address))

    def _add(self, column: QVBoxLayout, record: Record, rows: Iterator[Row]) -> None:
        for row in rows:
            if row.text:
                field = Field(row.label, Value(row.text, row.label), row.remark)
                field.setToolTip(self._origin(record, row.key))
                column.addWidget(field)

    def _first(self, record: Record) -> Iterator[Row]:
        if record.date:
            yield Row("date", self.tr("Date"), record.date.shown, _finer(record.date))
        yield Row("summary", self.tr("Summary"), record.summary or "")

    def _head(self, record: Record) -> Iterator[Row]:
        head = record.head
        rows = (
            Row("present", self.tr("Present"), _dotted(head.present)),
            Row("subject", self.tr("Subject"), head.subject or ""),
            Row("classification", self.tr("Classification"), head.classification or ""),
            Row("place", self.tr("Place"), head.place or ""),
        )
        return (row for row in rows if row.text)

    def _catalogue(self, record: Record) -> Iterator[Row]:
        yield Row(
            "original_language", self.tr("Original language"), _dotted(record.original_language)
        )
        yield Row("contents", self.tr("Contents"), _dotted(record.contents))
        yield Row("collection", self.tr("Collection"), record.collection or "")
        yield Row("container", self.tr("Container"), record.container or "")
        yield Row("repository", self.tr("Repository"), record.repository or "")
        yield Row("contributors", self.tr("Contributors"), _dotted(record.contributors))
        yield Row("credits", self.tr("Credits"), record.credits or "")

    def _add_citation(self, column: QVBoxLayout, document: Document) -> None:
        """The archive's own, where there is one; one to copy in any case."""
        record = document.record
        if record.citation:
            field = Field(self.tr("Citation"), Value(record.citation, self.tr("Citation")))
            field.setToolTip(self._origin(record, "citation"))
            column.addWidget(field)
            column.addSpacing(-8)
        copy = QPushButton(self.tr("Copy citation"))
        copy.setObjectName("link")
        copy.setCursor(Qt.CursorShape.PointingHandCursor)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(cite(document)))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_file(self, column: QVBoxLayout, document: Document) -> None:
        if not document.files:
            return
        column.addSpacing(4)
        column.addWidget(hairline())
        names = _dotted(tuple(file.name for file in document.files[:6]))
        more = len(document.files) - 6
        if more > 0:
            names += " · " + self.tr("and {count} more").format(count=more)
        size = QLocale().formattedDataSize(sum(file.size for file in document.files), 1)
        label = self.tr("File") if len(document.files) == 1 else self.tr("Files")
        facts = _dotted((size, self._pages(len(document.pages))))
        column.addWidget(Field(label, Value(names, label), facts))

    def _pages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 page")
        return self.tr("{count} pages").format(count=count) if count else ""

    def _origin(self, record: Record, key: str) -> str:
        source = record.sources.get(key) or record.sources.get(f"head.{key}")
        return {
            Source.COVER: self.tr("From the cover page"),
            Source.TEXT: self.tr("Found in the text"),
            Source.FILE: self.tr("From the file"),
            Source.READER: self.tr("Entered by you"),
            None: "",
        }[source]


def _dotted(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def _finer(date: ArchiveDate) -> str:
    """The EDTF value, where it says more than a plain day, month or year."""
    edtf = date.edtf or ""
    return edtf if edtf != date.shown and set(edtf) & set("?~%/X.[{") else ""


def _caption(text: str) -> QLabel:
    caption = field_label(text)
    caption.setAccessibleName(text)
    return caption


def _warning(sentence: str) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    row = QHBoxLayout(card)
    row.setContentsMargins(12, 10, 12, 10)
    row.setSpacing(10)
    sign = QLabel()
    sign.setPixmap(icon("triangle-alert").pixmap(16, 16))
    sign.setAccessibleName(card.tr("Warning"))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Value(sentence, card.tr("Warning")), 1)
    return card
