"""The loupe: while its key is held, what is under the pointer is seen enlarged.

Over the scan it lies around the pointer; over a word of the text it shows the place of that
word on the scan, close to the word, so that the reader need not look away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.joint import Joint
from viewer.loupe_glass import SIZE, Glass
from viewer.places import Sight

KEY = Qt.Key.Key_Z
_EVERY = 16  # ms between two looks at where the pointer is
_BELOW = 24  # px from the pointer on a word to the glass

Look = Callable[[QPoint], Sight | None]  # at a point of the screen
Where = Callable[[int, float, float], Sight]  # a place of a page, as the scan would show it


class Loupe(QObject):
    """Hears of the key wherever in a tab it is pressed and not typed."""

    def __init__(self, tab: QWidget, glass: Glass, joint: Joint, look: Look, where: Where) -> None:
        super().__init__(tab)
        self._tab = tab
        self.glass = glass
        self._joint = joint
        self._look = look
        self._where = where
        self._holder: QWidget | None = None  # who has the keys while it is held
        self._looking = QTimer(self, interval=_EVERY)
        self._looking.timeout.connect(self.look)
        joint.hover_changed.connect(self._look_again)
        tab.installEventFilter(self)

    @property
    def is_held(self) -> bool:
        return self._holder is not None

    def look(self) -> None:
        """Show what is under the pointer now."""
        pointer = QCursor.pos()
        at = self._tab.mapFromGlobal(pointer)
        sight, spots = self._look(pointer), self._joint.hover.spots
        if sight is not None:
            self.glass.look(sight, spots, at)
        elif spots and self._tab.rect().contains(at):
            x, y = spots[0].box.middle
            self.glass.look(self._where(spots[0].page, x, y), spots, self._beside(at))
        else:
            self.glass.put_away()

    def let_go(self) -> None:
        """The key is released, or goes elsewhere."""
        holder, self._holder = self._holder, None
        if holder is not None:
            holder.removeEventFilter(self)
        self._looking.stop()
        self.glass.put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._holder:
            return self._hold_on(event)
        if watched is self._tab and _is_key(event, QEvent.Type.KeyPress) and not self.is_held:
            self._take_hold()
            return True
        return False

    def _take_hold(self) -> None:
        self._holder = QApplication.focusWidget() or self._tab
        self._holder.installEventFilter(self)
        self._looking.start()
        self.look()

    def _hold_on(self, event: QEvent) -> bool:
        """Whether what happens to who has the keys is the loupe's business alone."""
        if _is_key(event, QEvent.Type.KeyRelease) or event.type() is QEvent.Type.FocusOut:
            self.let_go()
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.let_go()
                return True
            return event.key() == KEY  # held on
        return False

    def _look_again(self) -> None:
        if self.is_held:
            self.look()

    def _beside(self, at: QPoint) -> QPoint:
        """The middle of the glass below a word, or above it where there is no room."""
        away = _BELOW + SIZE.height() // 2
        below = at.y() + away + SIZE.height() // 2 < self._tab.height()
        return at + QPoint(0, away if below else -away)


def _is_key(event: QEvent, kind: QEvent.Type) -> bool:
    """Whether the loupe's key is pressed or released, by itself and by hand."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() is kind
        and event.key() == KEY
        and not event.isAutoRepeat()
        and (kind is QEvent.Type.KeyRelease or not event.modifiers())
    )
