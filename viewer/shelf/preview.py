"""A quiet look at the document that is chosen in the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from library.model.reading import ShelfEntry
from library.model.record import Record
from viewer.fields import Field, Value, field_label, title_value
from viewer.icons import icon
from viewer.languages import language_names
from viewer.theme import NIGHT, is_dark, tokens

WIDTH = 284  # px


class Preview(QScrollArea):
    """Picture, title with its star, a line of facts, tags, summary, collection and citation."""

    star_asked = Signal(list)  # ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Preview"))
        self.clear()

    def clear(self) -> None:
        self.setWidget(QWidget())

    def show_document(
        self, entry: ShelfEntry, record: Record, citation: str, picture: QImage | None
    ) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(12)
        if picture is not None and not picture.isNull():
            column.addWidget(_Picture(picture))
            column.addSpacing(4)
        column.addLayout(self._title(entry))
        facts = self._facts(entry)
        if facts:
            column.addSpacing(-6)
            column.addWidget(field_label(facts))
        for label, text in self._fields(entry, record, citation):
            if text:
                column.addWidget(Field(label, Value(text, label)))
        column.addStretch()
        self.setWidget(page)
        # Values learn their height from their width: else they would be seen in a heap first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _title(self, entry: ShelfEntry) -> QHBoxLayout:
        self.star = star = QToolButton()
        star.setIcon(icon("star"))
        star.setCheckable(True)
        star.setChecked(entry.starred)
        words = self.tr("Take the star away") if entry.starred else self.tr("Star")
        star.setToolTip(words)
        star.setAccessibleName(words)
        star.clicked.connect(lambda _=False: self.star_asked.emit([entry.id]))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(title_value(entry.title, self.tr("Title")), 1)
        row.addWidget(star, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fields(self, entry: ShelfEntry, record: Record, citation: str) -> list[tuple[str, str]]:
        place = ", ".join(filter(None, (entry.archive_collection, entry.container)))
        return [
            (self.tr("Tags"), ", ".join(entry.tags)),
            (self.tr("Summary"), record.summary or ""),
            (self.tr("People"), "; ".join(entry.people)),
            (self.tr("Collection"), place),
            (self.tr("Repository"), entry.repository),
            (self.tr("Cite"), citation),
        ]

    def _facts(self, entry: ShelfEntry) -> str:
        pages = self.tr("1 page") if entry.pages == 1 else self.tr("{n} pages")
        notes = self.tr("1 note") if entry.notes == 1 else self.tr("{n} notes")
        parts = (
            entry.date.shown if entry.date else "",
            language_names(entry.languages),
            pages.format(n=entry.pages) if entry.pages else "",
            notes.format(n=entry.notes) if entry.notes else "",
            self.tr("to read") if entry.to_read else "",
        )
        return " · ".join(part for part in parts if part)


class _Picture(QWidget):
    """The first page, as wide as there is room, its lower part cut off."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = width * self._picture.height() / max(1, self._picture.width())
        return round(min(whole, width * 1.05))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.save()
        painter.setClipPath(edge)
        wide = self._picture.width()
        part = QRectF(0, 0, wide, wide * self.height() / max(1, self.width()))
        painter.drawImage(QRectF(self.rect()), self._picture, part)
        if is_dark(QApplication.palette()):
            painter.fillRect(self.rect(), NIGHT)
        painter.restore()
        painter.setPen(QPen(QColor(tokens(QApplication.palette()).line), 1))
        painter.drawPath(edge)
        painter.end()
