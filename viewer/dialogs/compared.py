"""Two documents side by side, as far as it helps to say whether they are the same."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from library.duplicates.comparing import Side
from viewer.theme import NIGHT, is_dark
from viewer.words import counted

_PICTURE = 200  # px, its height


class ComparedView(QScrollArea):
    """Nothing, until it is told what to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Side by side"))
        self.clear()

    def clear(self) -> None:
        self.setWidget(QWidget())

    def show_sides(self, sides: tuple[Side, Side], pictures: tuple[bytes, bytes]) -> None:
        """`pictures` are JPEGs of the first pages, b"" where there is none."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(24)
        left, right = sides
        alike = not (left.differing or right.differing) and bool(left.texts and right.texts)
        for side, picture in zip(sides, pictures, strict=True):
            row.addLayout(self._column(side, picture, alike=alike), 1)
        self.setWidget(page)

    def _column(self, side: Side, picture: bytes, *, alike: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        shown = QLabel()
        shown.setFixedHeight(_PICTURE)
        pixmap = QPixmap()
        if picture and pixmap.loadFromData(picture):
            how = Qt.TransformationMode.SmoothTransformation
            shown.setPixmap(_for_the_night(pixmap.scaledToHeight(_PICTURE, how)))
        else:
            shown.setText(self.tr("No picture of its first page"))
            shown.setObjectName("softText")
        column.addWidget(shown)
        column.addWidget(_words(f"<b>{escape(side.record.title)}</b>", soft=False))
        for line in self._facts(side):
            column.addWidget(_words(escape(line), soft=True))
        column.addWidget(_words(self._difference(side, alike=alike), soft=False))
        column.addStretch()
        return column

    def _facts(self, side: Side) -> list[str]:
        record = side.record
        number = self.tr("Record {0}").format(record.record_id) if record.record_id else ""
        date = record.date.shown if record.date else self.tr("No date")
        named = (date, number, record.repository or "")
        held = (
            counted(side.pages, self.tr("1 page"), self.tr("{0} pages")),
            counted(side.texts, self.tr("1 text"), self.tr("{0} texts")),
        )
        return [" · ".join(filter(None, line)) for line in (named, held, self._made(side))]

    def _made(self, side: Side) -> list[str]:
        counts = (
            (side.notes, self.tr("1 note"), self.tr("{0} notes")),
            (side.bookmarks, self.tr("1 bookmark"), self.tr("{0} bookmarks")),
            (side.others, self.tr("1 other mark"), self.tr("{0} other marks")),
        )
        made = [counted(*count) for count in counts if count[0]]
        return made or [self.tr("Nothing of yours in it")]

    def _difference(self, side: Side, *, alike: bool) -> str:
        if alike:
            return escape(self.tr("The texts are the same."))
        if not (side.before or side.differing):
            return ""
        end = escape(self.tr("(here it ends)"))
        differing = f"<b>{escape(side.differing)}</b> …" if side.differing else f"<i>{end}</i>"
        head = escape(self.tr("First words that differ:"))
        return f"{head}<br>… {escape(side.before)} {differing}"


def _for_the_night(picture: QPixmap) -> QPixmap:
    """As bright as the scheme bears it."""
    if is_dark(QApplication.palette()):
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), NIGHT)
        painter.end()
    return picture


def _words(html: str, *, soft: bool) -> QLabel:
    label = QLabel(html)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if soft:
        label.setObjectName("softText")
    return label
