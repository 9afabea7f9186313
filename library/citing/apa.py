"""APA, for documents in archives.

After the Publication Manual of the APA, 7th edition, and its pages on archival documents: the
date in brackets after the author (after the title where nobody is named), the title in
italics, then the collection with the container in brackets, and who holds it.  A doubted date
has a question mark, none is “n.d.”.  Titles stay in the archive's own capitals: which words
are names, a program cannot tell.
"""

from __future__ import annotations

from library.citing.cited import Cited
from library.citing.dates import Manner
from library.citing.names import in_apa
from library.citing.styled import Styled, italic, joined, sentences


def apa(source: Cited) -> Styled:
    date = f"({source.date_in(Manner.APA) or 'n.d.'})"
    title = italic(" ".join(source.title.split()).rstrip("."))
    authors = in_apa(source.authors)
    head = (authors, date, title) if authors else (title, date)
    return sentences((*head, _held(source), source.archive)) + (
        f" {source.url}" if source.url else ""  # no full stop, which might be taken for part of it
    )


def _held(source: Cited) -> Styled:
    """The container and the pages belong to the collection, or else to who holds it."""
    within = ", ".join(filter(None, (source.container, source.pages_of_scan)))
    holders = [holder for holder in (source.collection, source.repository) if holder]
    if within and holders:
        holders[0] += f" ({within})"
    return joined(holders or [within], ", ")
