"""Files and folders dropped on the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragLeaveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from viewer.theme import tokens


def dropped_files(data: QMimeData) -> list[Path]:
    """The files and folders of this computer in what is dragged."""
    if not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropFrame(QWidget):
    """Says where the files go, over everything, while they are dragged over its parent."""

    dropped = Signal(list)  # Path

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        parent.setAcceptDrops(True)
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether what is dragged over the parent is ours, and was seen to."""
        match event:
            case QDropEvent() if event.type() is QEvent.Type.DragMove:
                return False
            case QDropEvent() if dropped_files(event.mimeData()):
                self._take(event)
                return True
            case QDragLeaveEvent():
                self.hide()
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def _take(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.hide()
            self.dropped.emit(dropped_files(event.mimeData()))
        else:
            self.raise_()
            self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(QApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(t.paper)
        veil.setAlphaF(0.88)
        painter.fillRect(self.rect(), veil)
        pen = QPen(QColor(t.accent), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        font = QFont(self.font())
        font.setPixelSize(17)
        painter.setFont(font)
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add to your library")
        )
        painter.end()
