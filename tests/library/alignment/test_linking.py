import numpy as np
import pytest

from library.alignment.extending import Pairs
from library.alignment.joined_words import scan_of
from library.alignment.linking import add_links, votes_of
from library.alignment.normalising import stream_of
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of


def joined(read, words, *pairs):
    """What the words of the text are joined with; pairs are places of letters."""
    scan, text = scan_of([page_of(read)]), stream_of(words.split())
    joins = [None] * len(words.split())
    places = Pairs(*(np.array(side, np.int64) for side in zip(*pairs, strict=True)))
    add_links(joins, scan, text, votes_of(scan.stream, text, places))
    return joins


def diagonal(length):
    return [(place, place) for place in range(length)]


def test_the_scan_word_with_most_of_the_letters_is_the_words():
    (found,) = joined("trcaty", "treaty", *diagonal(6))
    assert found.words == [0]
    assert found.similarity == pytest.approx(10 / 12)


def test_a_word_may_lie_in_two_scan_words():
    (found,) = joined("infor- mation", "information", *diagonal(11))
    assert found.words == [0, 1]
    assert found.similarity == 1.0


def test_two_words_share_a_scan_word_by_their_letters():
    one, two = joined("coldharbour", "cold harbour", *diagonal(11))
    assert one.kind is two.kind is LinkKind.PART
    assert one.spans == [(0.0, pytest.approx(4 / 11))]
    assert two.spans == [(pytest.approx(4 / 11), 1.0)]


def test_a_chance_letter_is_no_link():
    assert joined("xxxxxa", "abcdef", (5, 0)) == [None]
