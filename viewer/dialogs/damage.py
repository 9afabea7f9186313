"""What is hurt in the library, and what can be done about it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from library.errors import LibraryDamaged
from library.store.safety.backups import Backup, contents_of
from viewer.dialogs.sheet import Sheet
from viewer.dialogs.wording import clock_of, day_of, held_by

MOST = 500  # sentences that are listed
_LIST_HEIGHT = 150


class WayOut(Enum):
    """What the reader wants."""

    MEND = auto()
    GO_BACK = auto()
    GO_ON = auto()


class DamageDialog(Sheet):
    """Asked at the start, before there is a window."""

    def __init__(
        self,
        error: LibraryDamaged,
        backup: Backup | None,
        *,
        may_go_on: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`backup` is the newest that is whole, None where there is none."""
        super().__init__(560, parent)
        self.setWindowTitle(self.tr("Your library is damaged"))
        self.way: WayOut | None = None
        self.choices: dict[WayOut, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 20)
        self._column.setSpacing(6)
        self._say(self.tr("Something in your library is hurt"), "title")
        self._say(
            self.tr(
                "Diptych was not closed last time, or the disk has failed. Nothing will be "
                "deleted: what is replaced is kept aside."
            )
        )
        self._list(error)
        self._offer_mending()
        if backup is not None:
            self._offer_backup(backup)
        if may_go_on:
            self._offer(
                WayOut.GO_ON,
                self.tr("Go On as It Is"),
                self.tr("What is hurt may be wrong or missing. You will be asked again."),
            )
        self._add_quit()

    def ask(self) -> WayOut | None:
        """What the reader chose; None for leaving the library as it is."""
        self.exec()
        return self.way

    def _offer_mending(self) -> None:
        self._offer(
            WayOut.MEND,
            self.tr("Mend the Library"),
            self.tr(
                "Keeps all that can be read. What cannot is taken from the history of your "
                "changes and from backups, and you are told what is lost."
            ),
        )
        self.choices[WayOut.MEND].setDefault(True)

    def _offer_backup(self, backup: Backup) -> None:
        contents = contents_of(backup.path)
        held = self.tr("What you made since then is not in it.")
        if contents is not None:
            held = f"{held_by(contents)} {held}"
        title = self.tr("Go Back to the Backup of {0}, {1}").format(
            day_of(backup.time), clock_of(backup.time)
        )
        self._offer(WayOut.GO_BACK, title, held)

    def _list(self, error: LibraryDamaged) -> None:
        hurt = QListWidget()
        hurt.setAccessibleName(self.tr("What is hurt"))
        hurt.setWordWrap(True)
        hurt.setSpacing(2)
        hurt.setFixedHeight(_LIST_HEIGHT)
        hurt.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hurt.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        hurt.addItems(list(error.hurt[:MOST]) or [str(error)])
        self._column.addSpacing(6)
        self._column.addWidget(hurt)

    def _offer(self, way: WayOut, title: str, told: str) -> None:
        button = QPushButton(title)
        button.clicked.connect(lambda: self._choose(way))
        self.choices[way] = button
        self._column.addSpacing(10)
        self._column.addWidget(button)
        self._say(told, "softText")

    def _add_quit(self) -> None:
        leave = QPushButton(self.tr("Quit"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self._column.addSpacing(10)
        self._column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)

    def _say(self, words: str, name: str = "") -> None:
        label = QLabel(words)
        label.setObjectName(name)
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _choose(self, way: WayOut) -> None:
        self.way = way
        self.accept()
