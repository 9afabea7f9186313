"""Citing documents: each style with its words, ready to be copied, dragged out or written.

The style that is chosen here is the one that copying uses from then on.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from library.citing.cited import Cited, cited
from library.citing.style import Style
from library.citing.styled import Styled
from library.citing.styles import ENDINGS, SENTENCES, written
from library.export.writing import write_text
from library.progress import Progress
from viewer.citations import mime_of
from viewer.dialogs.sheet import Sheet
from viewer.fields import hairline
from viewer.session import Session
from viewer.settings import Settings

_SHOWN = 2  # documents whose citations are shown
_WIDTH = 720  # px


class CitingDialog(Sheet):
    """Cites documents of the library."""

    def __init__(
        self, session: Session, settings: Settings, ids: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("Cite"))
        self._session, self._settings, self._ids = session, settings, tuple(ids)
        first = [cited(session.store.document(each)) for each in self._ids[:_SHOWN]]
        self.styles = QButtonGroup(self)
        self.rows: dict[Style, CitationRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for number, (style, name) in enumerate(style_names().items()):
            if number:
                column.addWidget(hairline())
            row = self.rows[style] = CitationRow(name, self._shown(first, style))
            row.choice.setChecked(style is settings.citation_style)
            row.copying.clicked.connect(lambda _=False, s=style: self._copy(s))
            self.styles.addButton(row.choice, number)
            column.addWidget(row)
        self.styles.idClicked.connect(self._choose)
        column.addSpacing(4)
        column.addWidget(self._note())
        column.addLayout(self._buttons())

    def _shown(self, first: Sequence[Cited], style: Style) -> list[Styled]:
        lines = [SENTENCES[style](source) for source in first]
        more = len(self._ids) - len(first)
        return [*lines, Styled((self.tr("and {0} more").format(more),))] if more > 0 else lines

    def _note(self) -> QLabel:
        note = QLabel(
            self.tr("Copied words, notes and documents are cited in the style you choose here.")
        )
        note.setObjectName("softText")
        return note

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("For reference managers:")))
        self.files: dict[Style, QPushButton] = {}
        names = {Style.BIBTEX: "BibTeX…", Style.RIS: "RIS…", Style.CSL_JSON: "CSL-JSON…"}
        for style, name in names.items():
            button = self.files[style] = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, s=style: self._ask_where(s))
            row.addWidget(button)
        row.addStretch()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        return row

    # --- What is done ----------------------------------------------------------------

    def _choose(self, number: int) -> None:
        self._settings.citation_style = tuple(style_names())[number]

    def _copy(self, style: Style) -> None:
        job = self._session.jobs.begin(self._sources())
        job.finished.connect(lambda sources: self._take(sources, style))
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _take(self, sources: Sequence[Cited], style: Style) -> None:
        QGuiApplication.clipboard().setMimeData(
            mime_of([SENTENCES[style](source) for source in sources])
        )
        self._session.told.emit(self.tr("The citation was copied."))

    def _ask_where(self, style: Style) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write References"), f"references.{ENDINGS[style]}"
        )
        if name:
            self.write(style, Path(name))

    def write(self, style: Style, target: Path) -> None:
        """Write a file of references; what cannot be done is told."""
        job = self._session.jobs.begin(self._writing(style, target))
        told = self.tr("Written: {0}").format(target)
        job.finished.connect(lambda _: self._session.told.emit(told))
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _writing(self, style: Style, target: Path) -> Generator[Progress, None, None]:
        sources = yield from self._sources()
        write_text(written(sources, style), target)

    def _sources(self) -> Generator[Progress, None, list[Cited]]:
        found = []
        for done, each in enumerate(self._ids):
            yield Progress(done, len(self._ids), self.tr("Gathering citations"))
            found.append(cited(self._session.store.document(each)))
        return found


class CitationRow(QWidget):
    """One style: its name to choose, its words to drag, and a button that copies them."""

    def __init__(self, name: str, lines: Sequence[Styled]) -> None:
        super().__init__()
        self.choice = QRadioButton(name)
        self.words = _Words(lines)
        self.copying = QPushButton(QCoreApplication.translate("CitationRow", "Copy"))
        self.copying.setAutoDefault(False)
        self.copying.setAccessibleName(
            QCoreApplication.translate("CitationRow", "Copy: {0}").format(name)
        )
        head = QHBoxLayout()
        head.addWidget(self.choice, 1)
        head.addWidget(self.copying)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)


class _Words(QLabel):
    """Citations as they will be pasted; they can be dragged into another program."""

    def __init__(self, lines: Sequence[Styled]) -> None:
        super().__init__("".join(f"<p>{line.html}</p>" for line in lines))
        self._lines = tuple(lines)
        self._pressed: QPoint | None = None
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setObjectName("cited")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(mime_of(self._lines))
            drag.exec(Qt.DropAction.CopyAction)


def style_names() -> Mapping[Style, str]:
    """The styles of sentences, as the reader knows them."""
    return {
        Style.ARCHIVE: _tr("As the archive cites it"),
        Style.CHICAGO_NOTE: _tr("Chicago, note"),
        Style.CHICAGO_BIBLIOGRAPHY: _tr("Chicago, bibliography"),
        Style.MLA: _tr("MLA"),
        Style.APA: _tr("APA"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("CitingDialog", text)
