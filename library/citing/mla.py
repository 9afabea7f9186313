"""MLA, for documents in archives.

After the MLA Handbook, 9th edition (5.23–5.99, and the MLA Style Center's pages on archives):
author, title, date, then where it lies as one element; the website is a second container, in
italics, its address without the protocol.  Months of more than four letters are shortened.
An undated document is given no date.
"""

from __future__ import annotations

from library.citing.cited import Cited
from library.citing.dates import Manner
from library.citing.names import in_mla
from library.citing.styled import Styled, italic, joined, sentences


def mla(source: Cited) -> Styled:
    ends = source.quoted_title.endswith(("?", "!"))
    title = f"“{source.quoted_title}{'' if ends else '.'}”" if source.title else ""
    held = joined(
        (source.collection, source.container, source.repository, source.pages_of_scan), ", "
    )
    address = source.url.partition("://")[2] or source.url
    return sentences(
        (
            in_mla(source.authors),
            title,
            _capital(source.date_in(Manner.MLA)),
            held,
            joined((italic(source.archive), address), ", "),
        )
    )


def _capital(text: str) -> str:
    """An element begins with a capital letter."""
    return text[:1].upper() + text[1:]
