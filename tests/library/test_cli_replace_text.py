"""Giving a text another wording from the command line, and hearing what became of the notes."""

from dataclasses import replace

import pytest

from library.progress import quietly
from library.rewording.rewording import replacing_text
from library.store.store import Store
from tests.commands import answer, run
from tests.pictures import make_pictures
from tests.records import make_record

TEXT = (
    "Dear Sir,\n\nThe delegation arrives on Monday.\n\nThe minister will receive it at noon, and "
    "wishes to see the drawings.\n\nThe delegation leaves on Friday by the night train.\n"
)


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def document_id(tmp_path, library):
    folder = tmp_path / "letter"
    folder.mkdir()
    make_pictures(folder, 1, with_text=False)
    (folder / "letter.txt").write_text(TEXT, "utf-8")
    run("import", folder, "--library", library)
    (entry,) = answer("list", "--library", library)
    return entry["id"]


def mark(library, document_id, *quotes):
    for quote in quotes:
        run("annotate", document_id, "--quote", quote, "--library", library)


def new_text(tmp_path, text):
    path = tmp_path / "new.txt"
    path.write_text(text, "utf-8")
    return path


def replaced(library, document_id, path, *options):
    return run("replace-text", document_id, path, *options, "--library", library)


def test_notes_follow_and_each_says_what_became_of_it(tmp_path, library, document_id):
    mark(library, document_id, "Monday", "will receive it at noon", "leaves on Friday")
    gone = "\n\nThe delegation leaves on Friday by the night train."
    new = TEXT.replace("Dear Sir", "Dear Sir and Madam").replace("at noon", "at one")
    told = replaced(library, document_id, new_text(tmp_path, new.replace(gone, ""))).stdout
    assert "1 passage that you marked stands where it stood." in told
    assert "1 passage that you marked has moved." in told
    assert "1 passage that you marked is not in it any more." in told
    notes = answer("annotations", document_id, "--library", library)
    states = {note["quote"]: note["targets"][0]["state"] for note in notes}
    assert states == {
        "Monday": "anchored",
        "will receive it at noon": "moved",
        "leaves on Friday": "lost",
    }
    (text,) = answer("show", document_id, "--library", library)["versions"]
    now = {note["quote"]: note["targets"][0]["now"] for note in notes}
    assert text["text"][slice(*now["Monday"].values())] == "Monday"
    assert now["leaves on Friday"] is None
    listed = run("annotations", document_id, "--library", library).stdout
    assert "    moved: “will receive it at one”\n" in listed
    assert "    lost: it is not in Transcript any more" in listed


def test_what_is_doubtful_is_listed_with_its_candidates(tmp_path, library, document_id):
    mark(library, document_id, "The minister will receive it at noon")
    path = new_text(tmp_path, TEXT.replace("will receive it at noon", "won't have it before six"))
    assert (
        "1 passage that you marked is to be checked." in replaced(library, document_id, path).stdout
    )
    listed = run("annotations", document_id, "--library", library).stdout
    assert "    please check: it may be “The minister" in listed
    ((target,),) = (
        note["targets"] for note in answer("annotations", document_id, "--library", library)
    )
    assert target["candidates"][0]["likeness"] > 0.3


def test_it_can_be_undone(tmp_path, library, document_id):
    mark(library, document_id, "Monday")
    before = answer("annotations", document_id, "--library", library)
    replaced(library, document_id, new_text(tmp_path, "Nothing at all."))
    with Store.open(library) as store:
        store.apply(store.undoable(document_id)[-1].reversed())
    assert answer("annotations", document_id, "--library", library) == before


def test_the_same_words_again_are_no_change(tmp_path, library, document_id):
    path = new_text(tmp_path, TEXT)
    assert "says that already" in replaced(library, document_id, path).stdout


def test_a_text_that_is_not_there_or_empty_changes_nothing(tmp_path, library, document_id):
    before = answer("show", document_id, "--library", library)
    path, empty = new_text(tmp_path, "Other words."), tmp_path / "empty.txt"
    empty.write_text(" \n", "utf-8")
    for options, sentence in (
        ((path, "--version", "Greek"), "no text called “Greek”"),
        ((empty,), "is empty"),
        ((tmp_path / "nowhere.txt",), "nowhere.txt"),
    ):
        result = run("replace-text", document_id, *options, "--library", library, code=1)
        assert sentence in result.stderr
    assert answer("show", document_id, "--library", library) == before


def test_a_record_that_is_imported_again_gets_its_texts_anew(tmp_path, library):
    record = make_record(tmp_path / "record.pdf")
    run("import", record, "--library", library)
    mark(library, record, "forty tons")
    with Store.open(library) as store:
        document = store.document(store.shelf()[0].id)
        (version,) = document.versions
        stale = replace(version, text=f"An older reading.\n\n{version.text}")  # of an older program
        quietly(replacing_text(store, document.id, stale))
    told = run("import", record, "--again", "--library", library)
    assert f"{version.label} has its new wording. 1 passage" in told.stderr
    with Store.open(library, read_only=True) as store:
        assert store.document(document.id) == document
    assert "says that already" in run("import", record, "--again", "--library", library).stderr
    ((target,),) = (note["targets"] for note in answer("annotations", record, "--library", library))
    assert target["state"] == "anchored"
