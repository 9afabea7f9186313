"""The part of the text's menu that says what is wrong with its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from library.model.correction import CorrectionKind
from viewer.icons import icon
from viewer.transcript.corrector import Corrector


def add_corrections(menu: QMenu, corrector: Corrector, offset: int | None = None) -> None:
    """For the selected words, else for those that were corrected at a place of the text."""
    stretch = corrector.stretch(offset)
    correct = menu.addAction(icon("spell-check"), _tr("Correct…"))
    correct.triggered.connect(lambda: corrector.ask(offset))
    marks = [(menu.addAction(words), kind) for kind, words in _words().items()]
    for mark, kind in marks:
        mark.triggered.connect(lambda _=False, kind=kind: corrector.mark(kind, offset))
    for action in (correct, *(mark for mark, _ in marks)):
        action.setEnabled(stretch is not None)
    if stretch is not None and corrector.touched(stretch):
        back = menu.addAction(icon("rotate-ccw"), _tr("Take back the correction"))
        back.triggered.connect(lambda: corrector.take_back(*stretch))
    menu.addSeparator()


def _words() -> dict[CorrectionKind, str]:
    return {
        CorrectionKind.SIC: _tr("[sic]: so on the scan"),
        CorrectionKind.UNCERTAIN: _tr("Uncertain [?]"),
        CorrectionKind.ILLEGIBLE: _tr("Illegible"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Corrections", words)
