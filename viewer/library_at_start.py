"""Opening the library when the program starts; where it is hurt, the reader chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from library.errors import DiptychError, LibraryDamaged, NoBackups
from library.store.safety.backups import Backup
from library.store.safety.mending import mending
from library.store.safety.restoring import newest_good, restoring
from library.store.store import Store
from viewer.dialogs.damage import DamageDialog, WayOut
from viewer.waiting import waited_for

AT_ONCE = 8  # sentences; where there are more, all stand in the details


def open_library(folder: Path) -> Store | None:
    """The library, made whole again if need be; None where the reader left it as it is.

    Raises `LibraryError`s other than that it is damaged.
    """
    may_be_hurt = False
    while True:
        try:
            return Store.open(folder, look_over=None if may_be_hurt else waited_for)
        except LibraryDamaged as error:
            backup = _newest_good(folder)
            way = DamageDialog(error, backup, may_go_on=not may_be_hurt).ask()
            may_be_hurt = way is WayOut.GO_ON
            if way is None:
                return None
            _go(way, folder, backup)


def _go(way: WayOut, folder: Path, backup: Backup | None) -> None:
    try:
        if way is WayOut.MEND:
            mended = waited_for(mending(folder))
            _tell(*mended.sentences())
        elif way is WayOut.GO_BACK and backup is not None:
            waited_for(restoring(folder, backup))
    except DiptychError as error:
        _tell(str(error))


def _newest_good(folder: Path) -> Backup | None:
    try:
        return newest_good(folder)
    except NoBackups:
        return None


def _tell(*sentences: str) -> None:
    box = QMessageBox()
    box.setWindowTitle(QApplication.applicationName())
    box.setIcon(QMessageBox.Icon.Information)
    box.setText("\n".join(sentences[:AT_ONCE]))
    if len(sentences) > AT_ONCE:
        box.setDetailedText("\n".join(sentences))
    box.exec()
