from library.alignment.translation.fixed_points import fixed_points
from tests.library.alignment.translation.texts import version_of


def points(first, second):
    return fixed_points(version_of("a", first).paragraphs, version_of("b", second).paragraphs)


def test_a_marker_that_both_have_is_where_as_many_paragraphs_stand_before_it():
    assert points(["a", "b", "-2-", "c", "-3-"], ["a", "-2-", "b", "-4-"]) == [(2, 1)]


def test_markers_that_come_twice_or_out_of_order_tell_nothing():
    assert points(["a", "-2-", "b", "-2-", "c"], ["a", "-2-", "b"]) == []
    assert points(["a", "-2-", "b", "-3-", "c", "-4-"], ["a", "-4-", "b", "-2-", "c", "-3-"]) == [
        (1, 2),
        (2, 3),
    ]
