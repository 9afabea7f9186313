"""Two texts abreast: paragraphs that say the same meet, pages help between them."""

from hypothesis import given
from hypothesis import strategies as st

from library.joining.abreast import Abreast, abreast
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    Version,
    VersionKind,
)
from library.model.joined import Joined
from library.model.pairing import Pairing, ParagraphPair
from library.model.record import Record

GERMAN = ("Die Brücke.", "Sie trägt vierzig Tonnen, sagte der Ingenieur.", "-2-", "Reicht das?")
ENGLISH = ("The bridge, it was said.", "It bears forty tons.", "-2-", "Is that enough?", "Yes.")


def version(version_id, parts):
    text, paragraphs = "", []
    for words in parts:
        text += "\n\n" if text else ""
        marker = words == "-2-"
        role = ParagraphRole.PAGE_MARKER if marker else ParagraphRole.BODY
        start, number = len(text), 2 if marker else None
        paragraphs.append(Paragraph(start, start + len(words), 0, role, number))
        text += words
    kind = VersionKind.TRANSLATION if version_id.startswith("e") else VersionKind.TRANSCRIPT
    return Version(version_id, version_id, kind, "en", (), text, tuple(paragraphs))


def laid(first, second, *pairings):
    pages = tuple(Page(PageKind.SCAN, 600, 800, text_layer=False) for _ in range(2))
    document = Document("d", Record("A talk"), (), pages, (first, second))
    return abreast(document, Joined(pairings=pairings), first, second)


def pairing(name, *pairs, sure=0.95):
    return Pairing(name, "g", tuple(ParagraphPair(a, b, sure) for a, b in pairs))


german, english = version("g", GERMAN), version("e", ENGLISH)


def test_paragraphs_that_say_the_same_begin_and_end_together():
    both = laid(german, english, pairing("e", (0, 0), (1, 1), (3, 3)))
    for nth in (0, 1, 3):
        ours, theirs = german.paragraphs[nth], english.paragraphs[nth]
        assert both.second_of(ours.start) == theirs.start
        assert both.second_of(ours.end) == theirs.end
        assert both.first_of(theirs.start) == ours.start


def test_one_paragraph_may_go_with_two():
    both = laid(german, english, pairing("e", (3, 3), (4, 3)))
    assert both.second_of(german.paragraphs[3].start) == english.paragraphs[3].start
    assert both.second_of(german.paragraphs[3].end) == english.paragraphs[4].end


def test_unpaired_texts_meet_where_pages_begin():
    both = laid(german, english)
    assert both.second_of(german.paragraphs[2].start) == english.paragraphs[2].start


def test_doubtful_pairs_lead_nowhere():
    assert laid(german, english, pairing("e", (0, 1), sure=0.8)) == laid(german, english)


def test_a_page_that_contradicts_the_paragraphs_is_not_heeded():
    both = laid(german, english, pairing("e", (0, 0), (4, 1)))
    assert both.second_of(german.paragraphs[1].start) == english.paragraphs[4].start


def test_two_translations_meet_in_the_text_they_were_made_from():
    other = version("e2", ENGLISH[::-1])
    ours, theirs = pairing("e", (0, 0)), pairing("e2", (4, 0))
    both = laid(english, other, ours, theirs)
    assert both.second_of(english.paragraphs[0].start) == other.paragraphs[4].start


def test_an_empty_text_goes_with_anything():
    empty = version("e", ())
    assert laid(german, empty).second_of(20) == 0
    assert laid(empty, german).second_of(0) in (0, len(german.text))


anchors = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1)


@given(anchors, st.floats(0, 50), st.floats(0, 50))
def test_reading_on_in_one_text_never_goes_back_in_the_other(steps, one, other):
    firsts, seconds = (sorted(each) for each in zip(*steps, strict=True))
    both = Abreast(tuple(zip(firsts, seconds, strict=True)))
    low, high = sorted((one, other))
    assert both.second_of(low) <= both.second_of(high)
    assert both.first_of(low) <= both.first_of(high)
