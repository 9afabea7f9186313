"""Notes, written in Markdown, as HTML that holds text and nothing else.

No raw HTML, no pictures, and links only to addresses that a reader may open: nothing in a
note can make a program fetch or open anything by itself.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

_SCHEMES = ("http://", "https://", "mailto:", "#")  # the last leads to another note


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return url.lower().startswith(_SCHEMES)


_PARSER = _Parser("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")


def html_of_note(note: str) -> str:
    """The note as paragraphs, lists and the like; links to other notes are `#ID`."""
    html: str = _PARSER.render(note)
    return html.strip()
