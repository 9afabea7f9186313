"""Offsets lead from a text to the text as shown, and back."""

from hypothesis import given
from hypothesis import strategies as st

from library.correcting.offset_map import OffsetMap, Replaced

LENGTH = 60


@st.composite
def maps(draw):
    """Stretches in order, with something, nothing or anything in their place."""
    edges = sorted(draw(st.lists(st.integers(0, LENGTH), max_size=12)))
    replaced, shift = [], 0
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        if replaced and start == end == replaced[-1].end:
            continue  # two things put in at one place are one
        length = draw(st.integers(0, 9))
        replaced.append(Replaced(start, end, start + shift, start + shift + length))
        shift += length - (end - start)
    return OffsetMap(replaced), LENGTH + shift


def stretches(draw, length):
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, length))


@given(st.integers(0, 99), st.integers(0, 99))
def test_without_corrections_nothing_moves(start, length):
    assert OffsetMap().to_shown(start, start + length) == (start, start + length)
    assert OffsetMap().to_text(start, start + length) == (start, start + length)


@given(maps(), st.data())
def test_what_keeps_clear_of_what_is_replaced_goes_there_and_back(made, data):
    offsets, _ = made
    start, end = stretches(data.draw, LENGTH)
    clear = all(
        (start >= each.end or start < each.start) and (end <= each.start or end > each.end)
        for each in offsets.replaced
    )
    if start < end and clear:
        assert offsets.to_text(*offsets.to_shown(start, end)) == (start, end)


@given(maps(), st.data())
def test_there_and_back_takes_in_no_less(made, data):
    offsets, _ = made
    start, end = stretches(data.draw, LENGTH)
    shown = offsets.around(start, end)
    back = offsets.reversed.around(*shown)
    assert back[0] <= start
    assert end <= back[1]


@given(maps(), st.data())
def test_stretches_stay_in_the_text_and_in_order(made, data):
    offsets, length = made
    start, end = stretches(data.draw, LENGTH)
    for lead in (offsets.to_shown, offsets.around):
        shown = lead(start, end)
        assert 0 <= shown[0] <= shown[1] <= length
    later = data.draw(st.integers(end, LENGTH))
    assert offsets.to_shown(start, end)[0] <= offsets.to_shown(end, later)[0]
    assert offsets.around(0, LENGTH) == (0, length)


@given(maps(), st.data())
def test_reversed_it_is_the_way_back(made, data):
    offsets, length = made
    start, end = stretches(data.draw, length)
    assert offsets.to_text(start, end) == offsets.reversed.to_shown(start, end)
    assert offsets.reversed.reversed == offsets


def test_part_of_what_is_replaced_is_shown_as_all_of_it():
    offsets = OffsetMap([Replaced(10, 15, 10, 16)])
    assert offsets.to_shown(12, 20) == (10, 21)
    assert offsets.to_shown(0, 12) == (0, 16)
    assert offsets.to_text(11, 12) == (10, 15)


def test_what_is_put_in_beside_a_stretch_does_not_belong_to_it():
    offsets = OffsetMap([Replaced(4, 4, 4, 10), Replaced(8, 8, 14, 17)])
    assert offsets.to_shown(4, 8) == (10, 14)
    assert offsets.around(4, 8) == (4, 17)
    assert offsets.to_shown(0, 4) == (0, 4)
    assert offsets.to_text(5, 7) == (4, 4)


def test_what_is_taken_out_is_nowhere():
    offsets = OffsetMap([Replaced(4, 8, 4, 4)])
    assert offsets.to_shown(4, 8) == (4, 4)
    assert offsets.to_shown(2, 6) == (2, 4)
    assert offsets.to_text(0, 4) == (0, 4)
    assert offsets.to_text(4, 6) == (8, 10)
