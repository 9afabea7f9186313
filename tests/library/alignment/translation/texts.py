"""Versions of a few paragraphs, and what the reader is shown of a pairing."""

from library.composing.rows import marked_page
from library.model.document import Paragraph, ParagraphRole, Version, VersionKind


def version_of(name, paragraphs):
    """A version with these paragraphs; -2- is a page marker."""
    places, at = [], 0
    for text in paragraphs:
        number = marked_page(text)
        role = ParagraphRole.BODY if number is None else ParagraphRole.PAGE_MARKER
        places.append(Paragraph(at, at + len(text), 0, role, number))
        at += len(text) + 2
    text = "\n\n".join(paragraphs)
    return Version(name, name, VersionKind.TEXT, None, (), text, tuple(places))


def shown(pairing):
    return [(pair.first, pair.second) for pair in pairing.pairs if pair.probability >= 0.9]
