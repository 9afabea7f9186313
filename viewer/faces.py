"""The faces that texts are set in."""

from __future__ import annotations

from PySide6.QtGui import QFont

from viewer.settings import Typography

FAMILIES = (
    "Gentium Plus",
    "Noto Serif",
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "DejaVu Serif",
    "serif",
)


def reading_font(typography: Typography, dots_per_inch: int) -> QFont:
    """The reading face with its fallbacks; Qt takes parts of a pixel only in points."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(typography.size * 72 / dots_per_inch)
    return font
