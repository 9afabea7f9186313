"""What became of passages, and what is to be shown of what points at them."""

import pytest

from library.model.anchor import Anchor, Anchors, AnchorState, Candidate
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Colour,
    Region,
    passage_of,
)
from library.model.geometry import Box
from library.model.own_link import OwnLink
from tests.documents import NOON

TEXT = "The delegation arrives on Monday, and leaves again on Friday."
KEPT, MOVED, ASKED, LOST = (passage_of("v", TEXT, at, at + 9) for at in (0, 12, 24, 36))
REGION = Region(0, (Box(0.1, 0.1, 0.2, 0.2),))


@pytest.fixture
def anchors():
    return Anchors(
        {
            MOVED: Anchor(AnchorState.MOVED, (Candidate(20, 28, 0.9),)),
            ASKED: Anchor(AnchorState.PLEASE_CHECK, (Candidate(3, 9, 0.6), Candidate(40, 44, 0.5))),
            LOST: Anchor(AnchorState.LOST, (Candidate(1, 2, 0.3),)),
        }
    )


def highlight(*targets):
    kind, colour = AnnotationKind.HIGHLIGHT, Colour.GREEN
    return Annotation("h", "d", kind, colour, targets, NOON, NOON)


def test_a_passage_of_which_nothing_is_said_stands_where_it_says(anchors):
    assert anchors.of(KEPT) == Anchor(AnchorState.ANCHORED, (Candidate(0, 9, 1.0),))
    assert anchors.present(KEPT) == KEPT


def test_what_is_doubtful_is_shown_at_its_likeliest_place_and_what_is_lost_nowhere(anchors):
    assert (anchors.present(ASKED).start, anchors.present(ASKED).end) == (3, 9)
    assert anchors.present(ASKED).quote == ASKED.quote
    assert anchors.present(LOST) is None
    assert anchors.of(LOST).place is None


def test_only_what_is_sure_goes_on_to_tell_of_other_places(anchors):
    sure, doubtful = highlight(KEPT, REGION, MOVED), highlight(KEPT, ASKED)
    (found,) = anchors.present_annotations([sure, doubtful])
    assert found.targets == (KEPT, REGION, anchors.present(MOVED))
    links = [OwnLink(str(n), "d", p, REGION, NOON) for n, p in enumerate((MOVED, ASKED, LOST))]
    assert [link.passage for link in anchors.present_links(links)] == [anchors.present(MOVED)]
