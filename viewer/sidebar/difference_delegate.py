"""Paints a difference in the list: what it is and where, the words, and the words around."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from library.model.difference import Difference
from viewer.icons import icon
from viewer.sidebar.difference_wording import kind_icon, kind_name
from viewer.sidebar.differences_model import Index, Role
from viewer.sidebar.note_card import Fonts
from viewer.theme import tokens

_MARGIN, _PADDING, _GAP = 16, 9, 3  # px beside, above and between the lines
_ICON = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DifferenceDelegate(QStyledItemDelegate):
    """Three lines, and a hairline below: all entries are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        fonts = Fonts.after(option.font)
        soft, quote = _height(fonts.soft), _height(fonts.quote)
        return QSize(40, round(2 * soft + quote + 2 * (_GAP + _PADDING)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        difference: Difference = index.data(Role.DIFFERENCE)
        t = tokens(QApplication.palette())  # the option's is bent by the style sheet
        fonts, room = Fonts.after(option.font), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(t.wash))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(room.left(), room.top(), 3, room.height()), QColor(t.accent))
        painter.fillRect(
            QRectF(room.left() + _MARGIN, room.bottom() - 1, room.width() - 2 * _MARGIN, 1),
            QColor(t.line),
        )
        line = room.adjusted(_MARGIN, _PADDING, -_MARGIN, 0)
        line.setHeight(_height(fonts.soft))
        self._paint_head(painter, line, difference, index.data(Role.PAGE), fonts.soft, t.soft)
        line.translate(0, line.height() + _GAP)
        line.setHeight(_height(fonts.quote))
        _write(painter, line, index.data(Qt.ItemDataRole.DisplayRole), fonts.quote, t.ink)
        line.translate(0, line.height() + _GAP)
        line.setHeight(_height(fonts.soft))
        _write(painter, line, index.data(Role.AROUND), fonts.soft, t.soft)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say all the words where the line has no room for them."""
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        needed = QFontMetricsF(Fonts.after(option.font).quote).horizontalAdvance(words)
        has_room = needed <= option.rect.width() - 2 * _MARGIN
        return not has_room and super().helpEvent(event, view, option, index)

    def _paint_head(
        self,
        painter: QPainter,
        line: QRectF,
        difference: Difference,
        page: str,
        font: QFont,
        colour: str,
    ) -> None:
        sign = QRectF(line.left(), line.center().y() - _ICON / 2, _ICON, _ICON)
        icon(kind_icon(difference.kind)).paint(painter, sign.toRect())
        _write(painter, line.adjusted(_ICON + 6, 0, 0, 0), kind_name(difference.kind), font, colour)
        painter.drawText(line, _RIGHT, page)


def _write(painter: QPainter, line: QRectF, words: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    mode = Qt.TextElideMode.ElideRight
    painter.drawText(line, _LEFT, QFontMetricsF(font).elidedText(words, mode, line.width()))


def _height(font: QFont) -> float:
    return QFontMetricsF(font).height()
