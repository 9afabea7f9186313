"""What lies over the scan while words are given their place: a quiet line, and the boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from viewer.icons import icon
from viewer.mending import Mending

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView

_SHOWN = 40  # characters of the words
_MARGIN, _WIDEST = 12, 460  # px


class MendingBanner(QFrame):
    """Says what to do, at the top of the view, as long as it is to be done."""

    def __init__(self, view: PageView, mending: Mending) -> None:
        super().__init__(view)
        self._view = view
        self._mending = mending
        self.setObjectName("popup")
        self._task, self._help = QLabel(), QLabel()
        self._row = QHBoxLayout(self)
        self._lay_out()
        view.viewport().installEventFilter(self)
        mending.changed.connect(self._show_state)
        self.hide()

    @property
    def words(self) -> str:
        """What is said; "" where nothing is to be done."""
        return self._task.text() if self._mending.passage is not None else ""

    def _lay_out(self) -> None:
        self._help.setObjectName("softText")
        self._help.setText(
            self.tr(
                "Hold Shift to draw more than one. Arrow keys move the dotted box, with Shift "
                "they stretch it; Enter keeps it."
            )
        )
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._task, self._help):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(label)
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setToolTip(self.tr("Leave it as it is (Esc)"))
        close.setAccessibleName(self.tr("Leave it as it is"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self._mending.cancel)
        row = self._row
        row.setContentsMargins(14, 8, 6, 10)
        row.addLayout(column, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _show_state(self) -> None:
        passage = self._mending.passage
        if passage is None:
            self.hide()
            return
        words = " ".join(passage.quote.split())
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        task = self.tr("Draw a box around “{0}” on the scan. Esc leaves it as it is.")
        self._task.setText(task.format(shown))
        if self.isHidden():
            self.setAccessibleName(self._task.text())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        room = self._view.viewport().geometry()
        width = min(_WIDEST, room.width() - 2 * _MARGIN)
        height = self._row.heightForWidth(width)
        self.setGeometry(room.center().x() - width // 2, room.top() + _MARGIN, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._mending.passage is not None:
            self._place()
        return super().eventFilter(watched, event)
