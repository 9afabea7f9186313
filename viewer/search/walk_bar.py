"""The slim bar over a document that was opened from what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from viewer.icons import icon
from viewer.search.walk import HitWalk


class WalkBar(QFrame):
    """Says at which hit the reader is, and goes to the others."""

    back_asked = Signal()

    def __init__(self, walk: HitWalk) -> None:
        super().__init__()
        self.setObjectName("walkBar")
        self._walk = walk
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._back = QPushButton(self.tr("Back to results"))
        self._back.setObjectName("link")
        self._back.clicked.connect(self.back_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 12, 1)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._button("chevron-up", self.tr("Previous (Shift+F3)"), -1))
        row.addWidget(self._button("chevron-down", self.tr("Next (F3)"), 1))
        row.addSpacing(8)
        row.addWidget(self._back)
        row.addStretch()
        close = self._button("x", self.tr("End the walk through the hits"), 0)
        close.setObjectName("close_legend_button")
        row.addWidget(close)
        walk.changed.connect(self._tell)

    @property
    def said(self) -> str:
        return self._words.text()

    def _tell(self) -> None:
        at, total = f"{self._walk.at:,}", f"{self._walk.total:,}"
        words = self.tr("Hit {at} of {total} for “{words}”")
        self._words.setText(words.format(at=at, total=total, words=self._walk.words))

    def _button(self, name: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _=False: self._walk.step(by) if by else self._walk.end())
        return button
