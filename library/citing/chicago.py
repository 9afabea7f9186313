"""Chicago, notes and bibliography, for documents in archives.

After The Chicago Manual of Style, 17th edition, 14.221–14.232 (manuscript collections): a note
goes from the document to what holds it, a bibliography sets full stops between its elements
and inverts the first author.  An uncertain date stands in brackets (14.145), years of one
century are shortened (9.64), and the address of a document that was read online comes last.
"""

from __future__ import annotations

from library.citing.cited import Cited
from library.citing.dates import Manner
from library.citing.names import in_bibliography, in_note
from library.citing.styled import Styled, joined, sentences


def chicago_note(source: Cited) -> Styled:
    title = f"“{source.quoted_title},”" if source.title else ""
    author = in_note(source.authors)
    head = joined((f"{author}," if author else "", title), " ")
    rest = joined(
        (
            source.date_in(Manner.CHICAGO) or "n.d.",
            source.pages_of_scan,
            source.container,
            source.collection,
            source.repository,
            source.archive,
            source.url,
        ),
        ", ",
    )
    return sentences((joined((head, rest), " "),))


def chicago_bibliography(source: Cited) -> Styled:
    ends = source.quoted_title.endswith(("?", "!"))
    title = f"“{source.quoted_title}{'' if ends else '.'}”" if source.title else ""
    return sentences(
        (
            in_bibliography(source.authors),
            title,
            _begun(source.date_in(Manner.CHICAGO)) or "n.d.",
            joined((source.container, source.collection), ", "),
            source.repository,
            source.archive,
            source.url,
        )
    )


def _begun(date: str) -> str:
    """The date as the first words of a sentence."""
    return date[:1].upper() + date[1:]
