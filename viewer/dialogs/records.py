"""The records of several documents, written at once: one change, for undo to take back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from library.model.change import Change
from library.model.record import Record
from library.model.record_fields import Values, kind_of, values_of
from library.shelving.recording import recorded
from viewer import labels
from viewer.dialogs.sheet import Sheet
from viewer.record_names import field_name
from viewer.session import Session

_FIELDS = (
    *("creator", "date", "original_language", "repository", "collection", "container"),
    *("contributors", "subject", "classification", "place", "publisher", "rights"),
)
_BETWEEN = "; "  # several values of a field, on its one line
_WIDTH = 560  # px


class RecordsDialog(Sheet):
    """What is not touched stays as it is in each of the documents."""

    def __init__(self, session: Session, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._session, self._ids = session, tuple(ids)
        self.setWindowTitle(self.tr("Edit {0} Records").format(len(self._ids)))
        records = [session.store.records.record(each) for each in self._ids]
        self.fields = {field: _Field(field, records) for field in _FIELDS}
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field, line in self.fields.items():
            form.addRow(field_name(field), line)
        note = QLabel(
            self.tr(
                "Only the fields that you write in are changed. A semicolon parts several values."
            )
        )
        note.setObjectName("softText")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _save(self) -> None:
        wanted = {name: field.values() for name, field in self.fields.items() if field.isModified()}
        edits = recorded(self._ids, wanted, self._session.store.records.of)
        if edits:
            self._session.history.do(None, Change(labels.EDIT_RECORD, edits))
        self.accept()


class _Field(QLineEdit):
    """A field of all of the records: their common value, or the word that there are several."""

    def __init__(self, field: str, records: Sequence[Record]) -> None:
        super().__init__()
        self._many = kind_of(field).many
        self.setAccessibleName(field_name(field))
        said = {_shown(field, values_of(record, field)) for record in records}
        if len(said) == 1:
            self.setText(_BETWEEN.join(next(iter(said))))
        else:
            self.setPlaceholderText(self.tr("several values"))

    def values(self) -> Values:
        written = self.text().split(_BETWEEN.strip()) if self._many else [self.text()]
        return tuple(value for each in written if (value := " ".join(each.split())))


def _shown(field: str, values: Values) -> Values:
    """A date as it is written, without its EDTF."""
    return values[:1] if field == "date" else values
