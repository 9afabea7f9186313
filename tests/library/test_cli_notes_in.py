"""Annotations go from one library into another, and out of PDFs into the library."""

import json

import pymupdf
import pytest

from library.model.change import Change, Edit
from library.store.store import Store
from tests.commands import run
from tests.records import make_record


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path / "record.pdf", text_layer=True)


@pytest.fixture
def library(tmp_path, record):
    folder = tmp_path / "library"
    run("annotate", record, "--quote", "forty tons", "--note", "Really?", "--tag", "doubt",
        "--colour", "green", "--library", folder)  # fmt: skip
    return folder


@pytest.fixture
def other(tmp_path, record):
    """Another library, whose documents and texts have other ids."""
    folder = tmp_path / "other"
    run("import", record, "--library", folder)
    return folder


def notes_in(folder):
    with Store.open(folder, read_only=True) as store:
        (entry,) = store.shelf()
        return store.annotations(entry.id), store.document(entry.id)


def write(tmp_path, *items, **page):
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps({"type": "AnnotationPage", "items": items, **page}), "utf-8")
    return path


def foreign(**other):
    quote = {"type": "TextQuoteSelector", "exact": "forty tons", "prefix": "would bear\n\n-2-\n\n"}
    return {
        "type": "Annotation",
        "id": "urn:x:1",
        "created": "2024-05-03T10:00:00Z",
        "body": {"type": "TextualBody", "value": "Compare."},
        "target": {"source": "https://archive.example/1", "selector": quote},
        **other,
    }


def test_what_was_exported_comes_into_another_library_whole(tmp_path, library, other, record):
    out = tmp_path / "notes.jsonld"
    run("export", record, "--format", "jsonld", "--output", out, "--library", library)
    run("import-notes", out, "--library", other)
    ((ours,), _), ((theirs,), document) = notes_in(library), notes_in(other)
    assert (theirs.note, theirs.tags, theirs.colour) == (ours.note, ours.tags, ours.colour)
    assert (theirs.made, theirs.changed, theirs.id) == (ours.made, ours.changed, ours.id)
    (passage,) = theirs.targets
    text = document.version(passage.version).text
    assert text[passage.start : passage.end] == "forty tons"


def test_taking_in_the_same_twice_changes_nothing(tmp_path, library, record):
    out = tmp_path / "notes.jsonld"
    run("export", record, "--format", "jsonld", "--output", out, "--library", library)
    before = notes_in(library)
    assert "0 annotations" in run("import-notes", out, "--library", library).stdout
    assert notes_in(library) == before


def test_the_newer_one_wins(tmp_path, library, record):
    out = tmp_path / "notes.jsonld"
    run("export", record, "--format", "jsonld", "--output", out, "--library", library)
    page = json.loads(out.read_text("utf-8"))
    page["items"][0]["modified"] = "2199-01-01T00:00:00+00:00"
    page["items"][0]["body"][0]["value"] = "Later."
    out.write_text(json.dumps(page), "utf-8")
    run("import-notes", out, "--library", library)
    assert notes_in(library)[0][0].note == "Later."


def test_a_foreign_note_finds_its_words(tmp_path, other, record):
    run("import-notes", write(tmp_path, foreign()), "--into", record, "--library", other)
    ((note,), document) = notes_in(other)
    (passage,) = note.targets
    assert document.version(passage.version).text[passage.start : passage.end] == "forty tons"


def test_a_foreign_note_that_may_be_in_several_places_is_asked_about(tmp_path, other, record):
    selector = {"type": "TextQuoteSelector", "exact": "bridge"}
    path = write(tmp_path, foreign(target={"source": "x", "selector": selector}))
    told = run("import-notes", path, "--into", record, "--library", other).stdout
    assert "Please check the places of 1" in told
    assert (
        "    please check: it may be “bridge”, or “bridge”"
        in run("annotations", record, "--library", other).stdout
    )
    ((note,), _) = notes_in(other)
    assert note.targets[0].quote == "bridge"


def test_our_own_note_comes_back_as_it_was_though_its_text_has_changed(tmp_path, library, record):
    out, text = tmp_path / "notes.jsonld", tmp_path / "new.txt"
    run("export", record, "--format", "jsonld", "--output", out, "--library", library)
    ((before,), document) = notes_in(library)
    text.write_text(f"Copy.\n\n{document.versions[0].text}", "utf-8")
    label = document.versions[0].label
    run("replace-text", record, text, "--version", label, "--library", library)
    with Store.open(library) as store:
        store.apply(Change("Delete", (Edit(before, None),)))
    assert "check" not in run("import-notes", out, "--library", library).stdout
    ((after,), document) = notes_in(library)
    assert after == before
    with Store.open(library, read_only=True) as store:
        place = store.texts.anchors(document.id).of(after.targets[0]).place
    assert document.versions[0].text[slice(*place)] == "forty tons"


def test_what_finds_no_place_is_kept_as_a_note_on_the_document(tmp_path, other, record):
    lost = {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "not there at all"}}
    path = write(tmp_path, foreign(target=lost))
    told = run("import-notes", path, "--into", record, "--library", other).stdout
    assert "1 found no place" in told
    ((note,), _) = notes_in(other)
    assert note.targets == ()
    assert "> not there at all" in note.note
    assert "Compare." in note.note


def test_notes_on_unknown_documents_are_refused_with_a_sentence(tmp_path, other):
    result = run("import-notes", write(tmp_path, foreign()), "--library", other, code=3)
    assert "--into" in result.stderr
    assert notes_in(other)[0] == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 100_000, b"\xff\xfe\x00", b'{"type": 3}'])
def test_a_file_that_holds_none_is_said(tmp_path, other, content):
    path = tmp_path / "notes.jsonld"
    path.write_bytes(content)
    result = run("import-notes", path, "--library", other, code=1)
    assert "holds no annotations" in result.stderr


def test_notes_inside_a_pdf_are_shown_and_adopted_once(tmp_path):
    record = make_record(tmp_path / "noted.pdf")
    with pymupdf.open(record) as pdf:
        page = pdf[1]
        note = page.add_highlight_annot(pymupdf.Rect(100, 100, 200, 120))
        note.set_info(content="From another program", title="A. Reader")
        note.update()
        pdf.saveIncr()
    folder = tmp_path / "library"
    run("import", record, "--library", folder)
    (told,) = json.loads(run("file-notes", record, "--json", "--library", folder).stdout)
    assert (told["page"], told["contents"], told["author"]) == (
        2, "From another program", "A. Reader"
    )  # fmt: skip
    assert "1 of 1" in run("file-notes", record, "--adopt", "--library", folder).stdout
    assert "0 of 1" in run("file-notes", record, "--adopt", "--library", folder).stdout
    ((mine,), _) = notes_in(folder)
    assert mine.note.startswith("From another program")
    assert mine.targets[0].page == 1
