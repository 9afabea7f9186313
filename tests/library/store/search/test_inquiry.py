"""A query that is answered in steps."""

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.errors import ReadingStopped
from library.model.record import ArchiveDate, Record
from library.searching.hits import HitKind
from library.searching.parsing import parse
from library.store.search import inquiry as steps
from library.store.search.tables import SHIFT
from tests.documents import NOON, a_document
from tests.library.searching.test_parsing import hostile


def add(store, title, text, **record):
    document = replace(a_document(title, text, title), record=Record(title, **record))
    return store.add_document(document, NOON)


@pytest.fixture
def letters(store):
    """Three with Rabaul; the second has the most of it, the third both words apart."""
    add(store, "One", "The garrison of Rabaul.\n\n" + "More of it. " * 60)
    add(store, "Two", "\n\n".join(f"Rabaul, again Rabaul. {'So. ' * 200}{n}" for n in range(4)))
    add(store, "Three", f"Rabaul.\n\n{'Much else. ' * 80}\n\nThe garrison left.")
    add(store, "Four", "Nothing.", date=ArchiveDate("1944", "1944"), collection="Harriman Papers")
    return store


def titles(asked, standing, each=1):
    return [row.entry.title for row in asked.rows(standing, standing.documents, each)]


def test_the_first_answer_is_part_of_the_whole(letters):
    asked = letters.search.inquire(parse("rabaul"))
    first, ranked, whole = asked.first(), asked.ranked(), asked.whole()
    assert set(first.documents) == set(ranked.documents) == set(whole.documents)
    assert ranked.is_whole
    assert ranked.places == whole.places == letters.search.find(parse("rabaul"), 0).total


def test_documents_stand_in_the_order_of_their_best_hit(letters):
    asked = letters.search.inquire(parse("rabaul"))
    ranked = asked.ranked()
    best = [hit.title for hit in letters.search.find(parse("rabaul"), 50).hits]
    assert titles(asked, ranked) == list(dict.fromkeys(best))


def test_a_document_shows_so_many_hits_and_tells_how_many_more(letters):
    asked = letters.search.inquire(parse("rabaul"))
    standing = asked.ranked()
    two = next(
        row for row in asked.rows(standing, standing.documents, 2) if row.entry.title == "Two"
    )
    assert (len(two.hits), two.places) == (2, 4)
    assert two.hits[0].snippet.hit == "Rabaul"
    every = asked.hits(standing, two.number)
    assert [hit.places[0] for hit in every] == sorted(hit.places[0] for hit in every)
    assert len(every) == 4


def test_passages_with_all_words_come_before_those_with_some(letters, monkeypatch):
    monkeypatch.setattr(steps, "_ENOUGH", 1)
    asked = letters.search.inquire(parse("garrison rabaul"))
    ranked, whole = asked.ranked(), asked.whole()
    assert titles(asked, ranked) == ["One"]
    assert titles(asked, whole) == ["One", "Three"]
    assert not ranked.is_whole
    assert whole.places == letters.search.find(parse("garrison rabaul"), 0).total


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("garrison date:1944", {"May"}),
        ("garrison rabaul date:1944..1945", {"May", "June"}),
        ("garrison lang:de date:1940..1950", {"June"}),
        ("garrison lang:de date:1944", set()),
    ],
)
def test_days_and_languages_hold_from_the_first_answer_on(store, monkeypatch, query, found):
    monkeypatch.setattr(steps, "_ENOUGH", 1)
    add(store, "May", "The garrison of Rabaul.", date=ArchiveDate("", "1944-05"))
    german = {"language_codes": ("de",)}
    add(store, "June", "The garrison of Rabaul.", date=ArchiveDate("", "1945-06"), **german)
    add(store, "Undated", "The garrison of Rabaul.")
    asked = store.search.inquire(parse(query))
    for standing in (asked.first(), asked.ranked(), asked.whole()):
        assert {*titles(asked, standing)} == found


