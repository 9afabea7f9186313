"""What is asked before words are given up that could not be saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.session import Session
from viewer.unsaved_bar import copy_unsaved_notes


def may_leave(session: Session, window: QWidget) -> bool:
    """Whether the window may close: all is saved, or the reader gives up what is not."""
    if session.saving.try_again(all_at_once=True):
        return True
    box = _box(window, str(session.saving.trouble))
    copy = box.addButton(_tr("Copy My Unsaved Notes"), QMessageBox.ButtonRole.ActionRole)
    lose = box.addButton(_tr("Close and Lose Them"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_tr("Go On"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    if box.clickedButton() is copy:
        copy_unsaved_notes(session)
        session.told.emit(
            _tr("Your unsaved notes are on the clipboard. Paste them somewhere before you close.")
        )
    return box.clickedButton() is lose


def may_lose_words(window: QWidget) -> bool:
    """Whether a tab may close with words that its editor could not hand over."""
    box = _box(window, "")
    lose = box.addButton(_tr("Close and Lose Them"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_tr("Go On"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is lose


def _box(window: QWidget, reason: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_tr("Not saved"))
    box.setText(_tr("Your last words could not be saved."))
    box.setInformativeText(reason)
    return box


def _tr(words: str) -> str:
    return QCoreApplication.translate("Leaving", words)
