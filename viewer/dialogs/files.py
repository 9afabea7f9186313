"""Which files to open, asked in the platform's own way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
