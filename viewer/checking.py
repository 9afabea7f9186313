"""What the reader has checked against the scan, in one document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from library.model.anchor import AnchorState
from library.model.annotation import passage_of
from library.model.change import Change, Edit
from library.model.checking import Check, CheckState, checked_share
from library.model.document import Version
from viewer import labels
from viewer.clock import Clock

if TYPE_CHECKING:
    from viewer.reading import Reading


class Checking(QObject):
    """The checks of one reading: told by the session, made by the text."""

    changed = Signal()

    def __init__(self, reading: Reading, do: Callable[[Change], None], clock: Clock) -> None:
        super().__init__(reading)
        self._reading = reading
        self._do = do
        self._clock = clock
        self.checks: tuple[Check, ...] = ()
        reading.anchoring.changed.connect(self.changed)

    def show(self, checks: tuple[Check, ...]) -> None:
        """Told by the session what is stored."""
        if checks != self.checks:
            self.checks = checks
            self.changed.emit()

    @property
    def present(self) -> tuple[Check, ...]:
        """The checks where they stand now; what was worded anew since is not checked any more."""
        anchors = self._reading.anchoring.anchors
        if not anchors.found:
            return self.checks
        return tuple(
            replace(check, passage=present)
            for check in self.checks
            if anchors.of(check.passage).state is AnchorState.ANCHORED
            and (present := anchors.present(check.passage)) is not None
        )

    def state_of(self, version: str, start: int, end: int) -> CheckState | None:
        """That of the whole stretch; None where it has none, or parts have others."""
        holding = [c for c in self._in(version) if _holds(c, start, end)]
        latest = max(holding, key=lambda check: check.made, default=None)
        return latest.state if latest else None

    def mark(self, version: Version, start: int, end: int, state: CheckState | None) -> None:
        """Say how a stretch of a text compares with the scan; None takes that back."""
        if not self._reading.is_kept or start >= end:
            return
        now = self._clock()
        gone = {check.id for check in self._in(version.id) if _within(check, start, end)}
        edits = [Edit(c, replace(c, deleted=now)) for c in self.checks if c.id in gone]
        if state is not None:
            passage = passage_of(version.id, version.text, start, end)
            made = Check(uuid4().hex, self._reading.document.id, passage, state, now)
            edits.append(Edit(None, made))
        if edits:
            self._do(Change(labels.CHECK if state is not None else labels.UNCHECK, tuple(edits)))

    def share(self, version: Version) -> float:
        """The part of a text (0..1) that is checked."""
        return checked_share(self.present, version.id, len(version.text))

    def _in(self, version: str) -> list[Check]:
        return [check for check in self.present if check.passage.version == version]


def _holds(check: Check, start: int, end: int) -> bool:
    return check.passage.start <= start and end <= check.passage.end


def _within(check: Check, start: int, end: int) -> bool:
    return start <= check.passage.start and check.passage.end <= end
