"""Notes and bookmarks are listed as the reader meets them."""

from dataclasses import replace
from datetime import timedelta

from library.alignment.reading_order import reading_order
from library.model.anchor import Anchor, Anchors, AnchorState, Candidate
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    passage_of,
)
from library.model.document import Page, PageKind, Paragraph, ParagraphRole
from library.model.geometry import Box
from tests.documents import NOON, a_document

LETTER = a_document(text="x" * 200, pages=2)
VERSION = replace(
    LETTER.versions[0],
    id="v",
    paragraphs=(Paragraph(100, 103, role=ParagraphRole.PAGE_MARKER, number=2),),
)
DOCUMENT = replace(LETTER, versions=(VERSION,))


def note(name, *targets, made=NOON):
    return Annotation(name, "d", AnnotationKind.NOTE, Colour.YELLOW, targets, made, made)


def passage(start):
    return passage_of("v", VERSION.text, start, start + 5)


def region(page, top):
    return Region(page, (Box(0.1, top, 0.2, top + 0.1),))


def order(*items):
    return [item.id for item in reading_order(DOCUMENT, items)]


def test_passages_and_regions_mingle_by_their_place_on_the_page():
    items = (
        note("low on two", region(1, 0.8)),
        note("text of two", passage(110)),
        note("text of one", passage(20)),
        note("low on one", region(0, 0.9)),
    )
    assert order(*items) == ["text of one", "low on one", "text of two", "low on two"]


def test_a_bookmark_stands_at_the_head_of_its_page_and_of_the_document():
    items = (
        note("note", region(0, 0.0), made=NOON + timedelta(1)),
        Bookmark("page two", "d", "", NOON, page=1),
        Bookmark("passage", "d", "", NOON, passage=passage(120)),
        Bookmark("whole", "d", "", NOON),
    )
    assert order(*items) == ["whole", "note", "page two", "passage"]


def test_a_bookmark_on_a_page_of_the_text_stands_among_the_notes_on_its_words():
    text = Page(PageKind.TEXT, 1, 1, text_layer=False)
    version = replace(VERSION, pages=(2, 3), page_starts=(0, 50))
    document = replace(
        DOCUMENT, pages=(*LETTER.pages, text, text), versions=(version,), is_record=True
    )
    items = (
        note("scan page two", region(1, 0.5)),
        Bookmark("second page of the text", "d", "", NOON, page=3),
        note("its first words", passage(20)),
    )
    listed = [item.id for item in reading_order(document, items)]
    assert listed == ["its first words", "second page of the text", "scan page two"]


def test_in_one_place_what_was_made_first_comes_first():
    late, early = note("late", passage(5), made=NOON + timedelta(1)), note("early", passage(5))
    assert order(late, early) == ["early", "late"]


def test_a_note_on_several_places_stands_at_its_first():
    assert order(note("b", passage(50)), note("a", passage(150), passage(10))) == ["a", "b"]


def test_a_note_on_a_text_that_is_not_there_is_still_listed():
    lost = replace(note("lost", passage(5)), targets=(replace(passage(5), version="gone"),))
    assert order(lost) == ["lost"]


def test_passages_of_a_changed_text_are_listed_by_where_they_stand_now():
    moved = Anchor(AnchorState.MOVED, (Candidate(190, 195, 0.9),))
    anchors = Anchors({passage(5): moved, passage(60): Anchor(AnchorState.LOST)})
    items = note("moved", passage(5)), note("kept", passage(110)), note("lost", passage(60))
    listed = [item.id for item in reading_order(DOCUMENT, items, anchors)]
    assert listed == ["lost", "kept", "moved"]
