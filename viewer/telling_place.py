"""Tells once that a library lies where other computers write, too."""

from __future__ import annotations

from library.store.whereabouts import shared_place
from viewer.session import Session
from viewer.settings import Settings


def tell_of_place(session: Session, settings: Settings) -> None:
    """Say it in the message bar, unless it was said of this library where it is now."""
    folder = session.store.folder.resolve()
    place = shared_place(folder)
    if place is not None and settings.is_news(f"{place}: {folder}"):
        session.failed.emit(place.sentence())
