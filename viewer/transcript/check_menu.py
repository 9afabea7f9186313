"""The part of the text's menu that says how it compares with the scan."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from library.alignment.paging import paging_of
from library.model.checking import CheckState
from viewer.icons import icon
from viewer.reading import Reading
from viewer.transcript.check_marks import SIGNS
from viewer.transcript.text_view import TextView

Stretch = tuple[int, int]


def add_checks(menu: QMenu, reading: Reading, view: TextView, stretch: Stretch) -> None:
    """A submenu for a stretch of the text, and for the page it is on."""
    if view.sheet is None:
        return
    version = view.sheet.version
    now = reading.checking.state_of(version.id, *stretch)
    states = menu.addMenu(icon("list-checks"), _tr("Checked against the scan"))
    states.setEnabled(reading.is_kept)
    for state, words in _words().items():
        action = states.addAction(icon(SIGNS[state]), words)
        action.setCheckable(True)
        action.setChecked(now is state)
        wanted = None if now is state else state
        action.triggered.connect(
            lambda _=False, w=wanted: reading.checking.mark(version, *stretch, w)
        )
    states.addSeparator()
    page = states.addAction(_tr("The whole page is checked"))
    first, last = paging_of(reading.document, version).stretch_at(stretch[0])
    page.triggered.connect(lambda: reading.checking.mark(version, first, last, CheckState.CHECKED))


def _words() -> dict[CheckState, str]:
    return {
        CheckState.CHECKED: _tr("Checked"),
        CheckState.DOUBTFUL: _tr("Doubtful"),
        CheckState.LATER: _tr("To come back to"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Checks", words)
