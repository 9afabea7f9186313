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
