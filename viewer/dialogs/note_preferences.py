"""What colours mean to the reader, and how long the trash keeps what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from library.model.annotation import Colour
from viewer.colours import swatch, usual_name
from viewer.settings import Settings

_LONGEST = 24  # characters of a name
_MOST_DAYS = 3650


class NotePreferences(QWidget):
    """Each choice holds at once."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.names: dict[Colour, QLineEdit] = {}
        self.days = self._make_days()
        self.sidecars = self._make_sidecars()
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for colour in Colour:
            form.addRow(self._label(colour), self._field(colour))
        form.addRow(self.tr("Empty the trash after"), self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 16, 4, 4)
        intro = QLabel(self.tr("Give the colours names that say what they mean to you."))
        intro.setObjectName("soft")
        column.addWidget(intro)
        column.addSpacing(4)
        column.addLayout(form)
        column.addWidget(self.sidecars)
        column.addStretch()

    def _label(self, colour: Colour) -> QLabel:
        label = QLabel()
        label.setPixmap(swatch(colour).pixmap(16, 16))
        label.setAccessibleName(usual_name(colour))
        return label

    def _field(self, colour: Colour) -> QLineEdit:
        field = self.names[colour] = QLineEdit(self._settings.colour_names.get(colour, ""))
        field.setPlaceholderText(usual_name(colour))
        field.setAccessibleName(self.tr("Name of the colour {0}").format(usual_name(colour)))
        field.setMaxLength(_LONGEST)
        field.editingFinished.connect(self._keep_names)
        return field

    def _make_days(self) -> QSpinBox:
        days = QSpinBox()
        days.setRange(0, _MOST_DAYS)
        days.setSpecialValueText(self.tr("never by itself"))
        days.setSuffix(self.tr(" days"))
        days.setValue(self._settings.trash_days)
        days.setAccessibleName(self.tr("Days after which the trash is emptied"))
        days.valueChanged.connect(self._keep_days)
        return days

    def _make_sidecars(self) -> QCheckBox:
        box = QCheckBox(self.tr("Write notes and records as files beside the documents, too"))
        box.setChecked(self._settings.writes_sidecars)
        box.toggled.connect(self._keep_sidecars)
        return box

    def _keep_sidecars(self, writes: bool) -> None:  # noqa: FBT001 - the state of a box
        self._settings.writes_sidecars = writes

    def _keep_names(self) -> None:
        given = {colour: " ".join(field.text().split()) for colour, field in self.names.items()}
        self._settings.colour_names = {colour: name for colour, name in given.items() if name}

    def _keep_days(self, days: int) -> None:
        self._settings.trash_days = days
