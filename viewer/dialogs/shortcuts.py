"""All keyboard shortcuts in one table that can be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from viewer.dialogs.listing import ListingDialog
from viewer.dialogs.listing_model import Entry

Row = tuple[str, str, str]  # group, what it does, keys as they are shown


class ShortcutsDialog(ListingDialog):
    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Keyboard shortcuts"), "")
        self.show_entries(Entry(row, *row) for row in rows)
