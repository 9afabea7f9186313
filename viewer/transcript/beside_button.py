"""The button at the end of the tabs that shows another text beside the one in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from library.model.document import Version
from viewer.icons import icon
from viewer.version_tabs import shown_label


class BesideButton(QToolButton):
    """Down while a text stands beside; not there where the document has but one."""

    chosen = Signal(str)  # id of the version that is to stand beside; "" for none

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: Sequence[Version] = ()
        self._beside: Version | None = None
        self.setObjectName("beside_text_button")
        self.setIcon(icon("columns-2"))
        self.setToolTip(self.tr("Show another text beside"))
        self.setAccessibleName(self.tr("Show another text beside"))
        self.setCheckable(True)
        self.clicked.connect(self._take_click)

    def show_texts(self, beside: Version | None, choices: Sequence[Version]) -> None:
        """Tell which text stands beside, and which can."""
        self._beside, self._choices = beside, choices
        self.setVisible(bool(choices))
        self.setChecked(beside is not None)

    def _take_click(self) -> None:
        """One other text comes or goes at once; of several, ask which."""
        self.setChecked(self._beside is not None)
        if self._beside is not None:
            self.chosen.emit("")
        elif len(self._choices) == 1:
            self.chosen.emit(self._choices[0].id)
        else:
            self._ask()

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for version in self._choices:
            action = menu.addAction(shown_label(version))
            action.triggered.connect(lambda _=False, v=version.id: self.chosen.emit(v))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
