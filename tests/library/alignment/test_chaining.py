import numpy as np

from library.alignment.chaining import Chain, chains_of
from library.alignment.choosing import chosen
from library.alignment.seeding import Matches


def matches(*rows):
    return Matches(*(np.array(column, np.int64) for column in zip(*rows, strict=True)))


def places(chain):
    return chain.matches.scan.tolist()


def test_matches_that_follow_each_other_are_one_chain():
    (chain,) = chains_of(0, matches((0, 100, 20), (30, 131, 20), (60, 161, 20)), 30)
    assert places(chain) == [0, 30, 60]
    assert chain.text_span == (100, 181)


def test_a_match_that_steps_back_in_the_text_starts_another_chain():
    found = chains_of(0, matches((0, 500, 40), (50, 100, 40)), 30)
    assert sorted(map(places, found)) == [[0], [50]]


def test_short_chains_are_not_kept():
    assert chains_of(0, matches((0, 0, 20)), 30) == []


def test_of_two_chains_for_one_place_the_longer_is_chosen():
    long = Chain(0, 90.0, matches((0, 0, 90)))
    short = Chain(1, 40.0, matches((200, 10, 40)))
    (kept,) = chosen([short, long], (300, 300), 30)
    assert kept.scan_span == (0, 90)


def test_a_chain_that_continues_its_neighbour_is_chosen_before_a_stranger():
    before = Chain(0, 400.0, matches((0, 1000, 400)))
    here = Chain(1, 50.0, matches((400, 1400, 50)))
    elsewhere = Chain(1, 52.0, matches((400, 5000, 52)))
    kept = chosen([before, elsewhere, here], (600, 6000), 30)
    assert [chain.text_span[0] for chain in kept] == [1000, 1400]
