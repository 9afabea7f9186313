"""The trash from the command line: listed, given back, emptied."""

import pytest

from library.model.change import Change, Edit, Holding
from library.store.store import Store
from tests.commands import answer, run
from tests.documents import NOON
from tests.pictures import make_pictures


@pytest.fixture
def library(tmp_path):
    for name in ("letter", "report"):
        (tmp_path / name).mkdir()
        make_pictures(tmp_path / name, 1, with_text=False)
        (tmp_path / name / f"{name}.txt").write_text(f"The {name} speaks.", "utf-8")
        run("import", tmp_path / name, "--library", tmp_path / "library")
    with Store.open(tmp_path / "library") as store:
        ids = [entry.id for entry in store.shelf()]
        store.apply(Change("Remove", tuple(Edit(Holding(i), Holding(i, NOON)) for i in ids)))
    return tmp_path / "library"


def test_a_document_is_listed_and_brought_back(library):
    listed = answer("trash", "--library", library)["documents"]
    assert {each["title"] for each in listed} == {"letter", "report"}
    left = answer("trash", "--restore", listed[0]["id"], "--library", library)["documents"]
    assert [each["id"] for each in left] == [listed[1]["id"]]
    assert [each["id"] for each in answer("list", "--library", library)] == [listed[0]["id"]]


def test_the_trash_is_emptied_only_after_a_yes(library):
    asked = run("trash", "--empty", "--library", library, code=1)
    assert "2 documents" in asked.output
    assert len(answer("trash", "--library", library)["documents"]) == 2
    assert answer("trash", "--empty", "--yes", "--library", library)["documents"] == []
    assert not [path for path in (library / "files").rglob("*") if path.is_file()]
    assert run("trash", "--library", library).stderr == "The trash is empty.\n"


def test_what_is_not_in_the_trash_cannot_be_brought_back(library):
    said = run("trash", "--restore", "nonsense", "--library", library, code=1)
    assert "Nothing in the trash is named “nonsense”" in said.output
    run("trash", "--restore", "x", "--empty", "--library", library, code=2)
