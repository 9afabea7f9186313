"""The files that tests make are those they say they are."""

import pymupdf
import pytest
from PIL import Image

from tests.records import (
    make_encrypted,
    make_multipage_tiff,
    make_pictures,
    make_plain_pdf,
    make_record,
    make_turned_picture,
)


@pytest.mark.parametrize("layout", ["new", "old"])
def test_a_record_is_made_the_same_twice(tmp_path, layout):
    one = make_record(tmp_path / "one.pdf", layout=layout)
    two = make_record(tmp_path / "two.pdf", layout=layout)
    assert one.read_bytes() == two.read_bytes()


def test_a_record_has_cover_scans_and_transcript(tmp_path):
    with pymupdf.open(make_record(tmp_path / "r.pdf", date="May 1950")) as pdf:
        texts = [page.get_text() for page in pdf]
    assert texts[0].startswith("May 1950\n")
    assert texts[0].endswith("Contents:\nOriginal Scan\nTranscript - English\n")
    assert texts[1:3] == ["", ""]
    assert "\n-2-\n" in texts[3]


def test_an_old_record_has_its_translation_before_the_scan(tmp_path):
    path = make_record(tmp_path / "r.pdf", layout="old", translation=["Fifty tons."])
    with pymupdf.open(path) as pdf:
        assert pdf[1].get_text() == "Fifty tons.\n"
        assert [link["uri"] for link in pdf[0].get_links()] == [
            "https://archive.example/",
            "https://archive.example/document/900001",
        ]


def test_a_text_layer_can_lie_under_some_scans_only(tmp_path):
    with pymupdf.open(make_record(tmp_path / "r.pdf", text_layer=[True, False])) as pdf:
        assert "would bear" in pdf[1].get_text()
        assert pdf[2].get_text() == ""
        assert {kind for kind, _ in pdf[1].get_bboxlog()} == {"fill-image", "ignore-text"}


def test_long_texts_go_on_over_the_page(tmp_path):
    with pymupdf.open(make_record(tmp_path / "r.pdf", transcript=["Some words."] * 80)) as pdf:
        assert sum(page.get_text().count("Some words.") for page in pdf) == 80


def test_a_plain_scan_has_pictures_alone(tmp_path):
    with pymupdf.open(make_plain_pdf(tmp_path / "p.pdf", ["one", "two"], scanned=True)) as pdf:
        assert [page.get_text() for page in pdf] == ["", ""]


def test_a_protected_file_opens_with_its_password_only(tmp_path):
    with pymupdf.open(make_encrypted(tmp_path / "e.pdf", "sesame")) as pdf:
        assert pdf.needs_pass
        assert not pdf.authenticate("wrong")
        assert pdf.authenticate("sesame")


def test_pictures_come_with_their_words(tmp_path):
    folder = make_pictures(tmp_path / "set", 3)
    assert len(list(folder.glob("*.jpg"))) == 3
    assert "\n-3-\n" in (folder / "transcript.txt").read_text(encoding="utf-8")


def test_pictures_of_several_pages_and_turned_ones(tmp_path):
    with Image.open(make_multipage_tiff(tmp_path / "m.tif", 3)) as tiff:
        assert tiff.n_frames == 3
    with Image.open(make_turned_picture(tmp_path / "t.jpg", 6)) as jpeg:
        assert jpeg.getexif()[0x0112] == 6
