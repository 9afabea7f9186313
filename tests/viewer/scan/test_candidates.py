"""Of many notes those of a page are found as a look at each of them would find them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from library.model.annotation import Annotation, AnnotationKind, Colour, Passage, Region
from library.model.geometry import Box
from viewer.scan.marked_places import Candidates

NOW = datetime(2026, 5, 3, tzinfo=UTC)
STRETCHES = {1: (0, 10), 2: (10, 25), 3: (0, 0)}  # of the text that stand on pages


class Stretches:
    """Knows where a text stands on the scan, as the links do."""

    def stretch_on(self, page, version):
        return STRETCHES[page] if version == "v" else (0, 0)


areas = st.builds(lambda page: Region(page, (Box(0, 0, 1, 1),)), st.sampled_from([1, 2, 3]))
passages = st.builds(
    lambda version, start, length: Passage(version, start, start + length, "", "", ""),
    st.sampled_from(["v", "w"]),
    st.integers(0, 30),
    st.integers(1, 5),
)


def note(number, targets, deleted):
    kind = AnnotationKind.HIGHLIGHT
    id_ = str(number)
    return Annotation(id_, "d", kind, Colour.RED, tuple(targets), NOW, NOW, deleted=deleted)


notes = st.builds(
    note,
    st.integers(0, 1000),
    st.lists(st.one_of(areas, passages), max_size=3),
    st.sampled_from([None, NOW]),
)


@given(st.lists(notes, max_size=12), st.sampled_from([1, 2, 3]))
def test_what_is_on_a_page_is_found_in_order_and_nothing_that_is_in_the_trash(given_notes, page):
    first, last = STRETCHES[page]

    def is_near(target):
        if isinstance(target, Region):
            return target.page == page
        return target.version == "v" and target.start < last and target.end > first

    near = [n for n in given_notes if n.deleted is None and any(map(is_near, n.targets))]
    assert list(Candidates(given_notes).on(page, Stretches())) == near
