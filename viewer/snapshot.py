"""A picture of a document's tab, drawn without a display.

The document may be in the library, or a file that is read without being added to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from library.cli.finding import id_in_library, names_file, parcel_at
from library.cli.joined import JoinedDocument
from library.errors import LibraryUnwritable, PageNotFound
from library.importers.importing import read_document
from library.joining.recognised import texts_of
from library.model.reading import Arrangement
from library.pages.pool import ReadingPool
from library.progress import quietly
from library.store.store import Store
from viewer.actions import make_actions
from viewer.application import make_app
from viewer.clock import utc_now
from viewer.document_tab import DocumentTab
from viewer.page_source import PageSource
from viewer.places import Place
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.spotlight import light
from viewer.theme import Scheme, Theme

PATIENCE = 20_000  # ms until a page that does not come is left blank
LOOK_EVERY = 25  # ms
STILL_LOOKS = 8  # so often in a row nothing may be waiting; small pages are asked for late


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw."""

    document: str  # an id, or a file
    library: Path
    password: str | None
    page: int | None  # of the file, from 1
    size: tuple[int, int]  # pixels
    dark: bool
    hover: str = ""  # words that are lit on both sides
    lines: bool = False  # line by line


def take(
    wanted: Wanted, out: Path, pool: ReadingPool, joined: JoinedDocument | None = None
) -> None:
    """Write the picture as a PNG; light and lines need `joined`.  Raises `DiptychError`."""
    app = make_app()
    Theme(app, Scheme.DARK if wanted.dark else Scheme.LIGHT)
    reading = _reading(wanted, pool) if joined is None else _joined_reading(wanted, joined)
    reading.password = wanted.password
    pages = PageSource(pool, app)  # answers may come when an error has ended this function
    shell = QWidget()
    tab = DocumentTab(reading, pages, Settings(QSettings()), make_actions(shell))
    if wanted.lines:
        reading.arrange(Arrangement.STRIP)
    tab.setParent(shell)  # a window with a least size makes the offscreen plugin complain
    tab.resize(*wanted.size)
    shell.resize(*wanted.size)
    tab.show()
    shell.show()
    tab.show_state()
    tab.furnish()
    if wanted.page is not None:
        reading.go_to(Place(page=_shown_page(reading, wanted.page)))
    if joined is not None and wanted.hover:
        light(tab, wanted.hover, joined.problem)
    _wait(tab, pages)
    if not tab.grab().save(str(out), "PNG"):
        raise LibraryUnwritable(f"the picture could not be written to {out}")


def _reading(wanted: Wanted, pool: ReadingPool) -> Reading:
    """The document from the library with its notes, or from a file without adding it."""
    if not names_file(wanted.document):
        return _from_library(wanted.library, wanted.document)
    parcel = parcel_at(wanted.document)
    known = id_in_library(wanted.library, parcel)
    if known is not None:
        return _from_library(wanted.library, known)
    document = quietly(read_document(parcel, pool, wanted.password))
    return Reading(document, parcel.all_files, lambda _: None, utc_now)


def _joined_reading(wanted: Wanted, found: JoinedDocument) -> Reading:
    """The joined document with its notes, and with the text that was recognised on its scan."""
    texts = texts_of(found.document, found.joined)
    document = replace(found.document, versions=texts)
    reading = Reading(document, found.paths, lambda _: None, utc_now)
    if document.id:
        with Store.open(wanted.library, read_only=True) as store:
            reading.show_notes(store.annotations(document.id), store.bookmarks(document.id))
    reading.joint.take(found.joined, found.problem)
    return reading


def _from_library(library: Path, asked: str) -> Reading:
    with Store.open(library, read_only=True) as store:
        document = store.document(store.resolve(asked))
        paths = [store.path_of(file) for file in document.files]
        reading = Reading(document, paths, lambda _: None, utc_now)
        reading.show_notes(store.annotations(document.id), store.bookmarks(document.id))
    return reading


def _shown_page(reading: Reading, number: int) -> int:
    """The page of the scan to show for this page of the file: itself, or the nearest."""
    pages = reading.document.pages
    if number > len(pages):
        raise PageNotFound(number, len(pages))
    shown = reading.document.scan_pages or (number - 1,)
    return min(shown, key=lambda page: abs(page - (number - 1)))


def _wait(tab: DocumentTab, pages: PageSource) -> None:
    """Let the tab work until its page is sharp and nothing is waiting to be drawn."""
    loop = QEventLoop()
    still = 0

    def look() -> None:
        nonlocal still
        sheet = tab.text.view.sheet
        is_set = sheet is None or sheet.whole
        is_lined = tab.sides.arrangement is not Arrangement.STRIP or tab.strip.is_sharp
        is_sharp = tab.scan.view.is_sharp and is_lined
        still = still + 1 if is_set and is_sharp and pages.is_idle else 0
        if still == STILL_LOOKS:
            loop.quit()

    looks = QTimer()
    looks.timeout.connect(look)
    looks.start(LOOK_EVERY)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
