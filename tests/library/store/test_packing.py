"""What is packed comes back as it was, and what would fill the memory does not."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import ContentsTooLarge
from library.store.packing import pack, unpack

VALUES = st.recursive(st.text() | st.integers() | st.none(), st.lists, max_leaves=20)


@given(VALUES)
def test_a_value_comes_back_as_it_was(value):
    assert unpack(pack(value)) == value


def test_what_would_fill_the_memory_is_not_unpacked():
    bomb = zlib.compress(b'["' + b"a" * 10_000_000 + b'"]')
    assert len(bomb) < 20_000
    with pytest.raises(ContentsTooLarge):
        unpack(bomb, most=1_000_000)


def test_what_was_cut_off_is_not_taken_for_whole():
    with pytest.raises(ValueError, match="Unterminated"):
        unpack(pack(["a text that goes on"])[:-12])
