"""The reader finds everything as it was left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.model.reading import Arrangement, Fit, ReadingPosition
from library.store.store import Store
from tests.documents import NOON, a_document, counts, lengths, parts, texts

positions = st.builds(
    ReadingPosition,
    page=counts,
    page_offset=parts,
    fit=st.sampled_from(Fit),
    zoom=lengths,
    rotation=st.sampled_from([0, 90, 180, 270]),
    single_page=st.booleans(),
    version=texts,
    offset=counts,
    arrangement=st.sampled_from(Arrangement),
    divider=parts,
    beside=texts,
)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("library")) as opened:
        yield opened


@settings(max_examples=30, deadline=None)
@given(positions)
def test_a_reading_position_comes_back_as_it_was_left(shared_store, position):
    document = shared_store.add_document(a_document(), NOON)
    assert shared_store.position(document.id) is None
    shared_store.save_position(document.id, ReadingPosition(), NOON)
    shared_store.save_position(document.id, position, NOON)
    assert shared_store.position(document.id) == position


def test_what_the_window_remembers_survives_closing(folder):
    tabs = {"open": ["a", "b"], "front": 1, "size": [1.5, None, True]}
    with Store.open(folder) as store:
        store.remember("tabs", ["old"])
        store.remember("tabs", tabs)
    with Store.open(folder) as store:
        assert store.recall("tabs") == tabs
        assert store.recall("nothing") is None
