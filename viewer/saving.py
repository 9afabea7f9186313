"""Saves changes one after the other; what cannot be saved just now waits here, in order.

A change that waits counts as made: the window shows it, undo takes it back, and more can
follow.  Saving is tried again by itself, more and more seldom, and when the reader comes back.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from library.errors import ChangedElsewhere, DiptychError, LibraryReadOnly
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink
from library.store.store import Store
from viewer.undo import Outcome, joined

SOONEST, LATEST = 1000, 15_000  # ms until saving is tried again
PATIENCE = 0.2  # seconds that the window may wait for another program
_SLICE = 0.02  # seconds that saving what waits may hold the window at a time

# What is shown from memory while it waits; other changes need the library itself.
_CAN_WAIT = (Annotation, Bookmark, Check, Correction, OwnLink)


class Saving(QObject):
    """Knows what is saved and what is not."""

    saved = Signal(object)  # Change: it is on the disk
    put_off = Signal(object)  # Change: it cannot be saved just now, and waits
    refused = Signal(str)  # a sentence: the change was not made
    changed = Signal()  # what waits is different, or what hinders it
    recovered = Signal()  # nothing hinders or waits any more

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting: tuple[Change, ...] = ()
        self.trouble: DiptychError | None = None  # that was met last, until all is saved
        self._store = store
        self._pause = SOONEST
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.try_again)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._take_return)

    def save(self, change: Change) -> Outcome:
        """Save a change, or have it wait behind those that wait already."""
        if self.waiting and self.trouble is not None:
            return self._put_off(change, self.trouble)
        try:
            self._store.apply(change, patience=PATIENCE)
        except (ChangedElsewhere, LibraryReadOnly) as error:
            self.refused.emit(str(error))
            return Outcome.NEVER
        except DiptychError as error:
            return self._put_off(change, error)
        self.saved.emit(change)
        self.take_success()
        return Outcome.SAVED

    def try_again(self, *, all_at_once: bool = False) -> bool:
        """Save what waits, as far as that is possible; whether nothing waits any more."""
        until = time.monotonic() + _SLICE
        while self.waiting:
            if time.monotonic() > until and not all_at_once:
                self._timer.start(0)
                return False
            try:
                self._save_first()
            except DiptychError as error:
                self._take_trouble(error)
                return False
        self.take_success()
        return True

    def take_failure(self, error: DiptychError) -> None:
        """Something else could not be saved; who tried it will try again."""
        if self.trouble is None:
            self.trouble = error
            self.changed.emit()

    def take_success(self) -> None:
        """Something was saved: nothing hinders it any more."""
        if self.waiting:
            self._timer.start(0)
        if self.trouble is None or self.waiting:
            return
        self.trouble = None
        self._pause = SOONEST
        self.changed.emit()
        self.recovered.emit()

    def _put_off(self, change: Change, error: DiptychError) -> Outcome:
        if not all(isinstance(item, _CAN_WAIT) for item in change.items()):
            self.refused.emit(str(error))
            return Outcome.NOT_NOW
        *before, last = self.waiting or (None,)
        typed_on = joined(last, change) if last is not None else None
        self.waiting = (*before, typed_on) if typed_on else (*self.waiting, change)
        self.put_off.emit(change)
        self._take_trouble(error)
        return Outcome.WAITING

    def _take_trouble(self, error: DiptychError) -> None:
        self.trouble = error
        if not self._timer.isActive():
            self._timer.start(self._pause)
            self._pause = min(2 * self._pause, LATEST)
        self.changed.emit()

    def _save_first(self) -> None:
        first = self.waiting[0]
        try:
            self._store.apply(first, patience=PATIENCE)
        except ChangedElsewhere as error:
            # A commit that was reported as failed may have reached the disk all the same.
            if not self._store.has(first):
                self.waiting = self.waiting[1:]
                self.refused.emit(str(error))
                return
        self.waiting = self.waiting[1:]
        self.saved.emit(first)

    def _take_return(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self.waiting:
            self.try_again()
