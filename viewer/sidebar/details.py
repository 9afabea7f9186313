"""The catalogue record as a well set form, to read and to write.

Only fields that have a value take room; where a value is from is told by its tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from library.model.document import Document
from library.model.record import ArchiveDate, Record, Source
from library.model.record_fields import values_of
from viewer.fields import Field, LinkValue, Value, hairline, title_value
from viewer.icons import icon
from viewer.reading import Reading
from viewer.record_names import field_name, field_names
from viewer.sidebar.record_field import RecordFieldView, caption

_HEAD = ("present", "subject", "classification", "place")
_CATALOGUE = (
    *("creator", "original_language", "contents", "collection", "container", "repository"),
    *("contributors", "credits"),
)


class DetailsPanel(QScrollArea):
    """Shows the record of one reading."""

    link_asked = Signal(str)  # address the reader clicked; nothing opens by itself
    citation_asked = Signal()  # the document's, onto the clipboard

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details"))
        self._reading = reading
        self.fields: dict[str, RecordFieldView] = {}
        reading.document_changed.connect(self.show_document)
        reading.recording.changed.connect(lambda: self.show_document(reading.document))
        self.show_document(reading.document)

    def show_document(self, document: Document) -> None:
        """Set the form anew."""
        at = self.verticalScrollBar().value()
        form = QWidget()
        column = self._column = QVBoxLayout(form)
        column.setContentsMargins(16, 16, 12, 24)  # the scroll bar has the rest
        column.setSpacing(12)
        self.fields = {}
        if document.problem:
            column.addWidget(_warning(document.problem))
        self._add_record(column, document)
        self._add_file(column, document)
        column.addStretch()
        self.setWidget(form)
        self.verticalScrollBar().setValue(at)

    def edit(self, field: str) -> None:
        """Write this field; one that is not there yet is added."""
        if field not in self.fields:
            view = self._view(field, self._reading.document.record)
            self._column.insertWidget(self._column.indexOf(self.adding), view)
            view.editing_ended.connect(lambda: self._take_away_empty(field))
        self.fields[field].edit()
        self.ensureWidgetVisible(self.fields[field])

    def _add_record(self, column: QVBoxLayout, document: Document) -> None:
        record = document.record
        self._add(column, record, ("title", "date", "summary"))
        if any(values_of(record, field) for field in _HEAD):
            column.addSpacing(4)
            column.addWidget(hairline())
            column.addWidget(caption(self.tr("Found in the text")))
            self._add(column, record, _HEAD)
            column.addSpacing(4)
            column.addWidget(hairline())
        self._add(column, record, _CATALOGUE)
        self._add(column, record, ("citation",))
        self._add_citation(column, document)
        self._add(column, record, ("record_id", "url"))
        self._add(column, record, [name for name in record.added if name not in self.fields])
        self.adding = self._make_adding()
        column.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._reading.is_kept:
            self.adding.hide()

    def _add(self, column: QVBoxLayout, record: Record, fields: Iterable[str]) -> None:
        for field in fields:
            if values_of(record, field) or field in self._reading.recording.read:
                column.addWidget(self._view(field, record))

    def _view(self, field: str, record: Record) -> RecordFieldView:
        values, name = values_of(record, field), field_name(field)
        shown = values[:1] if field == "date" else values
        view = RecordFieldView(
            field,
            self._value(field, _dotted(shown), name),
            values,
            remark=_finer(record.date) if field == "date" and record.date else "",
            read=self._reading.recording.read.get(field),
        )
        view.setToolTip(self._origin(record, field))
        if not self._reading.is_kept:
            view.pencil.hide()
        view.said.connect(self._reading.recording.say)
        view.let_go.connect(self._reading.recording.let_go)
        self.fields[field] = view
        return view

    def _value(self, field: str, text: str, name: str) -> Value:
        if field == "title":
            return title_value(text, name)
        if field != "url":
            return Value(text, name)
        address = LinkValue(text, name)
        address.asked.connect(self.link_asked)
        address.setToolTip(self.tr("Open this address, after a question"))
        return address

    def _take_away_empty(self, field: str) -> None:
        view = self.fields.get(field)
        if view is not None and not values_of(self._reading.document.record, field):
            self.fields.pop(field).deleteLater()

    def _make_adding(self) -> QPushButton:
        button = QPushButton(self.tr("Add a field…"))
        button.setObjectName("link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._offer_fields)
        return button

    def _offer_fields(self) -> None:
        menu = self.adding_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.adding.mapToGlobal(self.adding.rect().bottomLeft()))

    def adding_menu(self) -> QMenu:
        """The fields that are not there yet."""
        menu = QMenu(self)
        for field, name in field_names().items():
            if field not in self.fields:
                menu.addAction(name).triggered.connect(lambda _=False, f=field: self.edit(f))
        menu.addSeparator()
        menu.addAction(self.tr("Another…")).triggered.connect(self._ask_name)
        return menu

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(
            self, self.tr("Add a Field"), self.tr("What the field is called")
        )
        if given and name.strip():
            self.edit(" ".join(name.split()))

    def _add_citation(self, column: QVBoxLayout, document: Document) -> None:
        if document.record.citation:
            column.addSpacing(-8)
        copy = QPushButton(self.tr("Copy citation"))
        copy.setObjectName("link")
        copy.setCursor(Qt.CursorShape.PointingHandCursor)
        copy.clicked.connect(self.citation_asked)
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
