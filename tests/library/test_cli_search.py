"""Searching the library from the command line."""

import csv
import json
from io import StringIO

import pytest

from library.store.store import Store
from tests.commands import answer, run
from tests.pictures import make_pictures

TEXT = "Dear Sir,\n\nThe garrison of Rabaul was relieved. Хрущёв was told, and Rabaui too.\n"


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def letter(tmp_path, library):
    folder = tmp_path / "letter"
    folder.mkdir()
    make_pictures(folder, 1, with_text=False)
    (folder / "letter.txt").write_text(TEXT, "utf-8")
    run("import", folder, "--library", library)
    (entry,) = answer("list", "--library", library)
    (version,) = answer("show", entry["id"], "--library", library)["versions"]
    return entry, version


def test_hits_are_told_with_their_places(library, letter):
    entry, version = letter
    found = answer("search", "garrison", "RABAUL", "--library", library)
    assert (found["query"], found["total"]) == ("garrison RABAUL", 1)
    (hit,) = found["hits"]
    assert version["text"][hit.pop("start") : hit.pop("end")] == "garrison"
    assert "The garrison of Rabaul was relieved." in hit.pop("snippet")
    assert hit == {
        "document": entry["id"],
        "title": entry["title"],
        "version": version["label"],
        "page": 1,
        "kind": "exact",
    }


def test_notes_records_and_similar_words_say_what_they_are(library, letter):
    entry, version = letter
    note = ("--quote", "Rabaul", "--note", "Ask about the convoy")
    run("annotate", entry["id"], *note, "--library", library)
    (hit,) = answer("search", "convoy", "--library", library)["hits"]
    assert (hit["kind"], hit["snippet"]) == ("note", "Ask about the convoy")
    assert version["text"][hit["start"] : hit["end"]] == "Rabaul"
    (hit,) = answer("search", f"title:{entry['title']}", "--library", library)["hits"]
    assert (hit["kind"], hit["version"], hit["start"]) == ("record", None, None)
    (hit,) = answer("search", "Khrushchev", "--library", library)["hits"]
    assert hit["kind"] == "similar"
    assert version["text"][hit["start"] : hit["end"]] == "Хрущёв"


def test_the_limit_holds_and_the_count_goes_on(library, letter):
    found = answer("search", "rabaul", "--limit", 0, "--library", library)
    assert (found["total"], found["hits"]) == (1, [])


def test_the_answer_can_be_read(library, letter):
    entry, version = letter
    result = run("search", "rabaul", "AND", "--library", library)
    assert f"{entry['id']}  {entry['title']}" in result.stdout
    assert f"{version['label']}, page 1: " in result.stdout
    assert result.stdout.endswith("1 hit.\n")
    assert "Documents with “rabaul”" in result.stderr
    assert "AND stands between two things to look for." in result.stderr


def test_a_library_is_searched_while_it_is_open_elsewhere(library, letter):
    with Store.open(library):
        assert answer("search", "rabaul", "--library", library)["total"] == 1
    (library / "index.db").unlink()
    with Store.open(library):
        assert answer("search", "rabaul", "--library", library)["total"] == 1


def test_an_index_that_is_missing_is_made(library, letter):
    (library / "index.db").unlink()
    assert answer("search", "rabaul", "--library", library)["total"] == 1
    with Store.open(library, read_only=True) as store:
        assert store.search.is_current()


def test_where_there_is_no_library_nothing_is_found(library):
    result = run("search", "rabaul", "--json", "--library", library)
    assert json.loads(result.stdout) == {"query": "rabaul", "total": 0, "hits": []}
    assert "There is no library" in result.stderr
    assert not library.exists()


@pytest.mark.parametrize("asked", ["", "((", '"', "title:", "!!", "NOT", "date:soon", "*"])
def test_what_is_not_understood_is_no_error(library, letter, asked):
    assert answer("search", asked, "--library", library)["total"] == 0


def test_every_hit_is_shown_in_its_line_and_written_as_a_table(library, letter):
    _, version = letter
    out = run("search", "rabau*", "--concordance", "--library", library).stdout
    first, second = out.splitlines()
    assert first.index("[") == second.index("[") == 40
    assert "[Rabaui] too." in first  # sorted by the word after: too, was
    assert "The garrison of [Rabaul] was relieved." in second
    table = run("search", "rabau*", "--csv", "--sort", "left", "--library", library).stdout
    _, one, two = csv.reader(StringIO(table))
    assert [one[1], two[1]] == ["Rabaui", "Rabaul"]  # and, of
    assert version["text"][int(two[8]) : int(two[9])] == "Rabaul"


def test_a_concordance_of_an_empty_library_is_a_heading(tmp_path):
    table = run("search", "x", "--csv", "--library", tmp_path / "none").stdout
    assert table.startswith("before,keyword,after")
