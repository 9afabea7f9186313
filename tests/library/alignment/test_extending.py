import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.chaining import Chain
from library.alignment.extending import paired
from library.alignment.normalising import stream_of
from library.alignment.seeding import Matches

ANCHOR = "thesecretary"


def pairs(scan, text):
    """Pairs of letters of two texts that share the anchor."""
    at = (np.array([each.index(ANCHOR)]) for each in (scan, text))
    chain = Chain(0, 12.0, Matches(*at, np.array([len(ANCHOR)])))
    found = paired(stream_of([scan]), stream_of([text]), [chain], 12)
    return [(scan[one], text[other]) for one, other in zip(found.scan, found.text, strict=True)]


def test_letters_beside_an_anchor_are_paired():
    found = pairs("0f" + ANCHOR + "ofstote", "of" + ANCHOR + "ofstate")
    assert len(found) == 2 + len(ANCHOR) + 7
    assert [pair for pair in found if pair[0] != pair[1]] == [("0", "o"), ("o", "a")]


def test_what_one_side_lacks_is_in_no_pair():
    assert len(pairs(ANCHOR + "state", ANCHOR)) == len(ANCHOR)


@given(st.text("abcdef", max_size=30), st.text("abcdef", max_size=30), st.data())
def test_pairs_keep_the_order_of_both_sides(before, after, data):
    scan = data.draw(st.text("abcdef", max_size=30)) + ANCHOR + after
    text = before + ANCHOR + data.draw(st.text("abcdef", max_size=30))
    at = (np.array([each.index(ANCHOR)]) for each in (scan, text))
    chain = Chain(0, 12.0, Matches(*at, np.array([len(ANCHOR)])))
    found = paired(stream_of([scan]), stream_of([text]), [chain], 12)
    order = np.argsort(found.text)
    assert (np.diff(found.text[order]) > 0).all()
    assert (np.diff(found.scan[order]) > 0).all()


@pytest.mark.parametrize("extra", ["", "x" * 900])
def test_a_passage_that_only_the_scan_has_does_not_move_what_follows(extra):
    scan = ANCHOR + "ofstate" + extra + "hasreceivedtheletter"
    text = ANCHOR + "ofstate" + "hasreceivedtheletter"
    ends = (
        Matches(np.array([0]), np.array([0]), np.array([len(ANCHOR)])),
        Matches(
            np.array([scan.index("theletter")]), np.array([text.index("theletter")]), np.array([9])
        ),
    )
    chains = [Chain(0, 12.0, each) for each in ends]
    found = paired(stream_of([scan]), stream_of([text]), chains, 6)
    assert len(found.text) == len(text)
    assert all(scan[one] == text[other] for one, other in zip(found.scan, found.text, strict=True))
