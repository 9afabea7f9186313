"""Notes and records beside the files, and a library made of them alone."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.errors import LibraryExists, SidecarsMissing
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import Colour, Region
from library.model.change import Change, Holding
from library.model.checking import Check, CheckState
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.model.record_fields import RecordField
from library.model.shelved import Collection, DocumentTag, Membership, ToRead
from library.model.tag import TagStyle
from library.progress import quietly
from library.store.sidecars.files import of_library, sidecars_in, write_sidecar
from library.store.sidecars.rebuilding import rebuilding
from library.store.store import Store
from tests.commands import run
from tests.documents import (
    NOON,
    a_document,
    annotations,
    bookmarks,
    corrections,
    documents,
    passages,
    placements,
)
from tests.records import make_record

# What a rebuilt library need not have: where the reader was, what was done when, and what the
# program finds again by itself.
LEFT_OUT = {
    *("reading_position", "remembered", "change", "change_document", "sqlite_sequence"),
    *("derived_target", "recognised_page", "_sqlite_migrations"),
}


def everything(store):
    """All rows of all tables, but for the numbers that only put them in order."""
    found = {}
    with store._library.reading() as db:
        for table in set(db.table_names()) - LEFT_OUT:
            rows = [dict(row) for row in db.table(table).rows]
            for row in rows:
                row.pop("number", None)
                row.pop("last_read", None)
            kept = [row for row in rows if table != "seal" or row["kind"] != "change"]
            found[table] = sorted(map(repr, kept))
    return found


def rebuilt(store, tmp_path):
    """What is in a library made of the sidecars, and what was told of making it."""
    quietly(store.sidecars.writing_changed())
    folder = tmp_path / "rebuilt"
    answer = quietly(rebuilding(store.folder, folder))
    with Store.open(folder) as other:
        return everything(other), answer


ids = st.text("abcdef0123456789", min_size=1, max_size=8)


@st.composite
def things(draw, document, version):
    """Whatever a reader may have made of one document."""
    made = [
        *draw(st.lists(annotations(document, version, ids), max_size=3)),
        *draw(st.lists(bookmarks(document, version, ids), max_size=2)),
        *draw(st.lists(corrections(document, version, ids), max_size=2)),
        *draw(st.lists(placements(document, version, ids), max_size=2)),
    ]
    passage = draw(passages(version))
    region = Region(0, (Box(0.1, 0.2, 0.3, 0.4),))
    made += [
        OwnLink("own", document, passage, region, NOON),
        Check("check", document, passage, draw(st.sampled_from(CheckState)), NOON),
        DocumentTag(document, "to quote"),
        ToRead(document, NOON),
        RecordField(document, "title", (draw(st.text(min_size=1, max_size=9)),)),
        RecordField(document, "original_language", ("Russian", "German")),
    ]
    return {(type(each), each.id): each for each in made}.values()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), document=documents)
def test_a_library_rebuilt_from_its_sidecars_is_the_same(tmp_path_factory, data, document):
    tmp_path = tmp_path_factory.mktemp("sidecars")
    files = tuple(replace(each, digest=f"{n:064x}") for n, each in enumerate(document.files))
    with Store.open(tmp_path / "library") as store:
        added = store.add_document(replace(document, files=files), NOON)
        other = store.add_document(a_document(), NOON)
        (version,) = other.versions
        inner, outer = Collection("a", "Chapter", parent="b"), Collection("b", "Book")
        store.apply(Change.add("Collections", outer, inner, TagStyle("war", Colour.RED)))
        store.apply(Change.add("Things", *data.draw(things(other.id, version.id))))
        store.apply(Change.add("Put in", Membership("a", added.id), Membership("b", other.id)))
        if data.draw(st.booleans()):
            store.texts.reword(
                replace(version, text="Dear Madam"),
                {p: _lost() for p in store.texts.passages(version.id)},
            )
        if data.draw(st.booleans()):
            removed = Holding(added.id, NOON)
            store.apply(Change.alter("Remove", Holding(added.id), removed))
        found, answer = rebuilt(store, tmp_path)
        assert found == everything(store)
        assert (answer.documents, answer.hurt) == (2, [])


def _lost():
    return Anchor(AnchorState.LOST, (Candidate(0, 4, 0.5),))


@pytest.fixture
def two(store):
    """A library with two documents in it."""
    ids = [store.add_document(a_document(title), NOON).id for title in ("one", "two")]
    quietly(store.sidecars.writing_changed())
    return ids


def test_a_damaged_sidecar_is_named_and_stops_no_other(store, two, tmp_path):
    hurt = store.folder / "sidecars" / f"{two[0]}.json"
    hurt.write_text(hurt.read_text("utf-8").replace("Dear", "Daer"), "utf-8")
    answer = quietly(rebuilding(store.folder, tmp_path / "rebuilt"))
    assert answer.hurt == [hurt.name]
    assert answer.documents == 1


@pytest.mark.parametrize("path", [["document", "id"], ["document", "files", 0, "digest"]])
def test_a_name_that_leads_out_of_the_library_is_refused(store, two, tmp_path, path):
    sidecar = store.folder / "sidecars" / f"{two[0]}.json"
    contents = json.loads(sidecar.read_text("utf-8"))["contents"]
    place = contents
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "../../elsewhere"
    write_sidecar(sidecar, contents)
    answer = quietly(rebuilding(store.folder, tmp_path / "rebuilt"))
    assert answer.hurt == [sidecar.name]


def test_without_the_sidecar_of_the_library_documents_come_back_all_the_same(store, two, tmp_path):
    store.apply(Change.add("Book", Collection("b", "Book"), Membership("b", two[0])))
    quietly(store.sidecars.writing_changed())
    of_library(store.folder).write_text("{", "utf-8")
    answer = quietly(rebuilding(store.folder, tmp_path / "rebuilt"))
    assert (answer.documents, answer.hurt) == (2, ["library.json"])


def test_only_what_changed_is_written_again(store, two):
    assert quietly(store.sidecars.writing_changed()) == 0
    store.apply(Change.add("Tag", DocumentTag(two[1], "war")))
    assert quietly(store.sidecars.writing_changed()) == 2  # its own, and the library's
    (store.folder / "sidecars" / f"{two[0]}.json").unlink()
    assert quietly(store.sidecars.writing_changed()) == 1


def test_a_library_is_never_rebuilt_over_another(store, two):
    before = everything(store)
    with pytest.raises(LibraryExists):
        quietly(rebuilding(store.folder, store.folder))
    assert everything(store) == before
    with pytest.raises(SidecarsMissing):
        quietly(rebuilding(store.folder / "files", store.folder / "files"))


def test_the_commands_write_sidecars_and_rebuild_a_library_that_is_whole(tmp_path):
    library, other = tmp_path / "library", tmp_path / "other"
    run("import", make_record(tmp_path / "a record.pdf"), "--library", library)
    assert "written" in run("sidecars", "--library", library).output
    told = run("rebuild", "--from", library, "--library", other).output
    assert "1 document is in the library again." in told
    run("check", "--library", other)
    with Store.open(library) as one, Store.open(other) as two:
        assert everything(one) == everything(two)
        (entry,) = two.shelf()
        assert two.has_files(two.document(entry.id))
    (library / "library.db").unlink()
    assert len(sidecars_in(library)) == 1
    run("rebuild", "--library", library)
    run("check", "--library", library)
