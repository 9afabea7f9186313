"""Citations on their way into another program, with their italics."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from library.citing.styled import Styled


def mime_of(paragraphs: Sequence[Styled], between: str = "\n") -> QMimeData:
    """As plain text, its paragraphs parted by `between`, and with italics."""
    data = QMimeData()
    data.setText(between.join(each.plain for each in paragraphs))
    data.setHtml("".join(f"<p>{each.html}</p>" for each in paragraphs))
    return data
