"""A picture of a document's tab, drawn without a display.

The document may be in the library, or a file that is read without being added to it.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from library.cli.asking import Asked, find_document
from library.errors import LibraryUnwritable, PageNotFound
from library.pages.pool import ReadingPool
from viewer.actions import make_actions
from viewer.app import make_app
from viewer.clock import utc_now
from viewer.document_tab import DocumentTab
from viewer.page_source import PageSource
from viewer.reading import Place, Reading
from viewer.settings import Settings
from viewer.theme import Scheme, Theme

PATIENCE = 20_000  # ms until a page that does not come is left blank
QUIET_ROUNDS = 5  # so often nothing may be waiting before the picture is taken


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw."""

    document: str  # an id, or a file
    library: Path
    password: str | None
    page: int | None  # of the file, from 1
    size: tuple[int, int]  # pixels
    dark: bool


def take(wanted: Wanted, out: Path, pool: ReadingPool) -> None:
    """Write the picture as a PNG.  Raises `DiptychError`."""
    app = make_app()
    Theme(app, Scheme.DARK if wanted.dark else Scheme.LIGHT)
    asked = find_document(wanted.document, wanted.library, pool, wanted.password)
    reading = _reading(asked, wanted)
    pages = PageSource(pool)
    shell = QWidget()
    tab = DocumentTab(reading, pages, Settings(QSettings()), make_actions(shell))
    tab.resize(*wanted.size)
    tab.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    tab.show()
    tab.show_state()
    if wanted.page is not None:
        reading.go_to(Place(page=_shown_page(reading, wanted.page)))
    _wait(app, pages)
    if not tab.grab().save(str(out), "PNG"):
        raise LibraryUnwritable(f"the picture could not be written to {out}")


def _reading(asked: Asked, wanted: Wanted) -> Reading:
    reading = Reading(asked.document, asked.paths, lambda _: None, utc_now)
    reading.password = wanted.password
    reading.show_notes(asked.annotations, asked.bookmarks)
    return reading


def _shown_page(reading: Reading, number: int) -> int:
    """The page of the scan to show for this page of the file: itself, or the nearest."""
    pages = reading.document.pages
    if number > len(pages):
        raise PageNotFound(number, len(pages))
    shown = reading.document.scan_pages or (number - 1,)
    return min(shown, key=lambda page: abs(page - (number - 1)))


def _wait(app: QApplication, pages: PageSource) -> None:
    """Let the window work until nothing is waiting to be drawn."""
    patience = QDeadlineTimer(PATIENCE)
    quiet = 0
    while quiet < QUIET_ROUNDS and not patience.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        quiet = quiet + 1 if pages.is_idle else 0
