"""Records from the command line."""

import pytest

from tests.commands import answer, run
from tests.records import make_record


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    make_record(folder / "record.pdf")
    run("import", folder / "record.pdf", "--library", folder / "library")
    return folder / "library"


@pytest.fixture
def document(library):
    (entry,) = answer("list", "--library", library)
    return entry["id"]


def fields(library, document, *more):
    (found,) = answer("record", document, *more, "--library", library)
    return {each["field"]: each for each in found["fields"]} | {"edtf": found["edtf"]}


def test_a_field_is_set_and_let_go_again(library, document):
    before = fields(library, document)
    said = fields(
        library, document, "--set", "date=spring 1944", "--set", "creator=A", "--set", "creator=B"
    )
    assert said["edtf"] == "1944-21"
    assert said["date"]["source"] == "reader"
    assert said["date"]["read"] == before["date"]["values"]
    assert (said["creator"]["values"], said["creator"]["term"]) == (["A", "B"], "creator")
    assert fields(library, document, "--unset", "date", "--unset", "creator") == before


def test_a_date_that_is_not_understood_is_kept_and_said(library, document):
    said = run("record", document, "--set", "date=soon after", "--library", library)
    assert "not understood" in said.stderr
    assert "date: soon after" in said.stdout
    run("record", document, "--unset", "date", "--library", library)
    run("record", document, "--set", "nothing", "--library", library, code=2)


def test_a_date_that_may_mean_two_days_is_asked_for(library, document):
    said = run("record", document, "--set", "date=03/04/1944", "--library", library)
    assert "3 April 1944 or 4 March 1944" in said.stderr
    meant = fields(library, document, "--set", "date=3 апреля 1944 г.")
    assert meant["edtf"] == "1944-04-03"
    run("record", document, "--unset", "date", "--library", library)


def test_records_are_filled_from_references(library, document, tmp_path):
    before = fields(library, document)
    (tmp_path / "some.bib").write_text(
        "@misc{a, title = {a talk about the new bridge}, author = {Harriman, W. Averell},"
        " library = {Another Archive}, year = 1950}\n@misc{b, title = {Unknown}}",
        "utf-8",
    )
    result = run("fill-records", tmp_path / "some.bib", "--library", library)
    assert "“Unknown”" in result.stderr
    filled = fields(library, document)
    assert filled["creator"]["values"] == ["Harriman, W. Averell"]
    assert filled["repository"] == before["repository"]  # it had one
    run("fill-records", tmp_path / "some.bib", "--replace", "--library", library)
    assert fields(library, document)["repository"]["values"] == ["Another Archive"]
    run("record", document, "--unset", "repository", "--unset", "creator", "--unset", "title",
        "--unset", "date", "--library", library)  # fmt: skip
    assert fields(library, document) == before


def test_one_reference_is_given_to_a_document(library, document, tmp_path):
    one = '{"title": "X", "author": [{"literal": "A"}]}'
    (tmp_path / "one.json").write_text(one)
    run("fill-records", tmp_path / "one.json", "--document", document, "--library", library)
    assert fields(library, document)["creator"]["values"] == ["A"]
    run("record", document, "--unset", "creator", "--library", library)
    (tmp_path / "two.json").write_text('[{"title": "X"}, {"title": "Y"}]')
    several = (tmp_path / "two.json", "--document", document, "--library", library)
    said = run("fill-records", *several, code=1)
    assert "2 references" in said.output
