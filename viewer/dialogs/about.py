"""What the program is, whose work it stands on, and where its source is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

import viewer
from library import __version__
from viewer.dialogs.sheet import Sheet
from viewer.fields import Field, Value, field_label, hairline
from viewer.icons import icon

COMPONENTS = (  # name, licence
    ("Qt and PySide6", "LGPL-3.0-only"),
    ("MuPDF and PyMuPDF", "AGPL-3.0-or-later"),
    ("sqlite-utils", "Apache-2.0"),
    ("Pillow", "MIT-CMU"),
    ("Click", "BSD-3-Clause"),
    ("Lucide icons", "ISC"),
    ("Gentium Plus", "OFL-1.1"),
    ("Special Elite", "Apache-2.0"),
)


class AboutDialog(Sheet):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(500, parent)
        self.setWindowTitle(self.tr("About Diptych"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._text())
        column.addWidget(self._licence())
        column.addWidget(self._source())
        column.addWidget(hairline())
        column.addWidget(field_label(self.tr("Made with")))
        column.addLayout(self._components())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(4)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(icon("diptych").pixmap(QSize(48, 48), self.devicePixelRatioF()))
        name = QLabel("Diptych")
        name.setObjectName("title")
        version = QLabel(self.tr("Version {version}").format(version=__version__))
        version.setObjectName("softText")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(name)
        words.addWidget(version)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _text(self) -> Value:
        return Value(
            self.tr(
                "A reader for archival documents: the scan beside the transcript, with the "
                "record and your notes. Everything is kept on this computer; Diptych opens no "
                "network connection."
            ),
            self.tr("What Diptych is"),
        )

    def _licence(self) -> Field:
        words = self.tr(
            "AGPL-3.0-or-later. You may use, study, share and change it; what you pass on stays "
            "free in the same way. It comes without any warranty."
        )
        label = self.tr("Licence")
        return Field(label, Value(words, label))

    def _source(self) -> Field:
        folder = Path(viewer.__file__).parent.parent
        label = self.tr("Source")
        words = self.tr("The source is the Python you run: {folder}").format(folder=folder)
        return Field(label, Value(words, label))

    def _components(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(24)
        for row, (name, licence) in enumerate(COMPONENTS):
            grid.addWidget(QLabel(name), row, 0)
            soft = QLabel(licence)
            soft.setObjectName("softText")
            grid.addWidget(soft, row, 1)
        grid.setColumnStretch(1, 1)
        return grid
