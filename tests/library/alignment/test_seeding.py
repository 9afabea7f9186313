from hypothesis import given
from hypothesis import strategies as st

from library.alignment.normalising import stream_of
from library.alignment.seeding import Index, exact_matches


def matches(scan, text, k=4, most=5):
    index = Index(stream_of([text]).codes, k)
    return exact_matches(*index.seeds(stream_of([scan]).codes, most), k)


def test_a_shared_string_is_one_match():
    found = matches("xxtreatyyy", "atreatyb")
    assert (found.scan.tolist(), found.text.tolist()) == ([2], [1])
    assert found.length.tolist() == [6]


def test_what_is_too_short_or_too_frequent_is_no_seed():
    assert len(matches("abc", "abc")) == 0
    assert len(matches("treaty", "treaty" * 9, most=5)) == 0


@given(st.text("ab", max_size=40), st.text("ab", max_size=40))
def test_matches_are_equal_on_both_sides(scan, text):
    found = matches(scan, text)
    for at, text_at, length in zip(found.scan, found.text, found.length, strict=True):
        assert scan[at : at + length] == text[text_at : text_at + length]
