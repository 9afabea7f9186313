"""The words of a note: those it points at, and those that the reader wrote."""

from __future__ import annotations

from library.model.annotation import Annotation, Passage, Region
from viewer.places import Note

_TITLE = 40  # characters


def quotation(note: Note) -> str:
    """The words a note points at, on one line; of a place on the scan those under it."""
    targets = note.targets if isinstance(note, Annotation) else (note.passage,)
    quotes = [t.quote for t in targets if isinstance(t, Passage)]
    quotes = quotes or [t.words for t in targets if isinstance(t, Region) and t.words]
    return " … ".join(" ".join(quote.split()) for quote in quotes)


def wording(note: Note) -> str:
    """What the reader wrote: a note's text, a bookmark's name."""
    return note.note if isinstance(note, Annotation) else note.name


def short_title(note: Note) -> str:
    """What a note is called where another leads to it."""
    words = quotation(note) or " ".join(wording(note).split())
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"
