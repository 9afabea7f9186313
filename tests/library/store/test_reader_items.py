"""Links of the reader's own, checks and colours of tags: kept, altered, and taken back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.model.annotation import Annotation, AnnotationKind, Colour, Region, passage_of
from library.model.change import Change, Edit
from library.model.checking import Check, CheckState, checked_share
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.model.tag import TagStyle
from library.store.store import Store
from tests.documents import NOON, a_document, annotations


@pytest.fixture
def document(store):
    return store.add_document(a_document(), NOON)


@pytest.fixture
def passage(document):
    version = document.versions[0]
    return passage_of(version.id, version.text, 0, 4)


@pytest.fixture
def items(document, passage):
    region = Region(0, (Box(0.1, 0.2, 0.3, 0.25), Box(0.1, 0.3, 0.2, 0.35)))
    return {
        "own_links": OwnLink("o", document.id, passage, region, NOON),
        "checks": Check("c", document.id, passage, CheckState.DOUBTFUL, NOON),
    }


@pytest.mark.parametrize("kind", ["own_links", "checks"])
def test_what_the_reader_made_comes_back_and_undo_leaves_nothing_of_it(
    store, document, items, kind
):
    change = Change.add("Make", items[kind])
    store.apply(change)
    assert getattr(store, kind)(document.id) == (items[kind],)
    assert store.undoable(document.id) == (change,)
    store.apply(change.reversed())
    assert getattr(store, kind)(document.id) == ()


@pytest.mark.parametrize("kind", ["own_links", "checks"])
def test_what_was_taken_back_is_not_shown_and_can_be_restored(store, document, items, kind):
    item = items[kind]
    store.apply(Change.add("Make", item))
    gone = Change.alter("Forget", item, replace(item, deleted=NOON))
    store.apply(gone)
    assert getattr(store, kind)(document.id) == ()
    store.apply(gone.reversed())
    assert getattr(store, kind)(document.id) == (item,)


def test_the_colour_of_a_tag_belongs_to_no_document(store, document):
    style = TagStyle("air power", Colour.BLUE)
    change = Change.add("Colour", style)
    store.apply(change)
    assert store.tags.styles() == (style,)
    assert change.documents() == frozenset()
    store.apply(Change("Colour", (Edit(style, replace(style, colour=Colour.RED)),)))
    assert store.tags.styles() == (replace(style, colour=Colour.RED),)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_tags_are_counted_over_all_documents(tmp_path_factory, data):
    with Store.open(tmp_path_factory.mktemp("library")) as store:
        document = store.add_document(a_document(), NOON)
        ids = st.text(min_size=1, max_size=9)
        made = data.draw(
            st.lists(
                annotations(document.id, document.versions[0].id, ids),
                max_size=4,
                unique_by=lambda each: each.id,
            )
        )
        store.apply(Change.add("Notes", *made))
        living = [set(each.tags) for each in made if each.deleted is None]
        names = {name for tags in living for name in tags}
        counted = {use.name: use.uses for use in store.tags.used()}
        assert set(counted) == names
        for name in names:
            holders = {each.id for each in store.tags.holders(name)}
            assert holders == {each.id for each in made if name in each.tags}


def test_what_the_links_tell_is_kept_beside_what_the_reader_made(store, document, passage):
    annotation = replace(_highlight(document), targets=(passage,))
    store.apply(Change.add("Highlight", annotation))
    first, better = (Region(0, (Box(0.1, top, 0.3, top + 0.1),)) for top in (0.1, 0.2))
    store.save_derived({annotation.id: (first,)})
    store.save_derived({annotation.id: (better, passage)})
    assert store.derived(document.id) == {annotation.id: (better, passage)}
    assert store.annotations(document.id) == (annotation,)


def test_overlapping_checks_are_counted_once(document):
    version = document.versions[0]

    def check(start, end, state=CheckState.CHECKED):
        passage = passage_of(version.id, version.text, start, end)
        return Check("", document.id, passage, state, NOON)

    checks = [check(0, 4), check(2, 8), check(9, 12, CheckState.LATER)]
    assert checked_share(checks, version.id, 16) == 0.5


def _highlight(document):
    return Annotation("a", document.id, AnnotationKind.HIGHLIGHT, Colour.GREEN, (), NOON, NOON)