def test_words_that_stand_everywhere_are_not_ranked_and_all_found(letters, monkeypatch):
    add(letters, "Rabaul", "Another letter.")
    monkeypatch.setattr(steps, "MOST_RANKED", 2)
    asked = letters.search.inquire(parse("rabaul"))
    ranked, whole = asked.ranked(), asked.whole()
    assert not ranked.is_whole
    assert titles(asked, ranked)[0] == "Rabaul"
    assert whole.documents[: len(ranked.documents)] == ranked.documents
    assert whole.places == letters.search.find(parse("rabaul"), 0).total


def test_documents_are_found_by_their_date_alone(letters):
    asked = letters.search.inquire(parse("date:1944"))
    standing = asked.ranked()
    (row,) = asked.rows(standing, standing.documents, 3)
    assert (row.entry.title, row.hits, row.places) == ("Four", (), 0)
    assert row.entry.archive_collection == "Harriman Papers"
    assert asked.hits(standing, row.number) == ()


def test_only_the_documents_it_is_asked_of_are_found(letters):
    every = letters.search.inquire(parse("rabaul")).ranked()
    (chosen, *_) = every.documents
    for query in ("rabaul", "NOT nothing"):
        asked = letters.search.inquire(parse(query), {chosen})
        for step in (asked.first, asked.ranked, asked.whole):
            assert set(step().documents) == {chosen}


def test_records_and_texts_say_what_they_are(letters):
    add(letters, "The fall of Rabaul", "Words.")
    asked = letters.search.inquire(parse("title:rabaul"))
    standing = asked.ranked()
    (row,) = asked.rows(standing, standing.documents, 3)
    assert [hit.kind for hit in row.hits] == [HitKind.RECORD]


def test_nothing_is_answered_once_it_is_cancelled(letters):
    asked = letters.search.inquire(parse("rabaul"))
    standing = asked.ranked()
    asked.cancel()
    for step in (asked.first, asked.ranked, asked.whole):
        with pytest.raises(ReadingStopped):
            step()
    with pytest.raises(ReadingStopped):
        asked.rows(standing, standing.documents, 1)
    assert letters.search.inquire(parse("rabaul")).ranked().documents  # others go on


def test_a_step_that_runs_ends_when_it_is_cancelled(letters):
    counter, ended = letters.search._counter, []
    asked = letters.search.inquire(parse("rabaul"))
    runs = threading.Event()

    def endless(db):
        runs.set()
        db.conn.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
        ).fetchall()

    def ask():
        try:
            counter.read(endless, None, asked._ticket)
        except ReadingStopped:
            ended.append("stopped")

    thread = threading.Thread(target=ask)
    thread.start()
    runs.wait(5)
    while thread.is_alive():  # the statement may not have begun when it is interrupted first
        asked.cancel()
        thread.join(0.05)
    assert ended == ["stopped"]


def test_a_missing_index_finds_nothing(folder, letters):
    asked = letters.search.inquire(parse("rabaul"))
    assert asked.ranked().documents
    for file in folder.glob("index.db*"):
        file.unlink()
    assert asked.ranked().documents == ()
    (folder / "index.db").write_bytes(b"no database at all, but long enough to be read" * 99)
    assert asked.ranked().documents == ()


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=hostile | st.text())
def test_no_query_raises_and_the_steps_agree(store, asked):
    if not store.shelf():
        add(store, "One", "The garrison of Rabaul.", date=ArchiveDate("1944", "1944"))
        add(store, "Two", "Rabaul.\n\n" + "Much else. " * 80)
    query = parse(asked)
    inquiry = store.search.inquire(query)
    first, ranked, whole = inquiry.first(), inquiry.ranked(), inquiry.whole()
    assert set(first.documents) <= set(whole.documents)
    assert whole.documents[: len(ranked.documents)] == ranked.documents
    assert all(p >> SHIFT == n for n, found in whole.passages.items() for p in found)
    found = store.search.find(query, 50)
    assert {hit.document for hit in found.hits} == {
        row.entry.id for row in inquiry.rows(whole, whole.documents, 1)
    }
