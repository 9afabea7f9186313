"""Why there is no document to show, in a friendly sentence, and what would help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from library.shelving.question import PlaceKind, ShelfQuestion


@dataclass(frozen=True, slots=True)
class Emptiness:
    title: str
    words: str = ""


def emptiness(question: ShelfQuestion) -> Emptiness:
    if any(question.chosen.values()) or question.days is not None:
        return Emptiness(
            _tr("No document fits all filters"), _tr("Take one of them away to see more.")
        )
    return {
        PlaceKind.STARRED: Emptiness(
            _tr("Nothing is starred yet"), _tr("Star the documents you come back to.")
        ),
        PlaceKind.TO_READ: Emptiness(
            _tr("Nothing is waiting to be read"),
            _tr("Mark documents as “to read” in their menu, and they are kept here."),
        ),
        PlaceKind.RECENTLY_READ: Emptiness(
            _tr("Nothing was read yet"), _tr("The documents you open are kept here.")
        ),
        PlaceKind.COLLECTION: Emptiness(
            _tr("This collection is empty"),
            _tr("Drag documents from the table to its name on the left, or use their menu."),
        ),
        PlaceKind.TRASH: Emptiness(
            _tr("The trash is empty"), _tr("Documents that you remove wait here.")
        ),
    }.get(question.place.kind, Emptiness(_tr("There is nothing here")))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
