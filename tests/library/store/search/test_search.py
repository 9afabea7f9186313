"""Searching the whole library."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.model.annotation import Annotation, AnnotationKind, Colour, passage_of
from library.model.change import Change, Holding
from library.model.document import Version, VersionKind
from library.model.record import ArchiveDate, Head, Record
from library.progress import quietly
from library.searching.hits import HitKind
from library.searching.parsing import parse
from library.store.index_keeping import AT_ONCE
from library.store.search.contents import Contents
from library.store.search.tables import ROOM, ROOMS
from library.store.store import Store
from tests.documents import NOON, a_document, documents
from tests.library.searching.test_parsing import hostile

LETTER = (
    "Dear Sir,\n\nThe garrison of Rabaul was re-\nlieved in spring 1944. Хрущёв was told.\n\n"
    "Die Straße nach Łódź is closed."
)


def add(store, title="A letter", text=LETTER, digest="", **record):
    document = a_document(title, text, digest or title)
    return store.add_document(replace(document, record=Record(title, **record)), NOON)


def note(document, quote, words, tags=()):
    version = document.versions[0]
    start = version.text.index(quote)
    target = passage_of(version.id, version.text, start, start + len(quote))
    return Annotation(
        f"note-{quote}", document.id, AnnotationKind.NOTE, Colour.YELLOW, (target,), NOON, NOON,
        words, tags,
    )  # fmt: skip


def hits(store, asked, limit=50):
    return store.search.find(parse(asked), limit).hits


def titles(store, asked):
    return {hit.title for hit in hits(store, asked)}


@pytest.mark.parametrize(
    ("asked", "lit"),
    [
        ("rabaul", "Rabaul"),
        ("relieved", "re-\nlieved"),
        ('"spring 1944"', "spring 1944"),
        ("Хрущев", "Хрущёв"),
        ("strasse", "Straße"),
        ("lodz", "Łódź"),
        ("garris*", "garrison"),
        ("garrison NEAR/2 rabaul", "garrison of Rabaul"),
    ],
)
def test_a_hit_knows_its_place_in_the_exact_text(store, asked, lit):
    document = add(store)
    (hit,) = hits(store, asked)
    (place,) = hit.places
    assert (hit.kind, hit.document, hit.page) == (HitKind.EXACT, document.id, 0)
    assert (hit.version, hit.label) == (document.versions[0].id, "Transcript - English")
    assert LETTER[slice(*place)] == lit
    assert hit.snippet.hit == " ".join(lit.split())


def test_words_are_found_anywhere_in_a_document(store):
    add(store, "Harriman papers")
    add(store, "Other papers")
    assert titles(store, "rabaul harriman") == {"Harriman papers"}
    assert titles(store, "rabaul -harriman") == {"Other papers"}
    assert titles(store, "harriman OR other") == {"Harriman papers", "Other papers"}
    assert titles(store, "NOT (rabaul other) papers") == {"Harriman papers"}


def test_fields_and_filters_choose_documents(store):
    spring = ArchiveDate("Spring 1944", "1944-21")
    add(store, "One", date=spring, head=Head(present=("Molotov",)), repository="Hoover")
    add(store, "Rabaul", "nothing", language_codes=("ru",), original_language=("Russian",))
    assert titles(store, "title:rabaul") == {"Rabaul"}
    assert titles(store, "person:molotov rabaul") == {"One"}
    assert titles(store, "repository:hoover") == {"One"}
    assert titles(store, "date:1944-05..1945") == titles(store, "date:1944") == {"One"}
    assert titles(store, "date:1944-07") == titles(store, "date:1943") == set()
    assert titles(store, "lang:ru") == titles(store, "lang:Russian") == {"Rabaul"}
    assert titles(store, "in:records rabaul") == {"Rabaul"}
    assert titles(store, "in:texts rabaul") == {"One"}


def test_notes_are_found_from_when_they_are_made_until_they_are_thrown_away(store):
    document = add(store)
    made = note(document, "Rabaul", "Ask about the convoy", ("supply",))
    store.apply(Change.add("Note", made))
    for asked in ("convoy", "note:convoy", "tag:supply", "in:notes convoy"):
        (hit,) = hits(store, asked)
        assert (hit.kind, hit.annotation, hit.page) == (HitKind.NOTE, made.id, 0)
        assert [LETTER[slice(*place)] for place in hit.places] == ["Rabaul"]
    other = replace(made, note="Ask about the harbour")
    store.apply(Change.alter("Edit", made, other))
    assert not hits(store, "convoy")
    assert hits(store, "harbour")
    store.apply(Change.alter("Delete", other, replace(other, deleted=NOON)))
    assert not hits(store, "harbour")
    assert hits(store, "rabaul")


def test_documents_in_the_trash_are_not_found_until_they_are_restored(store):
    document = add(store)
    thrown = Change.alter("Delete", Holding(document.id), Holding(document.id, NOON))
    store.apply(thrown)
    assert not hits(store, "rabaul")
    store.apply(thrown.reversed())
    assert hits(store, "rabaul")


def test_a_text_is_found_by_what_it_says_now(store):
    document = add(store)
    new = replace(document.versions[0], text="Nothing of it.", paragraphs=())
    store.texts.reword(new, {})
    assert not hits(store, "rabaul")
    assert hits(store, "nothing")
    more = Version("", "Text", VersionKind.RECOGNISED, None, (), "Rabaul again", ())
    store.add_version(document.id, more)
    assert [hit.label for hit in hits(store, "in:recognised rabaul")] == ["Text"]


def similar(store, asked):
    return [hit.snippet.hit for hit in store.search.similar(parse(asked), 50).hits]


def test_other_spellings_and_misread_words_come_apart_from_exact_hits(store):
    add(store, "One", "Khrushchev spoke of Rabaul.")
    add(store, "Two", "Chruschtschow schwieg. The ship left Rabaui.")
    add(store, "Three", "Хрущёв молчал.")
    for asked in ("Khrushchev", "Chruschtschow", "Хрущев"):
        assert len(hits(store, asked)) == 1
        assert len(similar(store, asked)) == 2
    assert similar(store, "Rabaul") == ["Rabaui"]
    assert similar(store, "Rabaui") == ["Rabaul"]
    assert similar(store, "Rabaui spoke") == ["Rabaul"]
    assert similar(store, '"of Rabaui"') == ["of Rabaul"]
    assert store.search.similar(parse("Rabaul"), 0).total == 1


def test_the_likest_word_comes_first(store):
    for number, word in enumerate(("Rabault", "Rabaui")):
        add(store, f"Letter {number}", f"The harbour of {word}.")
    assert similar(store, "Rabaul") == ["Rabaui", "Rabault"]


def test_the_count_goes_beyond_the_limit(store):
    for number in range(5):
        add(store, f"Letter {number}")
    found = store.search.find(parse("rabaul"), 2)
    assert (len(found.hits), found.total) == (2, 5)


def test_a_hit_on_a_later_page_says_so(store):
    text = "\n\n".join(f"-{page}-\n\nIsland {page} is quiet." for page in range(1, 4))
    document = replace(a_document("Paged", text, pages=3))
    version = replace(
        document.versions[0],
        pages=(0, 1, 2),
        page_starts=tuple(text.index(f"-{p}-") for p in (1, 2, 3)),
    )
    store.add_document(replace(document, versions=(version,)), NOON)
    assert [hits(store, f'"island {page}"')[0].page for page in (1, 2, 3)] == [0, 1, 2]


def test_an_index_that_is_missing_damaged_or_old_is_made_anew(folder):
    with Store.open(folder) as store:
        add(store)
    index = folder / "index.db"
    for harm in (index.unlink, lambda: index.write_bytes(b"no database"), lambda: make_old(index)):
        harm()
        with Store.open(folder) as store:
            assert not store.search.is_current()
            assert not hits(store, "rabaul")
            quietly(store.search.catching_up())
            assert store.search.is_current()
            assert hits(store, "rabaul")
            assert similar(store, "rabaui") == ["Rabaul"]


def make_old(index):
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("UPDATE search_version SET version = 'old'")


def test_what_was_missed_is_caught_up_with(folder, store):
    document = add(store)
    with closing(sqlite3.connect(folder / "index.db")) as db, db:
        db.execute("UPDATE shelf_row SET document = 'gone'")
    assert set(store.search.keeping.behind()) == {document.id, "gone"}
    quietly(store.search.catching_up())
    assert store.search.is_current()
    assert len(hits(store, "rabaul")) == 1


def test_what_changes_while_much_is_caught_up_with_is_found_before_its_end(folder):
    with Store.open(folder) as store:
        letters = [add(store, f"Letter {number}") for number in range(3 * AT_ONCE)]
    (folder / "index.db").unlink()
    with Store.open(folder) as store:
        catching_up = store.search.catching_up()
        next(catching_up)
        for letter in (letters[0], letters[-1]):
            made = note(letter, "Rabaul", f"Ask about {letter.record.title.replace(' ', '')}")
            store.apply(Change.add("Note", replace(made, id=letter.id)))
        assert not hits(store, "letter0")  # who saves a note does not wait for the index
        next(catching_up)
        assert hits(store, "letter0")
        quietly(catching_up)
        assert hits(store, f"letter{3 * AT_ONCE - 1}")
        assert len(hits(store, "rabaul", 1000)) == 3 * AT_ONCE
        assert store.search.is_current()


def test_an_index_that_is_made_anew_is_in_one_piece(folder):
    with Store.open(folder) as store:
        for number in range(3 * AT_ONCE):
            add(store, f"Letter {number}", f"Of the bridge {number}")
    (folder / "index.db").unlink()
    with Store.open(folder) as store:
        quietly(store.search.catching_up())
    with closing(sqlite3.connect(folder / "index.db")) as db:
        assert db.execute("SELECT count(DISTINCT segid) FROM search_words_idx").fetchone() == (1,)
        assert db.execute("SELECT count(DISTINCT segid) FROM search_gram_idx").fetchone() == (1,)
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_an_index_is_whole_after_changes_of_all_kinds(folder, store):
    document = add(store)
    add(store, "Another")
    made = note(document, "Rabaul", "Ask about the convoy", ("supply",))
    made = replace(made, targets=())
    store.apply(Change.add("Note", made))
    store.apply(Change.alter("Edit", made, replace(made, note="Ask again")))
    store.texts.reword(replace(document.versions[0], text="Other words. " * 400, paragraphs=()), {})
    store.apply(Change.alter("Delete", Holding(document.id), Holding(document.id, NOON)))
    with closing(sqlite3.connect(folder / "index.db")) as db, db:
        db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(search_words, 'row')")
        left = {term for (term,) in db.execute("SELECT term FROM terms")}
        db.execute("DROP TABLE terms")
    assert "rabaul" in left  # of the other document
    assert not left & {"convoy", "supply", "ask", "again"}
    assert not hits(store, "other")  # long texts are left in the index, and count no more


def reworded(store, document, times):
    for time in range(times):
        store.texts.reword(replace(document.versions[0], text=f"State {time}.", paragraphs=()), {})


def test_a_text_that_changed_often_is_found_by_what_it_says_last(store):
    document = add(store)
    reworded(store, document, ROOMS + 3)
    quietly(store.search.catching_up())
    assert len(hits(store, "state")) == store.search.find(parse("state"), 9).total == 1
    assert hits(store, f"{ROOMS + 2}")
    assert not hits(store, "rabaul")


def test_an_index_with_much_that_is_dead_is_made_anew(folder, store):
    documents = [add(store, f"Letter {number}") for number in range(7)]
    for document in documents:
        reworded(store, document, ROOMS // 2)
    assert dead(folder) > 200
    quietly(store.search.catching_up())
    assert dead(folder) == 0
    assert store.search.find(parse("state"), 5).total == 7


def dead(folder):
    with closing(sqlite3.connect(folder / "index.db")) as db:
        return db.execute("SELECT count(*) FROM search_dead").fetchone()[0]


def test_a_record_that_changes_leaves_the_texts_in_the_index_as_they_are(folder, store):
    document = add(store)
    made = replace(note(document, "Rabaul", "Ask about the convoy"), targets=())
    store.apply(Change.add("Note", made))
    store.search.keeping.follow_document(document.id)
    assert dead(folder) == 0
    assert {hit.kind for hit in hits(store, "rabaul OR convoy")} == {HitKind.EXACT, HitKind.NOTE}


def test_a_reader_searches_while_another_writes(folder, store):
    add(store)
    with Store.open(folder, read_only=True) as reader:
        assert reader.search.is_current()
        assert hits(reader, "rabaul")


def test_a_library_can_be_searched_with_an_index_elsewhere(folder, tmp_path, store):
    add(store)
    (tmp_path / "apart").mkdir()
    with (
        Store.open(folder, read_only=True) as reader,
        closing(reader.search.apart(tmp_path / "apart")) as apart,
    ):
        assert not apart.is_current()
        quietly(apart.catching_up())
        assert apart.find(parse("rabaul"), 5).total == 1


def test_a_very_long_text_is_indexed_to_its_end():
    text = f"{'Words of a book. ' * 20}\n\n" * 25_000 + "The end."
    *_, last = Contents(a_document("A book", text), ()).text_rows()
    assert last.part < ROOM
    assert last.stop == len(text)


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(documents)
def test_any_document_can_be_indexed(store, document):
    store.add_document(document, datetime.now(UTC))
    assert store.search.is_current()


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=hostile | st.text())
def test_no_query_raises(store, asked):
    if not store.shelf():
        add(store)
    query = parse(asked)
    store.search.find(query, 5)
    store.search.similar(query, 5)


def test_the_largest_query_is_answered(store):
    add(store)
    for asked in (
        "rabaul " * 80,
        "rabaul OR (" * 14 + "garrison",
        "-(rabaul " * 14,
        "(rabaui -x) OR " * 30,
    ):
        store.search.find(parse(asked), 5)
        store.search.similar(parse(asked), 5)
