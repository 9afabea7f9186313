"""Collections and tags from the command line."""

import pytest

from tests.commands import answer, run
from tests.pictures import make_pictures


@pytest.fixture
def library(tmp_path):
    for name in ("letter", "report"):
        folder = tmp_path / name
        folder.mkdir()
        make_pictures(folder, 1, with_text=False)
        (folder / f"{name}.txt").write_text(f"The {name} speaks of Rabaul.", "utf-8")
        run("import", folder, "--library", tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def ids(library):
    return {entry["title"]: entry["id"] for entry in answer("list", "--library", library)}


def test_collections_are_made_inside_one_another_and_filled(library, ids):
    run("collections", "--new", "Thesis/Chapter 2", "--library", library)
    run("collections", "--add", "thesis/chapter 2", ids["letter"], "--library", library)
    outer, inner = answer("collections", "--library", library)
    assert (outer["name"], inner["name"], inner["parent"]) == ("Thesis", "Chapter 2", outer["id"])
    assert (inner["documents"], inner["count"]) == ([ids["letter"]], 1)
    assert run("collections", "--library", library).stdout == "Thesis  0\n  Chapter 2  1\n"
    run("collections", "--remove", "Thesis/Chapter 2", ids["letter"], "--library", library)
    assert answer("collections", "--library", library)[1]["documents"] == []
    run("collections", "--delete", "Thesis", "--library", library)
    assert answer("collections", "--library", library) == []
    assert len(answer("list", "--library", library)) == 2


def test_a_collection_that_is_not_there_is_said(library, ids):
    said = run("collections", "--add", "None", ids["letter"], "--library", library, code=1)
    assert "no collection “None”" in said.output
    run("collections", ids["letter"], "--library", library, code=2)
    run("collections", "--add", "None", "--library", library, code=2)


def test_documents_are_tagged_and_found_by_it(library, ids):
    run("tag", *ids.values(), "--add", "far east", "--add", "ships", "--library", library)
    (one,) = answer("tag", ids["letter"], "--remove", "ships", "--library", library)
    assert one == {"id": ids["letter"], "tags": ["far east"]}
    (found,) = answer("list", "--where", "tag:ships", "--library", library)
    assert found["id"] == ids["report"]


def test_the_list_is_asked_sorted_and_cut(library, ids):
    titles = [
        entry["title"]
        for entry in answer("list", "--sort", "title:desc", "--limit", "1", "--library", library)
    ]
    assert titles == ["report"]
    run("collections", "--new", "Thesis", "--library", library)
    run("collections", "--add", "Thesis", ids["letter"], "--library", library)
    (inside,) = answer("list", "--in", "Thesis", "--library", library)
    assert inside["title"] == "letter"
    by_facet = answer("list", "--facet", "has=scan", "--where", "rabaul", "--library", library)
    assert len(by_facet) == 2
    assert answer("list", "--facet", "language=xx", "--library", library) == []
    run("list", "--facet", "nonsense=1", "--library", library, code=2)
    run("list", "--sort", "nonsense", "--library", library, code=2)
