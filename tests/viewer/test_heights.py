import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.heights import Heights

heights_lists = st.lists(st.integers(1, 90), min_size=1, max_size=700)


@given(heights_lists, st.data())
def test_a_block_is_found_between_its_top_and_its_bottom(lengths, data):
    heights = Heights()
    heights.extend(map(float, lengths))
    block = data.draw(st.integers(0, len(lengths) - 1))
    heights.change(block, 17.0)
    lengths[block] = 17
    assert heights.top(block) == sum(lengths[:block])
    assert heights.total == sum(lengths)
    assert heights.at(heights.top(block)) == block
    assert heights.at(heights.top(block) + 16.5) == block


@pytest.mark.parametrize(("y", "block"), [(-5.0, 0), (1e9, 1)])
def test_outside_is_the_nearest_block(y, block):
    heights = Heights()
    heights.extend([10.0, 10.0])
    assert heights.at(y) == block
