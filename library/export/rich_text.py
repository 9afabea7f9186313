"""Notes, written in Markdown, as HTML that holds text and nothing else.

No raw HTML, no pictures, and links only to addresses that a reader may open: nothing in a
note can make a program fetch or open anything by itself.
"""

from __future__ import annotations

import html

from markdown_it import MarkdownIt

_LONGEST = 100_000  # characters; a million brackets take Markdown longer than six seconds
_SCHEMES = ("http://", "https://", "mailto:", "#")  # the last leads to another note


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's own name
        return url.lower().startswith(_SCHEMES)


_PARSER = _Parser("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")


def html_of_note(note: str) -> str:
    """The note as paragraphs, lists and the like; links to other notes are `#ID`.

    A note longer than any that a reader writes is shown as it was written.
    """
    if len(note) > _LONGEST:
        return f"<pre>{html.escape(note)}</pre>"
    rendered: str = _PARSER.render(note)
    return rendered.strip()
