"""Lists in dialogs as a reader sees and uses them."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from viewer.dialogs.listing import ListingDialog
from viewer.dialogs.listing_model import Entry


def lines(dialog: ListingDialog) -> list[str]:
    """The words of the rows that are shown."""
    return [entry.text for entry in dialog.model.entries()]


def headings(dialog: ListingDialog) -> list[str]:
    model = dialog.model
    rows = range(model.rowCount())
    return [model.index(row, 0).data() for row in rows if model.entry(row) is None]


def choose(dialog: ListingDialog, words: str | Callable[[Entry], bool]) -> None:
    """Choose the rows with these words, or that suit."""
    dialog.choose(words if callable(words) else lambda entry: words in entry.text)
    assert dialog.chosen(), f"{words!r} is not listed"


def press(dialog: ListingDialog, words: str) -> None:
    button(dialog, words).click()


def button(dialog: ListingDialog, words: str) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text() == words)
    return found
