"""Between sure words lie gaps: of the text, and of the scan."""

from library.alignment.joined_words import Found, scan_of
from library.alignment.laying.gaps import Gap, gaps
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of


def found(*joins, words):
    scan = scan_of([page_of(" ".join("abcdefghij"[:words]))])
    made = [
        None if word is None else Found([word], [(0.0, 1.0)], 1.0, LinkKind.WORD) for word in joins
    ]
    return list(gaps(made, [word is not None for word in joins], scan))


def test_where_all_is_sure_there_is_no_gap():
    assert found(0, 1, 2, words=3) == []


def test_a_gap_has_the_words_on_either_side():
    assert found(0, None, None, 3, words=4) == [Gap(1, 3, 0, 3, (1, 2))]


def test_the_ends_of_the_text_have_gaps_too():
    first, last = found(None, 1, None, words=3)
    assert first == Gap(0, 1, None, 1, (0,))
    assert last == Gap(2, 3, 1, None, (2,))


def test_where_pages_are_swapped_it_is_what_follows_the_one_and_comes_before_the_other():
    # The text runs from 5 on to the end of the scan, then from its beginning.
    (first, gap, last) = found(None, 5, None, 3, None, words=8)
    assert gap == Gap(2, 3, 5, 3, (6, 7, 0, 1, 2))
    assert first.words == last.words == (4,)
