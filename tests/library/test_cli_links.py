"""`diptych links` and `diptych recognise`: what they print, and what they leave behind."""

import json
from datetime import UTC, datetime

import pytest

from library.model.annotation import Region, passage_of
from library.model.change import Change
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.store.store import Store
from tests.commands import run
from tests.records import make_record


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """A record whose scans carry their words as hidden text."""
    return make_record(tmp_path_factory.mktemp("files") / "record.pdf", text_layer=True)


def links(*arguments):
    return json.loads(run("links", *arguments, "--json").stdout)


def test_every_word_of_the_transcript_has_its_page_and_box(record, tmp_path):
    (version,) = links(record, "--no-ocr", "--library", tmp_path / "none")["versions"]
    text = version["text"]
    assert version["label"] == "Transcript - English"
    words = {text[row["start"] : row["end"]]: row for row in version["links"]}
    assert set(words) >= {"engineer", "bridge", "forty", "tons.", "mayor"}
    assert words["engineer"]["page"] == 2, "the page of the PDF, from 1: the cover is the first"
    assert words["mayor"]["page"] == 3
    for row in version["links"]:
        left, top, right, bottom = row["box"]
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert 0 <= row["certainty"] <= 1
        assert row["kind"] in ("word", "part", "line")


def test_a_file_is_not_added_and_no_library_is_made(record, tmp_path):
    folder = tmp_path / "library"
    links(record, "--no-ocr", "--library", folder)
    assert not folder.exists()


def test_a_document_of_the_library_is_named_by_its_id(record, tmp_path):
    folder = tmp_path / "library"
    run("import", record, "--library", folder)
    (entry,) = json.loads(run("list", "--library", folder, "--json").stdout)
    by_id = links(entry["id"], "--no-ocr", "--library", folder)
    assert by_id == links(record, "--no-ocr", "--library", folder)


def test_the_readers_own_links_are_told_as_such(record, tmp_path):
    folder = tmp_path / "library"
    run("import", record, "--library", folder)
    with Store.open(folder) as store:
        (entry,) = store.shelf()
        (version,) = store.document(entry.id).versions
        start = version.text.index("engineer")
        passage = passage_of(version.id, version.text, start, start + len("engineer"))
        region = Region(2, (Box(0.5, 0.6, 0.7, 0.65),))
        own = OwnLink("own", entry.id, passage, region, datetime(2026, 3, 1, tzinfo=UTC))
        store.apply(Change.add("Join", own))
    (told,) = links(entry.id, "--no-ocr", "--library", folder)["versions"]
    (row,) = [row for row in told["links"] if row["start"] == start]
    assert row == {
        "start": start,
        "end": start + len("engineer"),
        "page": 3,
        "box": [0.5, 0.6, 0.7, 0.65],
        "certainty": 1.0,
        "kind": "own",
    }


def test_without_json_it_says_how_much_is_joined(record, tmp_path):
    told = run("links", record, "--no-ocr", "--library", tmp_path / "none").stdout
    assert "Transcript - English: 23 of 23 words stand on the scan" in told


def test_translations_are_told_by_paragraphs(tmp_path):
    paragraphs = (
        "On 12 October 1931 Mr. Lohmann saw crane no. 4.",
        "It carried 9 tons, though only 6 were allowed.",
        "Mr. Brandt asked for 11 men on the South Quay.",
    )
    german = (
        "Am 12. Oktober 1931 sah Herr Lohmann den Kran Nr. 4.",
        "Er trug 9 Tonnen, obwohl nur 6 erlaubt waren.",
        "Herr Brandt bat um 11 Mann am Südkai.",
    )
    record = make_record(
        tmp_path / "crane.pdf",
        pages=("\n\n".join(german),),
        transcript=german,
        translation=paragraphs,
        text_layer=True,
    )
    (pairing,) = links(record, "--no-ocr", "--library", tmp_path / "none")["paragraphs"]
    assert [pair[:2] for pair in pairing["pairs"] if pair[2] >= 0.9] == [[0, 0], [1, 1], [2, 2]]


def test_what_is_not_there_is_said_in_a_sentence(tmp_path):
    result = run("links", "nothing", "--library", tmp_path / "none", code=1)
    assert "There is no library" in result.stderr


def test_recognising_ahead_reads_what_needs_it_and_goes_on_after_a_bad_file(record, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 nothing of it")
    folder = tmp_path / "library"
    result = run("recognise", bad, record, "--library", folder, code=3)
    assert "bad.pdf" in result.stderr
    assert "23 of 23 words" in result.stdout
