"""Citing from the command line."""

import json

import pytest

from tests.commands import answer, run
from tests.records import make_record


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("citing")
    make_record(folder / "record.pdf")
    run("import", folder / "record.pdf", "--library", folder / "library")
    return folder / "library"


@pytest.fixture(scope="module")
def shown(library):
    (entry,) = answer("list", "--library", library)
    return answer("show", entry["id"], "--library", library)


def test_a_document_is_cited_as_the_styles_say(library, shown):
    said = run("cite", shown["id"], "--library", library).stdout
    assert said.startswith(f"“{shown['title']},” ")
    assert said.endswith(".\n")
    mla = run("cite", shown["id"], "--style", "mla", "--library", library).stdout
    assert mla.startswith(f"“{shown['title']}.” ")


def test_a_quotation_brings_its_page_of_the_scan(library, shown):
    words = " ".join(shown["versions"][0]["text"].split()[:4])
    said = run("cite", shown["id"], "--quote", words, "--library", library).stdout
    assert said.startswith(f"“{words}” “")
    assert ", scan p. 1," in said


def test_a_page_is_named_as_the_scan_counts_it(library, shown):
    assert ", scan p. 1," in run("cite", shown["id"], "--page", 1, "--library", library).stdout
    refused = run("cite", shown["id"], "--page", 99, "--library", library, code=1)
    assert "99" in refused.output


def test_the_whole_library_makes_one_file_of_references(library, shown, tmp_path):
    target = tmp_path / "all.json"
    run("cite", "--all", "--style", "csl-json", "--output", target, "--library", library)
    (item,) = json.loads(target.read_text("utf-8"))
    assert item["title"] == shown["title"]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["one", "--all"],
        ["one", "two", "--page", "1"],
        ["one", "--quote", "x", "--style", "ris"],
    ],
)
def test_what_makes_no_sense_is_wrong_usage(library, wrong):
    run("cite", *wrong, "--library", library, code=2)


def test_words_that_are_not_there_are_said(library, shown):
    said = run("cite", shown["id"], "--quote", "never written", "--library", library, code=1)
    assert "never written" in said.output
