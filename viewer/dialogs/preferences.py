"""Appearance and typography, with a live sample.  Each choice holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.dialogs.note_preferences import NotePreferences
from viewer.fields import field_label, hairline
from viewer.settings import Settings, Typography
from viewer.theme import Scheme, Theme

_SAMPLE_HEIGHT = 200  # px


class PreferencesDialog(QDialog):
    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(720)
        self._settings, self._theme = settings, theme
        self.schemes = QButtonGroup(self)
        self.size_choice = Choice(self.tr("Text size"), self.tr("{value} px"), 9, 60, 0.5)
        self.height_choice = Choice(self.tr("Line height"), "{value}", 1, 3, 0.05)
        self.length_choice = Choice(self.tr("Line length"), self.tr("{value} em"), 16, 120, 1)
        self.notes = NotePreferences(settings)
        self.sample = _Sample(self._sample_text(), self.tr("Sample of the text"))
        self._fill_in(settings.typography)
        for choice in self._choices():
            choice.changed.connect(self._keep)
        self._lay_out()

    def _choices(self) -> tuple[Choice, ...]:
        return self.size_choice, self.height_choice, self.length_choice

    def _sample_text(self) -> str:
        return self.tr(
            "A transcript is read slowly, and often late in the day. The letters should be as "
            "large as you like, the lines neither long nor tight.\nДокумент читают медленно. "
            "Τὸ κείμενον ἀναγιγνώσκεται βραδέως."
        )

    def _scheme_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        names = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        for number, (scheme, name) in enumerate(zip(Scheme, names, strict=True)):
            button = QRadioButton(name)
            button.setAccessibleName(self.tr("Appearance: {name}").format(name=name))
            button.setChecked(scheme is self._settings.scheme)
            self.schemes.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        self.schemes.idClicked.connect(self._use_scheme)
        return row

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(32)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Appearance"), self._scheme_row())
        for choice in self._choices():
            form.addRow(choice.name, choice)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(4, 16, 4, 4)
        column.setSpacing(12)
        column.addLayout(form)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addWidget(field_label(self.tr("Sample")))
        column.addWidget(self.sample)
        pages = QTabWidget()
        pages.setDocumentMode(True)
        pages.addTab(reading, self.tr("Reading"))
        pages.addTab(self.notes, self.tr("Notes"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(pages)
        whole.addWidget(self._note())
        whole.addWidget(self._buttons())

    def _note(self) -> QLabel:
        note = QLabel(self.tr("Every choice holds at once."))
        note.setObjectName("soft")
        return note

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        usual = QPushButton(self.tr("Usual typography"))
        usual.setAutoDefault(False)
        usual.clicked.connect(self._take_usual)
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill_in(self, typography: Typography) -> None:
        self.size_choice.set_value(typography.size)
        self.height_choice.set_value(typography.line_height)
        self.length_choice.set_value(typography.line_length)
        self.sample.use(typography)

    def _use_scheme(self, number: int) -> None:
        scheme = tuple(Scheme)[number]
        self._settings.scheme = scheme
        self._theme.use(scheme)

    def _take_usual(self) -> None:
        self._fill_in(Typography())

    def _keep(self) -> None:
        typography = Typography(
            size=self.size_choice.value(),
            line_height=self.height_choice.value(),
            line_length=round(self.length_choice.value()),
        )
        self._settings.typography = typography
        self.sample.use(typography)


class Choice(QWidget):
    """A number on a slider, with its value beside it."""

    changed = Signal()

    def __init__(self, name: str, shown: str, least: float, most: float, step: float) -> None:
        """`shown` says how the value is written: "{value} px"."""
        super().__init__()
        self.name, self._shown, self._step = name, shown, step
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(least / step), round(most / step))
        self.slider.setPageStep(max(1, (self.slider.maximum() - self.slider.minimum()) // 10))
        self.slider.setMinimumHeight(20)
        self.slider.setAccessibleName(name)
        self._label = QLabel()
        self._label.setMinimumWidth(64)
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self._label)
        self.slider.valueChanged.connect(self._tell)
        self._write()

    def value(self) -> float:
        return round(self.slider.value() * self._step, 2)

    def set_value(self, value: float) -> None:
        self.slider.setValue(round(value / self._step))
        self._write()

    def _tell(self) -> None:
        self._write()
        self.changed.emit()

    def _write(self) -> None:
        words = self._shown.format(value=f"{self.value():g}")
        self._label.setText(words)
        self.slider.setAccessibleDescription(words)


class _Sample(QTextEdit):
    """A few lines set as the transcript would be."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self.setObjectName("field")
        self.setReadOnly(True)
        self.setFixedHeight(_SAMPLE_HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(8)
        self.setPlainText(text)
        self._length = 0.0  # px

    def use(self, typography: Typography) -> None:
        letters = QTextCharFormat()
        letters.setFontFamilies(["Gentium Plus", "serif"])
        # In pixels, as the text view sets it; Qt has no setter for it on a format.
        letters.setProperty(QTextFormat.Property.FontPixelSize, round(typography.size))
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        lines.setLineHeight(typography.size * typography.line_height, fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(letters)
        cursor.mergeBlockFormat(lines)
        self._length = typography.size * typography.line_length
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """At the line length, or at the edge where that comes first."""
        if self._length + 32 < self.viewport().width():
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(round(self._length) + 16)
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
