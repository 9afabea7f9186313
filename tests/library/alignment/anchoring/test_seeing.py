"""The scan is a second witness: it settles, denies, and names places of its own."""

from library.alignment.anchoring.anchoring import anchoring
from library.alignment.anchoring.seeing import Seen
from library.model.anchor import AnchorState
from library.model.annotation import Region, passage_of
from library.model.link import Alignment, Link, LinkKind
from library.progress import quietly
from tests.library.alignment.pages import box_of

LINE = "The committee met, and resolved nothing. "


def alignment_of(text, *, row_of=lambda nth: nth, certainty=1.0):
    """Each word of the text on a row of its own, by its number."""
    links, at = [], 0
    for nth, word in enumerate(text.split()):
        at = text.index(word, at)
        box = box_of(0, len(word), row_of(nth))
        links.append(Link(at, at + len(word), 0, (box,), certainty, LinkKind.WORD))
        at += len(word)
    return Alignment("v", tuple(links))


def region(*rows):
    return (Region(0, tuple(box_of(0, 3, row) for row in rows)),)


def anchor_of(passage, text, seen, *former):
    return quietly(anchoring([passage], text, former, lambda _: seen))[passage]


def test_the_scan_settles_which_of_two_like_places_it_is():
    wanted = passage_of("v", LINE * 2, len(LINE), len(LINE) + 13)
    new = f"At last. {LINE * 4}"
    seen = Seen(region(14, 15), alignment_of(new))
    found = anchor_of(wanted, new, seen)
    assert (found.state, found.place) == (
        AnchorState.MOVED,
        (9 + 2 * len(LINE), 22 + 2 * len(LINE)),
    )


def test_a_place_that_stands_elsewhere_on_the_scan_is_asked_about():
    old = "Coal comes first. Then grain is discussed by all. Then harbours."
    new = old.replace("is discussed", "was discussed")
    wanted = passage_of("v", old, 18, 48)
    right = Seen(region(3, 4, 5, 6), alignment_of(new))
    wrong = Seen(region(40, 41), alignment_of(new))
    assert anchor_of(wanted, new, right, old).state is AnchorState.MOVED
    assert anchor_of(wanted, new, wrong, old).state is AnchorState.PLEASE_CHECK


def test_what_stands_there_now_is_a_candidate_for_what_was_lost():
    wanted = passage_of("v", "Coal comes first. Then grain is discussed by all.", 18, 48)
    new = "1947: 60 t. 80 t. were put off."
    nothing, seen = (Seen(spot, alignment_of(new)) for spot in ((), region(1, 2, 3, 4)))
    assert anchor_of(wanted, new, nothing).state is AnchorState.LOST
    found = anchor_of(wanted, new, seen)
    assert found.state is AnchorState.PLEASE_CHECK
    assert new[slice(*found.place)] == "60 t. 80 t."


def test_a_scan_without_sure_links_tells_nothing():
    old, new = "Coal comes first of all.", "Coal came first of all."
    wanted = passage_of("v", old, 0, 16)
    seen = Seen(region(9), alignment_of(new, certainty=0.5))
    assert seen.agreement(0, 16) is None
    assert seen.place is None
    assert anchor_of(wanted, new, seen, old).state is AnchorState.MOVED
