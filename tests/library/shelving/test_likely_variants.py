"""Names that may be one person's are found together, others apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.person import Person
from library.shelving.likely_variants import likely_variants, read_name


def together(*names):
    found = likely_variants([Person(name, len(names) - n) for n, name in enumerate(names)])
    return [{person.name for person in each.people} for each in found]


@pytest.mark.parametrize(
    "names",
    [
        ("Harriman, W. Averell", "Ambassador Harriman"),
        ("Harriman, W. Averell (William Averell), 1891-1986", "W. Averell Harriman"),
        ("The American Ambassador, Mr. Harriman", "W. A. Harriman"),
        ("Mr. F. B. Stevens, Second Secretary of Embassy", "Stevens, Francis B."),
        ("Khrushchev, Nikita", "Хрущев Н. С.", "Chruschtschow"),
        ("Marshal Stalin", "Stalin, Joseph", "И. В. Сталин"),
        ("Ludwig van Beethoven", "Beethoven, L."),
    ],
)
def test_variants_of_a_name_are_found_together(names):
    assert together(*names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Roosevelt, Franklin", "Roosevelt, Theodore"),
        ("Stevens, F. B.", "Stevens, G."),
        ("Harriman, W. Averell", "Hamilton, Maxwell"),
        ("Library of Congress", "Congress Library"),
        ("Embassy of France", "Ministry of France"),
        ("Li", "Li, Wei"),
    ],
)
def test_other_people_are_not_taken_for_one(names):
    assert together(*names) == []


def test_a_family_name_that_two_have_goes_with_neither():
    assert together("Roosevelt, Franklin D.", "Roosevelt, Theodore", "Mr. Roosevelt") == []
    assert together("Roosevelt, Franklin", "Roosevelt, Theodore", "F. Roosevelt") == [
        {"Roosevelt, Franklin", "F. Roosevelt"}
    ]


def test_the_fullest_name_stands_for_all():
    (likely,) = likely_variants([Person("Harriman", 9), Person("Harriman, W. Averell", 1)])
    assert likely.name == "Harriman, W. Averell"


@given(st.lists(st.text(max_size=40), unique=True, max_size=20))
def test_nothing_that_stands_for_a_name_is_too_much(names):
    people = [Person(name, 1) for name in names]
    grouped = [person.name for each in likely_variants(people) for person in each.people]
    assert len(grouped) == len(set(grouped)), "nobody is in two groups"
    assert all(read_name(name) for name in grouped)
