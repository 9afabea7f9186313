"""Records in the reader's words: laid over what was read, taken back, and followed by all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.citing.cited import cited
from library.citing.style import Style
from library.citing.styles import written
from library.model.change import Change
from library.model.dates import read_date
from library.model.record import Head, Record, Source
from library.model.record_fields import ADDABLE, FIELDS, values_of, with_values
from library.searching.parsing import parse
from library.shelving.question import ShelfQuestion
from library.shelving.recording import recorded
from library.store.store import Store
from tests.documents import NOON, a_document

READ = Record(
    "A Talk",
    date=read_date("March 3, 1944"),
    original_language=("Russian",),
    language_codes=("ru",),
    collection="Harriman Papers",
    contributors=("A. Reader",),
    head=Head(present=("Mr. Harriman",), place="The Kremlin"),
    sources={"title": Source.COVER, "date": Source.COVER, "place": Source.TEXT},
)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


@pytest.fixture
def document(store):
    return store.add_document(replace(a_document(), record=READ), NOON).id


def say(store, document, **wanted):
    change = Change("Edit Record", recorded([document], wanted, store.records.of))
    store.apply(change)
    return change


def test_what_the_reader_says_holds_and_what_was_read_is_kept(store, document):
    change = say(store, document, title=("The Talk",), date=("about March 1944",), place=())
    record = store.document(document).record
    assert (record.title, record.date.edtf, record.head.place) == ("The Talk", "1944-03~", None)
    assert record.sources["title"] is Source.READER
    assert store.records.read(document) == {
        "title": ("A Talk",),
        "date": ("March 3, 1944",),
        "place": ("The Kremlin",),
    }
    store.apply(change.reversed())
    assert store.document(document).record == READ
    assert store.records.read(document) == {}


def test_saying_it_again_keeps_what_was_read_first(store, document):
    say(store, document, title=("One",))
    say(store, document, title=("Two",))
    assert store.records.read(document) == {"title": ("A Talk",)}
    say(store, document, title=None)
    assert store.document(document).record == READ


def test_a_date_may_be_given_in_edtf_too(store, document):
    say(store, document, date=("03/04/1944", "1944-04-03"))
    assert store.document(document).record.date.edtf == "1944-04-03"


def test_shelf_search_and_citations_follow(store, document):
    say(store, document, title=("On Rabaul",), creator=("Harriman, W. Averell",), note=("a box",))
    (entry,) = store.catalogue.rows(store.catalogue.arrange(ShelfQuestion()).numbers)
    assert (entry.title, entry.people[0]) == ("On Rabaul", "Harriman, W. Averell")
    for query in ("title:rabaul", "person:averell", '"a box"'):
        assert store.search.find(parse(query), 5).total == 1
    assert store.search.find(parse("title:talk"), 5).total == 0
    source = cited(store.document(document))
    assert written([source], Style.MLA).startswith("Harriman, W. Averell. “On Rabaul.”")


def test_several_documents_are_edited_as_one_change(store, document):
    other = store.add_document(a_document("B", "Other."), NOON).id
    change = Change(
        "Edit", recorded([document, other], {"repository": ("York",)}, store.records.of)
    )
    store.apply(change)
    assert {store.document(each).record.repository for each in (document, other)} == {"York"}
    store.apply(change.reversed())
    assert store.document(document).record == READ


NAMES = st.sampled_from([*FIELDS, *list(ADDABLE)[:2], "Shelf in my room"])
VALUES = st.lists(st.text("ab \n", max_size=4), max_size=3).map(tuple)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.dictionaries(NAMES, VALUES | st.none(), max_size=3), max_size=5))
def test_undoing_every_edit_leaves_the_record_as_it_was_read(tmp_path_factory, steps):
    with Store.open(tmp_path_factory.mktemp("records") / "library") as store:
        document = store.add_document(replace(a_document(), record=READ), NOON).id
        done = [say(store, document, **step) for step in steps]
        for change in reversed(done):
            store.apply(change.reversed())
        assert store.document(document).record == READ
        assert store.records.read(document) == {}


@given(NAMES, VALUES)
def test_what_is_set_is_there(field, values):
    wanted = tuple(" ".join(value.split()) for value in values if value.strip())
    found = values_of(with_values(READ, field, values, Source.READER), field)
    if FIELDS.get(field) is None or FIELDS[field].many:
        assert found == wanted
    elif field == "title" and not wanted:
        assert found == ("A Talk",)
    elif field != "date":
        assert found == wanted[:1]
