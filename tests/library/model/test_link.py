import pytest

from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

LEFT, RIGHT, LINE = Box(0.1, 0.1, 0.2, 0.2), Box(0.3, 0.1, 0.5, 0.2), Box(0.1, 0.1, 0.9, 0.2)


@pytest.fixture
def alignment():
    return Alignment(
        "text",
        (
            Link(0, 4, 0, (LEFT,), 0.95, LinkKind.WORD),
            Link(5, 9, 0, (RIGHT,), 0.8, LinkKind.WORD),
            Link(5, 9, 1, (RIGHT,), 0.99, LinkKind.WORD),
            Link(10, 14, 0, (LINE,), 0.6, LinkKind.LINE),
        ),
    )


def test_a_word_is_found_from_its_first_character_to_its_last(alignment):
    assert alignment.link_at(0) == alignment.link_at(3) == alignment.links[0]
    assert alignment.link_at(4) is None
    assert alignment.link_at(5) is not None


def test_of_two_links_of_a_word_the_surer_one_is_given(alignment):
    assert alignment.link_at(6) == alignment.links[2]


def test_a_range_gives_all_links_that_it_touches(alignment):
    assert alignment.links_between(3, 6) == alignment.links[:3]
    assert alignment.links_between(4, 5) == ()


def test_a_long_link_is_found_from_its_middle():
    long = Link(0, 100, 0, (LEFT,), 1.0, LinkKind.WORD)
    short = Link(2, 4, 0, (RIGHT,), 1.0, LinkKind.WORD)
    assert Alignment("text", (long, short)).link_at(50) == long


def test_a_point_of_the_scan_gives_the_word_before_the_line(alignment):
    assert alignment.link_on(0, 0.15, 0.15) == alignment.links[0]
    assert alignment.link_on(0, 0.7, 0.15) == alignment.links[3]
    assert alignment.link_on(0, 0.7, 0.7) is None
    assert alignment.link_on(7, 0.15, 0.15) is None


def test_the_links_of_a_page_are_given_by_their_place_in_the_text(alignment):
    assert alignment.links_on(0) == (*alignment.links[:2], alignment.links[3])
    assert alignment.links_on(9) == ()
