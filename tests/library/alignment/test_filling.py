from library.alignment.filling import fill, hint
from library.alignment.joined_words import Found, scan_of
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of


def filled(read, words, places):
    joins = [
        None if place is None else Found([place], [(0.0, 1.0)], 1.0, LinkKind.WORD, 0.9)
        for place in places
    ]
    scan = scan_of([page_of(*read)])
    fill(joins, scan, words.split())
    return joins, hint(joins, scan)


def test_a_mark_takes_the_scan_word_in_its_place():
    joins, hints = filled(["Smith & Sons"], "Smith & Sons", [0, None, 2])
    assert joins[1].words == [1]
    assert 0.5 < joins[1].certainty <= 0.9
    assert not hints


def test_a_misread_word_is_less_sure_than_its_neighbours():
    joins, _ = filled(["Smith xqzk Sons"], "Smith with Sons", [0, None, 2])
    assert joins[1].words == [1]
    assert joins[1].certainty < 0.7


def test_a_word_of_quite_another_width_is_not_taken():
    joins, _ = filled(["Smith administration Sons"], "Smith & Sons", [0, None, 2])
    assert joins[1] is None


def test_where_the_numbers_differ_only_the_lines_are_known():
    joins, hints = filled(
        ["Smith one", "two Sons"], "Smith and his three Sons", [0, *[None] * 3, 3]
    )
    assert not any(joins[1:4])
    assert set(hints) == {1, 2, 3}
    where, certainty = hints[2]
    assert where == [0, 2]
    assert certainty <= 0.6


def test_words_before_the_first_and_after_the_last_are_not_guessed():
    joins, hints = filled(["& Smith &"], "& Smith &", [None, 1, None])
    assert joins[0] is joins[2] is None
    assert not hints
