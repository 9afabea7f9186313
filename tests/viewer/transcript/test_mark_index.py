"""Marks are found by where they stand as a look at each of them would find them."""

from hypothesis import given
from hypothesis import strategies as st

from library.model.annotation import AnnotationKind, Colour
from viewer.transcript.mark_index import MarkIndex
from viewer.transcript.marks import Mark

places = st.integers(0, 40)
marks = st.builds(
    lambda start, length: Mark("n", AnnotationKind.HIGHLIGHT, Colour.RED, start, start + length),
    places,
    st.integers(1, 20),
)


@given(st.lists(marks), places, st.integers(1, 20))
def test_the_index_finds_the_marks_on_a_stretch_in_their_order(given_marks, start, length):
    end = start + length
    expected = [mark for mark in given_marks if mark.start < end and mark.end > start]
    assert MarkIndex(given_marks).between(start, end) == expected
