"""Paragraphs of a translation find those of the original."""

from library.alignment.translation.pairing import pair_paragraphs
from library.model.document import Paragraph, ParagraphRole, Version, VersionKind

GERMAN = [
    "An den Herrn Bürgermeister in Lindenau",
    "Am 14. März 1929 hat Herr Albert Kestner die Brücke Nr. 7 besichtigt und für gut befunden.",
    "Die Kosten von 1 200 Mark trägt die Stadt.",
    "gez. Dr. Otto Wieland",
]
ENGLISH = [
    "To the Mayor of Lindenau",
    "On 14 March 1929 Mr. Albert Kestner inspected bridge no. 7 and found it to be sound.",
    "The town bears the cost of 1,200 marks.",
    "signed Dr. Otto Wieland",
]


def version_of(name, paragraphs, markers=()):
    """A version with these paragraphs; those numbered in `markers` are page markers."""
    places, at = [], 0
    for nth, text in enumerate(paragraphs):
        role = ParagraphRole.PAGE_MARKER if nth in markers else ParagraphRole.BODY
        number = int(text.strip("- ")) if nth in markers else None
        places.append(Paragraph(at, at + len(text), 0, role, number))
        at += len(text) + 2
    text = "\n\n".join(paragraphs)
    return Version(name, name, VersionKind.TEXT, None, (), text, tuple(places))


def shown(first, second):
    pairing = pair_paragraphs(first, second)
    return [(pair.first, pair.second) for pair in pairing.pairs if pair.probability >= 0.9]


def test_a_letter_finds_its_original_paragraph_by_paragraph():
    english, german = version_of("en", ENGLISH), version_of("de", GERMAN)
    assert shown(english, german) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_paragraph_that_was_not_translated_has_no_partner():
    english, german = version_of("en", ENGLISH), version_of("de", GERMAN[:2] + GERMAN[3:])
    assert shown(english, german) == [(0, 0), (1, 1), (3, 2)]


def test_an_empty_text_has_no_pairs():
    assert pair_paragraphs(version_of("en", ENGLISH), version_of("de", [])).pairs == ()
    assert pair_paragraphs(version_of("en", []), version_of("de", GERMAN)).pairs == ()
