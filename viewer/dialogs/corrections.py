"""What the reader corrected in the texts of a document, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from library.model.correction import Correction
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.dialogs.wording import day_of
from viewer.places import Place
from viewer.reading import Reading


class CorrectionsDialog(ListingDialog):
    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Corrections"),
            self.tr("Nothing is corrected yet. Select words in the text, then press Ctrl+R."),
        )
        self.resize(480, 460)
        self._reading = reading
        self.add_deed(Deed(self.tr("Go There"), self._go, alone=True))
        self.add_deed(Deed(self.tr("Take Back"), self._take_back))
        reading.correcting.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.show_entries(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for version in self._reading.document.versions:
            layer = self._reading.correcting.layer(version)
            for _, each in layer.places:
                yield Entry(each, version.label, self._line(each), day_of(each.made))
            for each in layer.corrected.left_out:
                yield Entry(each, version.label, self._line(each), self.tr("not shown"))

    def _line(self, correction: Correction) -> str:
        """Before and after."""
        before = f"“{_plain(correction.passage.quote)}”"
        after = _plain(correction.shown)
        return f"{before} → “{after}”" if after else self.tr("{0} goes").format(before)

    def _go(self, keys: Sequence[Correction]) -> None:
        version = self._reading.document.version(keys[0].passage.version)
        if version is None:
            return
        for (start, end), correction in self._reading.correcting.layer(version).places:
            if correction == keys[0]:
                self._reading.go_to(Place(version=version.id, offset=start, end=end))

    def _take_back(self, keys: Sequence[Correction]) -> None:
        self._reading.correcting.take_back(keys)


def _plain(words: str) -> str:
    return " ".join(words.split())
