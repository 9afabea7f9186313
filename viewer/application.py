"""The application object, for the window and for snapshots."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings, QTemporaryDir
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from library import __version__
from resources import font_files, icon_file


def make_app() -> QApplication:
    """The application with its names, fonts and icon."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    app.setApplicationName("Diptych")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("diptych")
    app.setWindowIcon(QIcon(str(icon_file("diptych"))))
    for file in font_files():
        QFontDatabase.addApplicationFont(str(file))
    font = app.font()
    font.setPixelSize(13)
    app.setFont(font)
    return app


def make_usual_settings(app: QApplication) -> QSettings:
    """Settings as at the first start; what is changed in them is forgotten at the end."""
    folder = QTemporaryDir()
    app.aboutToQuit.connect(folder.remove)
    return QSettings(folder.filePath("usual.ini"), QSettings.Format.IniFormat)


def make_settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Diptych", "Diptych")
