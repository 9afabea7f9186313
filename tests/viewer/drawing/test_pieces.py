from hypothesis import given
from hypothesis import strategies as st

from library.pages.requests import MAX_PIXELS
from viewer.drawing.pieces import WHOLE, Piece, pieces_in

SIDES = st.integers(1, 9000)


def test_a_page_of_usual_size_is_drawn_in_one_piece():
    assert pieces_in(3, 800, 1100, (0, 500, 800, 1100)) == [Piece(3, 800, 1100)]


def test_a_page_outside_the_view_needs_nothing():
    assert pieces_in(3, 800, 1100, (0, 1100, 800, 1500)) == []


@given(SIDES, SIDES, st.integers(-500, 9000), st.integers(-500, 9000), SIDES, SIDES)
def test_pieces_cover_what_is_seen_once_and_may_all_be_asked_for(w, h, left, top, wide, high):
    part = (left, top, min(left + wide, left + 3000), min(top + high, top + 3000))
    pieces = pieces_in(0, w, h, part)
    seen = (max(left, 0), max(top, 0), min(part[2], w), min(part[3], h))
    if seen[0] >= seen[2] or seen[1] >= seen[3]:
        assert pieces == []
        return
    covered = 0
    for piece in pieces:
        l, t, r, b = piece.part  # noqa: E741 - a part's sides
        assert 0 <= l < r <= w
        assert 0 <= t < b <= h
        assert piece.bytes <= 4 * min(MAX_PIXELS, WHOLE)
        covered += max(0, min(r, seen[2]) - max(l, seen[0])) * max(
            0, min(b, seen[3]) - max(t, seen[1])
        )
    assert covered == (seen[2] - seen[0]) * (seen[3] - seen[1])
