"""Colours and style, light and dark.

The values are the look's tokens; widgets that paint themselves ask `tokens(palette)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from library.model.shade import SHADES
from viewer.style_sheet import style_sheet


class Scheme(StrEnum):
    """What the reader asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme."""

    chrome: str  # side panels, tab row, status bar
    desk: str  # behind the scan
    paper: str  # transcript, toolbar, cards
    field: str  # inputs
    line: str  # hairlines
    handle: str  # of scroll bars: seen at three to one on every ground
    ink: str
    soft: str  # labels
    accent: str
    on_accent: str
    wash: str  # what is chosen or switched on
    highlight: float  # opacity of an annotation's colour in the text
    hover: float  # opacity of the accent under the pointer


LIGHT = Tokens(
    chrome="#f6f5f2",
    desk="#e8e5de",
    paper="#fffdf9",
    field="#ffffff",
    line="#e2dfd8",
    handle="#8c877c",
    ink="#23211d",
    soft="#6b665c",
    accent="#2f6f8f",
    on_accent="#ffffff",
    wash="#d5e2e7",
    highlight=0.42,
    hover=0.20,
)
DARK = Tokens(
    chrome="#23221f",
    desk="#191816",
    paper="#1f1e1b",
    field="#2a2925",
    line="#37352f",
    handle="#7d786d",
    ink="#e6e2d8",
    soft="#9c978b",
    accent="#7fb8d2",
    on_accent="#16181a",
    wash="#30434b",
    highlight=0.30,
    hover=0.26,
)

NIGHT = QColor(33, 24, 0, 55)  # over white this is #cfcdc8: pages rest the eye in the dark

COLOURS = SHADES


def is_dark(palette: QPalette) -> bool:
    # Told by the ink: a style sheet may make a widget's ground transparent, which is black.
    return palette.color(QPalette.ColorRole.Text).lightness() > 128


def tokens(palette: QPalette) -> Tokens:
    """The tokens of the scheme that this palette belongs to."""
    return DARK if is_dark(palette) else LIGHT


def palette_of(t: Tokens) -> QPalette:
    """Qt's palette made of the tokens."""
    palette = QPalette(QColor(t.chrome))
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for which, value in (
        (role.Window, t.chrome),
        (role.WindowText, t.ink),
        (role.Base, t.field),
        (role.AlternateBase, t.chrome),
        (role.Text, t.ink),
        (role.Button, t.paper),
        (role.ButtonText, t.ink),
        (role.ToolTipBase, t.paper),
        (role.ToolTipText, t.ink),
        (role.PlaceholderText, t.soft),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.Link, t.accent),
        (role.LinkVisited, t.accent),
        (role.Accent, t.accent),
        (role.Mid, t.line),
        (role.Dark, t.line),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(t.soft)
        faded.setAlphaF(0.6)
        palette.setColor(group.Disabled, which, faded)
    return palette


class Theme(QObject):
    """Puts a scheme on the whole program, and follows the system where asked to."""

    changed = Signal(object)  # Tokens

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.use(scheme)

    @property
    def is_dark(self) -> bool:
        return is_dark(self._app.palette())

    def use(self, scheme: Scheme) -> None:
        self.scheme = scheme
        chosen = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(palette_of(chosen))
        self._app.setStyleSheet(style_sheet(chosen))
        self.changed.emit(chosen)

    def _wants_dark(self) -> bool:
        if self.scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.scheme is Scheme.DARK

    def _follow_system(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.use(self.scheme)
