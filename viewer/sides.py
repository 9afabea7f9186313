"""Scan and text with a divider between them; a side that is empty gives its room up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from library.model.reading import Arrangement
from viewer.reading import Reading

LEAST = 180, 120  # px, of each side


class Sides(QWidget):
    """Shares the room as the reading says, and remembers where the divider is."""

    arranged = Signal()

    def __init__(
        self, reading: Reading, scan: QWidget, text: QWidget, make_strip: Callable[[], QWidget]
    ) -> None:
        """`make_strip` makes what shows both line by line, when it is first wanted."""
        super().__init__()
        self._reading = reading
        self._scan = scan
        self._text = text
        self._make_strip = make_strip
        self._strip: QWidget | None = None
        self._divided = QSplitter()
        self._divided.setObjectName("sides")
        self._divided.setHandleWidth(1)
        self._divided.setChildrenCollapsible(False)
        for side in (scan, text):
            side.setMinimumSize(*LEAST)
            self._divided.addWidget(side)
        self._reason = QLabel()  # why one side has all the room
        self._reason.setObjectName("reason")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._divided, 1)
        self._column.addWidget(self._reason)
        self._divided.splitterMoved.connect(self._keep_divider)
        reading.arrangement_changed.connect(self._arrange)
        reading.document_changed.connect(self._arrange)
        self._arrange()

    @property
    def arrangement(self) -> Arrangement:
        """How the sides stand: as the reader chose, unless one of them is empty."""
        if self._lacks_scan:
            return Arrangement.TEXT_ONLY
        wanted = self._reading.position.arrangement
        if self._lacks_text and wanted is not Arrangement.STRIP:  # which says what is missing
            return Arrangement.SCAN_ONLY
        return wanted

    def take_text(self, text: QWidget) -> None:
        """The text's panel is made now, and stands where its room was kept."""
        text.setMinimumSize(*LEAST)
        self._text = text
        self._arrange()

    @property
    def _lacks_scan(self) -> bool:
        return not self._reading.document.scan_pages

    @property
    def _lacks_text(self) -> bool:
        """Whether there is no text, as far as is known."""
        reading = self._reading
        known = reading.is_whole or not reading.expects_text
        return known and not reading.document.versions

    def _arrange(self, _: object = None) -> None:
        now = self.arrangement
        self._show_strip(now is Arrangement.STRIP)
        stacked = now is Arrangement.STACKED
        self._divided.setOrientation(
            Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        )
        self._scan.setVisible(now is not Arrangement.TEXT_ONLY)
        self._text.setVisible(now is not Arrangement.SCAN_ONLY)
        self._give_reason()
        share = self._reading.position.divider
        self._divided.setSizes([round(10_000 * share), round(10_000 * (1 - share))])
        self.arranged.emit()

    def _show_strip(self, shown: bool) -> None:  # noqa: FBT001 - a state
        if shown and self._strip is None:
            self._strip = self._make_strip()
            self._column.insertWidget(0, self._strip, 1)
        if self._strip is not None:
            self._strip.setVisible(shown)
        self._divided.setVisible(not shown)

    def _give_reason(self) -> None:
        """Say in a slim line why a side is not there."""
        lacks_one = self._lacks_text != self._lacks_scan
        is_strip = self.arrangement is Arrangement.STRIP
        self._reason.setVisible(self._reading.is_whole and lacks_one and not is_strip)
        if self._lacks_text:
            words = self.tr("This document has no transcript, so the scan has all the room.")
        else:
            words = self.tr("This document has no scan, so the text has all the room.")
        self._reason.setText(words)

    def _keep_divider(self) -> None:
        first, second = self._divided.sizes()
        if first and second:
            self._reading.keep(divider=first / (first + second))
