"""Documents come back from the library as they went in."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings

from library.errors import DocumentAmbiguous, DocumentNotFound
from library.model.annotation import Bookmark
from library.model.change import Change, Holding
from library.model.document import VersionKind
from library.model.reading import ReadingPosition, ShelfEntry
from library.model.record import ArchiveDate, Record
from library.store.ids import new_id
from library.store.shelf import SHELF
from library.store.store import Store
from tests.documents import NOON, a_document, documents


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("library")) as opened:
        yield opened


def trash(store, document_id):
    there = Holding(document_id)
    store.apply(Change.alter("Delete", there, replace(there, deleted=NOON)))


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_document_comes_back_as_it_went_in(shared_store, document):
    unique = new_id()  # files of a document that is there already would give that one back
    files = tuple(replace(file, digest=unique + file.digest) for file in document.files)
    added = shared_store.add_document(replace(document, files=files), NOON)
    given_ids = tuple(
        replace(version, id=now.id)
        for version, now in zip(document.versions, added.versions, strict=True)
    )
    assert added == replace(document, id=added.id, files=files, versions=given_ids)
    assert shared_store.document(added.id) == added


def test_ids_are_short_and_safe_in_addresses(store):
    document = store.add_document(a_document(), NOON)
    for name in (document.id, document.versions[0].id):
        assert len(name) == 10
        assert name.isascii()
        assert name.isalnum()


def test_half_a_surrogate_pair_is_replaced_and_offsets_stay_true(store):
    added = store.add_document(a_document(text="a\ud800b"), NOON)
    assert store.document(added.id).versions[0].text == "a\ufffdb"


def test_a_document_is_found_by_its_files_in_their_order(store):
    document = a_document()
    one, two = (replace(document.files[0], digest=digest) for digest in ("aa", "bb"))
    added = store.add_document(replace(document, files=(one, two)), NOON)
    assert store.document_with(["aa", "bb"]) == added.id
    assert store.document_with(["bb", "aa"]) is None
    assert store.document_with(["aa"]) is None
    assert store.document_with([]) is None


def test_the_same_files_are_not_added_twice(store):
    one = store.add_document(a_document(digest="aa"), NOON)
    assert store.add_document(a_document(digest="aa"), NOON) == one
    assert len(store.shelf()) == 1


def test_a_document_in_the_trash_is_still_known_by_its_files(store):
    added = store.add_document(a_document(digest="aa"), NOON)
    trash(store, added.id)
    assert store.shelf() == ()
    assert store.document_with(["aa"]) == added.id
    with pytest.raises(DocumentNotFound):
        store.resolve(added.id)


def test_a_document_is_named_by_its_id_the_beginning_of_it_or_its_file(store, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir")
    document = replace(a_document(), files=(store.keep_file(file, "text/plain"),))
    added = store.add_document(document, NOON)
    assert store.resolve(added.id) == added.id
    assert store.resolve(added.id[:4]) == added.id
    assert store.resolve(str(file)) == added.id
    shutil.copy(file, tmp_path / "copy.txt")
    assert store.resolve(str(tmp_path / "copy.txt")) == added.id


def test_a_document_is_named_by_the_archives_number_of_its_record(store):
    numbered = replace(a_document(), record=Record("A talk", record_id="209791"))
    added = store.add_document(numbered, NOON)
    assert store.resolve("209791") == added.id
    assert store.resolve(added.id) == added.id
    with pytest.raises(DocumentNotFound):
        store.resolve("20979")
    again = store.add_document(numbered, NOON)
    with pytest.raises(DocumentAmbiguous, match=f"{added.id}, {again.id}"):
        store.resolve("209791")


@pytest.mark.parametrize(
    "asked", ["", "nothing", "%", "/no/such/file", "x" * 5000, "a\0b", "no-utf\udce8.pdf"]
)
def test_what_names_no_document_is_said_to(store, asked):
    store.add_document(a_document(), NOON)
    with pytest.raises(DocumentNotFound):
        store.resolve(asked)


def test_the_beginning_of_several_ids_is_ambiguous(store):
    ids = [store.add_document(a_document(), NOON).id for _ in range(40)]  # 32 letters and digits
    twice = next(i[0] for i in ids if sum(j[0] == i[0] for j in ids) > 1)
    with pytest.raises(DocumentAmbiguous):
        store.resolve(twice)


def test_an_unknown_document_is_not_found(store):
    with pytest.raises(DocumentNotFound):
        store.document("nothing")


def test_the_shelf_shows_what_there_is_to_know_at_a_glance(store):
    plain = a_document(pages=3)
    transcript = replace(plain.versions[0], language="ru")
    translation = replace(transcript, kind=VersionKind.TRANSLATION, language="en")
    dated = Record("A letter", date=ArchiveDate("March 3, 1944", "1944-03-03"))
    document = replace(plain, record=dated, versions=(translation, transcript, transcript))
    added = store.add_document(document, NOON)
    store.apply(Change.add("Bookmark", Bookmark("b", added.id, "here", NOON)))
    later = NOON + timedelta(hours=1)
    store.save_position(added.id, ReadingPosition(page=2), later)
    assert store.shelf() == (
        ShelfEntry(
            *(added.id, "A letter", dated.date, ("ru", "en"), 3, 1, NOON, later),
            starred=True,
            has=("scan", "transcript", "translation", "notes"),
        ),
    )


def test_the_languages_of_the_original_come_first_on_the_shelf(store):
    english = replace(a_document().versions[0], kind=VersionKind.TRANSLATION, language="en")
    record = Record("A letter", original_language=("Russian",), language_codes=("ru", "de"))
    store.add_document(replace(a_document(), record=record, versions=(english,)), NOON)
    assert store.shelf()[0].languages == ("ru", "de", "en")


def test_the_shelf_reads_no_texts_but_those_of_which_something_was_checked(store):
    with store._library.reading() as db:
        plan = db.execute(f"EXPLAIN QUERY PLAN {SHELF}").fetchall()
    scanned = [step[-1] for step in plan if "SCAN" in step[-1]]
    assert [step for step in scanned if "subquery" not in step] == ["SCAN d"]
    checks = next(k for k, step in enumerate(plan) if step[-1].startswith("SEARCH c "))
    texts = [k for k, step in enumerate(plan) if "version_text" in step[-1]]
    assert texts == [checks + 1]
    assert plan[checks + 1][-1].startswith("SEARCH t ")
