"""Laws of sizes and of turned pictures."""

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from library.pages.worker.sizes import LARGEST, SMALLEST, sensible_size
from library.pages.worker.turning import (
    WHOLE,
    orientation_of,
    stored_part,
    stored_size,
    turned_upright,
)

orientations = st.integers(1, 8)
lengths = st.floats(allow_nan=True, allow_infinity=True)


@given(lengths, lengths)
def test_every_page_has_a_sensible_size(width, height):
    assert all(SMALLEST <= length <= LARGEST for length in sensible_size(width, height))


@given(st.floats(1, 14_400), st.floats(1, 14_400))
def test_a_sensible_size_stays_as_it_is(width, height):
    assert sensible_size(width, height) == (width, height)


@given(orientations)
def test_the_whole_is_the_whole_however_it_lies(orientation):
    assert stored_part(WHOLE, orientation) == WHOLE


@given(orientations, st.integers(0, 6), st.integers(0, 4))
def test_a_part_of_the_upright_picture_is_found_in_the_stored_one(orientation, left, top):
    stored = Image.frombytes("L", (9, 7), bytes(range(63)))
    upright = turned_upright(stored, orientation)
    width, height = upright.size
    part = (left / width, top / height, (left + 2) / width, (top + 3) / height)
    box = stored_part(part, orientation)
    pixels = tuple(round(edge * length) for edge, length in zip(box, (9, 7, 9, 7), strict=True))
    found = turned_upright(stored.crop(pixels), orientation)
    assert found.tobytes() == upright.crop((left, top, left + 2, top + 3)).tobytes()
    assert stored_size(upright.size, orientation) == stored.size


@given(orientations)
def test_a_matrix_says_how_a_picture_lies(orientation):
    a, b, c, d = {
        1: (5, 0, 0, 7),
        2: (-5, 0, 0, 7),
        3: (-5, 0, 0, -7),
        4: (5, 0, 0, -7),
        5: (0, 7, 5, 0),
        6: (0, 7, -5, 0),
        7: (0, -7, -5, 0),
        8: (0, -7, 5, 0),
    }[orientation]
    assert orientation_of(a, b, c, d) == orientation
    assert orientation_of(a + 1, b + 1, c + 1, d + 1) is None
