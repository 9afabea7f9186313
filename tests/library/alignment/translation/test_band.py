from hypothesis import given
from hypothesis import strategies as st

from library.alignment.translation.band import band_of


@given(st.integers(1, 3000), st.integers(1, 3000), st.data())
def test_a_band_goes_from_the_first_cell_to_the_last_and_never_back(rows, columns, data):
    places = st.tuples(st.integers(0, rows), st.integers(0, columns))
    points = sorted(data.draw(st.lists(places, max_size=3, unique=True)))
    ascending = [
        p for n, p in enumerate(points) if all(p[1] > q[1] and p[0] > q[0] for q in points[:n])
    ]
    band = band_of(rows, columns, ascending)
    assert band.cells[0, 0] == 0
    assert band.cells[-1, -1] == columns
    assert band.cells.min() >= 0
    assert band.cells.max() <= columns
    assert (band.starts[1:] >= band.starts[:-1]).all()


def test_the_fixed_points_lie_in_the_band():
    band = band_of(2000, 2000, [(500, 1200)])
    assert 1200 in band.cells[500]


def test_a_short_text_is_looked_at_as_a_whole():
    assert band_of(40, 60).cells.shape == (41, 61)
