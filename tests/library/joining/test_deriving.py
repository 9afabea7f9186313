"""The other side of what the reader made follows from the links."""

from dataclasses import replace

from library.joining.deriving import derived
from library.model.annotation import Annotation, AnnotationKind, Colour, Passage, Region, passage_of
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment
from tests.documents import NOON
from tests.library.joining.test_lighting import TEXT, links, version
from tests.library.joining.test_working import a_document

DOCUMENT = replace(a_document(text=TEXT), versions=(version(),))


def of(*targets, certainty=1.0, document=DOCUMENT):
    made = Annotation("a", "d", AnnotationKind.HIGHLIGHT, Colour.RED, targets, NOON, NOON)
    joined = Joined({"t": Alignment("t", links(certainty))})
    return derived(document, joined, [made])["a"]


def passage(words):
    start = TEXT.index(words)
    return passage_of("t", TEXT, start, start + len(words))


def test_a_passage_gets_the_lines_on_which_it_stands():
    (region,) = of(passage("forty tons.\n\nThe mayor"))
    assert region.page == 0
    assert [(box.left, box.right) for box in region.boxes] == [(0.4, 0.59), (0.0, 0.19)]


def test_what_is_not_sure_enough_is_not_said():
    assert of(passage("forty tons."), certainty=0.6) == ()


def test_a_region_gets_the_words_under_it():
    (found,) = of(Region(0, (Box(0.38, 0.0, 0.61, 0.05),)))
    assert isinstance(found, Passage)
    assert found.quote == "forty tons."


def test_what_the_reader_said_on_both_sides_is_not_said_again():
    assert of(passage("forty tons."), Region(0, (Box(0.0, 0.1, 0.2, 0.14),))) == ()


def test_the_same_words_in_another_text_are_found():
    other = version("u", "Somebody typed it anew: The bridge would bear forty tons.")
    document = replace(DOCUMENT, versions=(version(), other))
    found = of(passage("would bear forty"), document=document)
    (elsewhere,) = (target for target in found if isinstance(target, Passage))
    assert (elsewhere.version, elsewhere.quote) == ("u", "would bear forty")


def test_words_that_stand_twice_in_another_text_stay_unsaid():
    other = version("u", "would bear forty, would bear forty")
    document = replace(DOCUMENT, versions=(version(), other))
    assert all(
        isinstance(each, Region) for each in of(passage("would bear forty"), document=document)
    )
