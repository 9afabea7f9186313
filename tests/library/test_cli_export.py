"""`diptych export`: annotations as files for others, the original untouched."""

import hashlib
import json

import pymupdf
import pytest

from tests.commands import run
from tests.pictures import WORDS
from tests.records import make_pictures, make_record


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path / "record.pdf", text_layer=True)


@pytest.fixture
def library(tmp_path, record):
    """A library with the record, two highlights in it, and its links known."""
    folder = tmp_path / "library"
    run("annotate", record, "--quote", "forty tons", "--note", "Really?", "--tag", "doubt",
        "--colour", "green", "--library", folder)  # fmt: skip
    run("annotate", record, "--quote", "The engineer said", "--library", folder)
    run("recognise", record, "--library", folder)
    return folder


def exported(record, library, form):
    return run("export", record, "--format", form, "--library", library).stdout


def test_markdown_quotes_and_cites_with_the_page_of_the_scan(record, library):
    told = exported(record, library, "markdown")
    assert "> forty tons" in told
    assert "page 2 of the scan" in told
    assert "Really?" in told


def test_json_ld_has_the_derived_region_of_a_passage(record, library):
    page = json.loads(exported(record, library, "jsonld"))
    annotation = next(item for item in page["items"] if item["body"])
    passage, region = annotation["target"]
    assert passage["selector"][0]["exact"] == "forty tons"
    assert region["diptych:derived"] is True
    assert region["selector"][0]["value"].startswith("xywh=percent:")
    assert region["source"]["diptych:page"] == 3


def test_a_file_is_written_whole_and_nothing_else(record, library, tmp_path):
    out = tmp_path / "out" / "notes.html"
    out.parent.mkdir()
    run("export", "--all", "--format", "html", "--output", out, "--library", library)
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in out.parent.iterdir()] == ["notes.html"]


def test_a_pdf_has_the_highlights_on_the_scan_where_the_words_stand(record, library, tmp_path):
    before = hashlib.sha256(record.read_bytes()).hexdigest()
    out = tmp_path / "noted.pdf"
    run("export", record, "--format", "pdf", "--output", out, "--library", library)
    links = json.loads(run("links", record, "--no-ocr", "--json", "--library", library).stdout)
    (version,) = links["versions"]
    start = version["text"].index("forty tons")
    boxes = [k["box"] for k in version["links"] if start <= k["start"] < start + 10]
    with pymupdf.open(out) as pdf:
        pages = list(pdf)  # held: their annotations live no longer than they
        (note,) = (a for a in pages[2].annots() if a.info["content"])
        assert note.info["content"].startswith("Really?")
        assert "#doubt" in note.info["content"]
        found = note.rect
        width, height = pages[2].rect.width, pages[2].rect.height
        expected = pymupdf.Rect(
            min(b[0] for b in boxes) * width,
            min(b[1] for b in boxes) * height,
            max(b[2] for b in boxes) * width,
            max(b[3] for b in boxes) * height,
        )
        assert (found & expected).get_area() > 0.6 * expected.get_area()
        on_text = [a for page in pages[3:] for a in page.annots()]
        assert on_text, "the words are set in type, too"
    assert hashlib.sha256(record.read_bytes()).hexdigest() == before


def test_pictures_are_no_pdf_and_that_stops_no_other(tmp_path, record, library):
    run("import", make_pictures(tmp_path / "pictures"), "--library", library)
    entries = json.loads(run("list", "--json", "--library", library).stdout)
    (pictures,) = (entry["id"] for entry in entries if entry["pages"] != 2)
    run("annotate", pictures, "--quote", WORDS.format(number=1), "--library", library)
    out = tmp_path / "out"
    result = run(
        "export", "--all", "--format", "pdf", "--output", out, "--library", library, code=3
    )
    assert "is no PDF" in result.stderr
    assert [path.suffix for path in out.iterdir()] == [".pdf"]


def test_what_to_export_must_be_said(library):
    result = run("export", "--format", "csv", "--library", library, code=2)
    assert "--all" in result.stderr
