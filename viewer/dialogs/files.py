"""Which files to open, asked in the platform's own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from library.export.writing import ENDINGS, PDF


def ask_for_files(parent: QWidget) -> list[Path]:
    """The files the reader chose; none where they changed their mind."""
    kinds = _tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.jp2)")
    names, _ = QFileDialog.getOpenFileNames(
        parent, _tr("Open"), "", f"{kinds};;{_tr('All files')} (*)"
    )
    return [Path(name) for name in names]


def ask_for_folder(parent: QWidget) -> list[Path]:
    """The folder of pictures the reader chose, alone in a list; none for none."""
    name = QFileDialog.getExistingDirectory(parent, _tr("Open a Folder of Pictures"))
    return [Path(name)] if name else []


def ask_for_references(parent: QWidget) -> Path | None:
    """A file of references; None where the reader changed their mind."""
    kinds = _tr("References (*.bib *.ris *.json)")
    title = _tr("Fill Records from References")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", f"{kinds};;{_tr('All files')} (*)")
    return Path(name) if name else None


def ask_where_to_export(parent: QWidget, name: str) -> tuple[str, Path] | None:
    """The form and the file to write annotations to; None where the reader changed their mind.

    `name` is offered, without an ending.
    """
    forms = {
        _tr("Markdown (*.md)"): "markdown",
        _tr("Web page (*.html)"): "html",
        _tr("Table for spreadsheets (*.csv)"): "csv",
        _tr("Web Annotations (*.jsonld)"): "jsonld",
        _tr("PDF with the annotations in it (*.pdf)"): PDF,
    }
    path, chosen = QFileDialog.getSaveFileName(
        parent, _tr("Export Annotations"), f"{name}.md", ";;".join(forms)
    )
    if not path:
        return None
    form = forms.get(chosen, "markdown")
    return form, Path(path).with_suffix(f".{ENDINGS[form]}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
