"""Start-up as a list of plain steps; the only file that knows all parts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from library.errors import DiptychError, LibraryError, LibraryInUse, LibraryUnwritable
from library.importers.importing import ImportReport
from library.pages.pool import ReadingPool
from library.pages.worker_process import give_large_memory_back
from library.store.reading_store import ReadingStore
from library.store.safety.backups import Backup
from library.store.safety.restoring import restoring
from resources import guide_file
from viewer.application import make_app, make_settings, make_usual_settings
from viewer.backing_up import BackingUp
from viewer.clock import utc_now
from viewer.colours import name_colours
from viewer.crash_log import CrashLog, log_folder
from viewer.crashing import CrashWatch
from viewer.handover import Handover, hand_over
from viewer.jobs import Jobs
from viewer.library_at_start import open_library
from viewer.main_window import MainWindow
from viewer.page_source import PageSource
from viewer.reading_only import ReadingOnly
from viewer.session import Session
from viewer.settings import Settings
from viewer.sidecar_writing import SidecarWriting
from viewer.telling_place import tell_of_place
from viewer.theme import Theme
from viewer.waiting import waited_for

GUIDE_GIVEN = "guide given"
JOBS_MAY_TAKE = 5.0  # seconds to come to their next step
GUIDE_AFTER = 1500  # ms: the reader's own file comes first
INDEX_AFTER = 4000  # ms


def run(
    paths: Sequence[Path],
    folder: Path,
    password: str | None,
    pool: ReadingPool,
    *,
    safe_mode: bool = False,
) -> int:
    """Show the window until the reader closes it; gives the program's exit code."""
    crash_log = CrashLog(log_folder())
    code = _run(paths, folder, password, pool, crash_log.last_fault, safe_mode=safe_mode)
    crash_log.close()
    return code


def _run(
    paths: Sequence[Path],
    folder: Path,
    password: str | None,
    pool: ReadingPool,
    last_fault: str = "",
    *,
    safe_mode: bool = False,
) -> int:
    give_large_memory_back()
    app = make_app()
    settings = Settings(make_usual_settings(app) if safe_mode else make_settings(), app)
    theme = Theme(app, settings.scheme)
    hindrance: LibraryError | None = None
    try:
        try:
            store = open_library(folder)
        except (LibraryInUse, LibraryUnwritable) as error:
            if isinstance(error, LibraryInUse) and hand_over(folder, paths):
                return 0
            hindrance, store = error, ReadingStore.open_to_read(folder)
    except DiptychError as error:
        QMessageBox.critical(None, app.applicationName(), str(error))
        sys.stderr.write(f"diptych: {error}\n")
        return 1
    if store is None:
        return 0
    name_colours(settings.colour_names)
    settings.colour_names_changed.connect(name_colours)
    session = Session(store, PageSource(pool), Jobs())
    window = MainWindow(session, settings, theme)
    crash_watch = CrashWatch(window)
    crash_watch.refused.connect(session.failed)
    crash_watch.begin()
    if hindrance is not None:
        return _only_read(window, hindrance, paths, pool)
    handover = Handover(folder)
    handover.received.connect(window.receive)
    backing_up = BackingUp(session, window)
    window.actions_by_name["backups"].triggered.connect(lambda _=False: backing_up.show_dialog())
    backing_up.begin()
    SidecarWriting(session, settings)
    if safe_mode:
        begin_safely(window, paths, password)
    else:
        window.restore()
        window.show()
        open_first(session, paths, password)
        QTimer.singleShot(GUIDE_AFTER, session, lambda: empty_trash(session, settings.trash_days))
        QTimer.singleShot(INDEX_AFTER, session, lambda: index_what_is_not(session))
    QTimer.singleShot(0, session, lambda: tell_of_place(session, settings))
    if last_fault:
        QTimer.singleShot(0, window, lambda: crash_watch.tell_of_last_time(last_fault))
    code = app.exec()
    handover.close()
    pool.close()
    session.jobs.finish(JOBS_MAY_TAKE)
    store.close()
    window.deleteLater()
    return code if backing_up.wanted is None else _open_as_it_was(folder, backing_up.wanted)


def _open_as_it_was(folder: Path, backup: Backup) -> int:
    """Go back to a backup, and show the window again."""
    try:
        waited_for(restoring(folder, backup))
    except DiptychError as error:
        QMessageBox.critical(None, QApplication.applicationName(), str(error))
    return _run((), folder, None, ReadingPool())


def _only_read(
    window: MainWindow, hindrance: LibraryError, paths: Sequence[Path], pool: ReadingPool
) -> int:
    """Show a window that changes nothing; if the reader wants to write, show another then."""
    session = window.session
    reading_only = ReadingOnly(window, hindrance)
    window.actions_by_name["backups"].setEnabled(False)  # going back is for who may write
    window.restore()
    window.show()
    session.open_paths(paths)
    code = QApplication.exec()
    pool.close()
    session.jobs.finish(JOBS_MAY_TAKE)
    session.store.close()
    window.deleteLater()
    if not reading_only.wants_to_write:
        return code
    read = [path for reading in session.readings for path in reading.paths[:1]]
    return _run(read, session.store.folder, None, ReadingPool())


def begin_safely(window: MainWindow, paths: Sequence[Path], password: str | None) -> None:
    """Nothing that is not asked for: no tabs of the last time, no work in the background."""
    window.session.joining.recognises = False
    window.take_usual_size()
    window.show()
    window.status.keep_saying(
        window.tr("Safe mode: usual settings, no tabs of the last time, no background work")
    )
    window.session.open_paths(paths, password)


def index_what_is_not(session: Session) -> None:
    """So that searches find what an earlier version, or another program, put into the library."""
    session.jobs.begin(session.store.search.catching_up(), quiet=True)


def empty_trash(session: Session, days: int) -> None:
    """Take away for good what has been in the trash for so many days; 0 for never."""
    if days:
        with suppress(LibraryError):  # the next start tries again
            session.store.trash.empty(utc_now() - timedelta(days=days))


def open_first(session: Session, paths: Sequence[Path], password: str | None) -> None:
    """Open what was asked for; a new library gets the guide, in front if nothing else is."""
    if paths:
        session.open_paths(paths, password)
    if session.store.recall(GUIDE_GIVEN) is None:
        QTimer.singleShot(GUIDE_AFTER if paths else 0, lambda: give_guide(session, bool(paths)))


def give_guide(session: Session, quietly: bool) -> None:  # noqa: FBT001
    """Put the guide into a new library; the next start tries again if that failed."""

    def given(report: ImportReport) -> None:
        for _, document_id in (*report.added, *report.known):
            session.store.remember(GUIDE_GIVEN, value=True)
            if not quietly:
                session.open_document(document_id)

    session.add_quietly([guide_file()]).finished.connect(given)
