"""What menus offer for the places of words: to say where they stand, and to forget that."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from library.model.annotation import Passage, Region
from library.model.own_link import OwnLink
from viewer.icons import icon
from viewer.reading import Reading

_SHOWN = 24  # characters of the words


def add_placing(
    menu: QMenu, reading: Reading, passage: Passage | None, region: Region | None = None
) -> None:
    """Give selected words a place: `region` where there is one to be pointed at, else drawn."""
    mending = reading.mending
    if passage is None or not mending.can_place(passage):
        return
    if region is not None:
        action = menu.addAction(icon("link"), _tr("“{0}” stands here").format(_short(passage)))
        action.triggered.connect(lambda: mending.place(passage, region))
    else:
        action = menu.addAction(icon("link"), _tr("This stands here…"))
        action.setToolTip(_tr("Draw the place of these words on the scan"))
        action.triggered.connect(lambda: mending.begin(passage))


def add_own_place(menu: QMenu, reading: Reading, own: OwnLink | None) -> None:
    """Say that the reader joined the words there, and offer to forget it."""
    if own is None:
        return
    told = menu.addAction(icon("link"), joined_words(own))
    told.setEnabled(False)
    forget = menu.addAction(icon("unlink"), _tr("Forget this place"))
    forget.triggered.connect(lambda: reading.notebook.unlink(own))


def joined_words(own: OwnLink) -> str:
    """“Joined by you”, with the words."""
    return _tr("Joined by you: “{0}”").format(_short(own.passage))


def _short(passage: Passage) -> str:
    words = " ".join(passage.quote.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Places", text)
