"""What the light on words and places means, in a line at the foot of a document."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from library.joining.lighting import Sureness
from viewer.icons import icon
from viewer.joint import Joint
from viewer.lights import ROOM, paint_lights
from viewer.theme import tokens

_SAMPLE = QSize(30, 18)


class Legend(QFrame):
    """Shown while the reader wants it, where there is light to be explained."""

    closed = Signal()  # the reader knows it now

    def __init__(self, joint: Joint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._joint = joint
        self._is_wanted = False
        self.setObjectName("legend")
        self.setAccessibleName(self.tr("What the light means"))
        self._lay_out()
        joint.joined_changed.connect(self._show_or_hide)
        self._show_or_hide()

    def want(self, wanted: bool) -> None:  # noqa: FBT001 - the state of a checkable action
        """Be shown from now on, or not."""
        self._is_wanted = wanted
        self._show_or_hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.setSpacing(8)
        for sureness, words in (
            (Sureness.SOLID, self.tr("The word stands here")),
            (Sureness.SOFT, self.tr("Most likely here")),
            (Sureness.LINE, self.tr("Somewhere on this line, or in this paragraph")),
        ):
            label = QLabel(words)
            label.setObjectName("soft")
            row.addWidget(_Sample(sureness))
            row.addWidget(label)
            row.addSpacing(16)
        row.addStretch(1)
        row.addWidget(self._close_button())

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("close_legend_button")
        button.setIcon(icon("x"))
        button.setToolTip(self.tr("Show this no more"))
        button.setAccessibleName(self.tr("Show this no more"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys it is closed in the menu
        button.clicked.connect(self.closed)
        return button

    def _show_or_hide(self) -> None:
        self.setVisible(self._is_wanted and self._joint.is_shown and bool(self._joint.joined.pages))


class _Sample(QWidget):
    """A little light, as it is painted on words and places."""

    def __init__(self, sureness: Sureness) -> None:
        super().__init__()
        self._sureness = sureness
        self.setFixedSize(_SAMPLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = ROOM + 1
        place = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        paint_lights(QPainter(self), [(place, self._sureness)], tokens(self.palette()))
