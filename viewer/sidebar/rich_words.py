"""The words of a note as they are meant: Markdown, set as rich text.

What a note holds is made into HTML that has text and nothing else (`html_of_note`), so that
Qt finds nothing in it to open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextDocument,
)

from library.export.rich_text import html_of_note
from library.model.note_links import with_links

_MARKED_UP = re.compile(r"[*_`#>\[\]|~\\<]|^\s*(?:[-+]|\d+[.)])\s|\n", re.MULTILINE)
_SHEET = (
    "p {{ margin: 0 0 6px 0 }} ul, ol {{ margin: 0 0 6px 0; -qt-list-indent: 1 }} "
    "li {{ margin: 0 }} a {{ color: {link}; text-decoration: none }} "
    "h1, h2, h3, h4 {{ font-size: large; margin: 4px 0 }} "
    "blockquote {{ margin: 0 0 6px 12px; color: {soft} }} code, pre {{ font-family: monospace }}"
)

Titles = Callable[[str], str | None]  # of an annotation, by its id


def is_marked_up(note: str) -> bool:
    """Whether the words are more than a plain line."""
    return _MARKED_UP.search(note) is not None


def rich_words(
    note: str, font: QFont, width: float, colours: tuple[str, str, str], titles: Titles
) -> QTextDocument:
    """The note in lines of this width.  `colours`: of the ink, of soft words, of links."""
    linked = with_links(note, lambda name: _link(name, titles(name)))
    return _document(linked, font.toString(), round(width), colours)


@lru_cache(maxsize=128)
def _document(note: str, font: str, width: int, colours: tuple[str, str, str]) -> QTextDocument:
    _, soft, link = colours
    document = QTextDocument()
    face = QFont()
    face.fromString(font)
    document.setDefaultFont(face)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_SHEET.format(link=link, soft=soft))
    document.setHtml(html_of_note(note))
    document.setTextWidth(width)
    return document


def paint_rich(painter: QPainter, document: QTextDocument, at: QPointF, ink: QColor) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, ink)
    painter.save()
    painter.translate(at)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _link(name: str, title: str | None) -> str | None:
    return None if title is None else f"[“{title}”](#{name})"
