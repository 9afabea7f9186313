"""Files open by what they hold, or say in a sentence why they do not."""

import os
import sys
from pathlib import Path

import pymupdf
import pytest
from PIL import Image, TiffImagePlugin

from library.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileUnreadable,
    PageDamaged,
    PasswordNeeded,
    PasswordWrong,
    UnknownFormat,
)
from library.pages.requests import Draw, FileSource, Picture, ReadOutline
from tests.pictures import make_multipage_tiff, make_turned_picture


@pytest.fixture
def outline(worker, canvas):
    def read(path, password=None):
        return worker.perform(ReadOutline(FileSource(path, password)), canvas)

    return read


@pytest.fixture
def letter(tmp_path):
    with pymupdf.open() as pdf:
        pdf.new_page(width=400, height=500).insert_text((50, 50), "Dear Madam")
        pdf.new_page(width=500, height=400)
        pdf.set_metadata({"title": "A letter"})
        pdf.save(tmp_path / "letter.pdf")
    return tmp_path / "letter.pdf"


@pytest.fixture
def locked(letter):
    path = letter.with_name("locked.pdf")
    with pymupdf.open(letter) as pdf:
        keep = pymupdf.PDF_ENCRYPT_AES_256
        pdf.save(path, encryption=keep, user_pw="sesame", owner_pw="owner")
    return path


def test_a_pdf_tells_the_sizes_of_its_pages_and_its_metadata(outline, letter):
    found = outline(letter)
    assert found.media_type == "application/pdf"
    assert found.sizes == ((400, 500), (500, 400))
    assert found.metadata["title"] == "A letter"
    assert not found.repaired


@pytest.mark.parametrize(("told", "known"), [("de", "de"), ("en-CA", "en-CA"), ("(?)", None)])
def test_a_pdf_tells_the_language_of_its_text(outline, letter, told, known):
    with pymupdf.open(letter) as pdf:
        pdf.xref_set_key(pdf.pdf_catalog(), "Lang", pymupdf.get_pdf_str(told))
        pdf.saveIncr()
    assert outline(letter).metadata.get("language") == known


def test_a_pdf_that_names_no_language_has_none(outline, letter):
    assert "language" not in outline(letter).metadata


def test_the_name_of_a_file_does_not_matter(outline, letter):
    assert outline(letter.rename(letter.with_name("letter.tif"))).media_type == "application/pdf"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_the_name_of_a_file_may_be_no_unicode(outline, letter):
    path = Path(os.fsdecode(os.fsencode(letter.parent) + b"/\xcf\xe8\xf1.pdf"))
    assert outline(letter.rename(path)).sizes == ((400, 500), (500, 400))


def test_a_turned_page_has_the_size_of_the_upright_one(outline, letter):
    turned = letter.with_name("turned.pdf")
    with pymupdf.open(letter) as pdf:
        pdf[0].set_rotation(90)
        pdf.save(turned)
    assert outline(turned).sizes[0] == (500, 400)


def test_a_pdf_without_its_end_is_mended(outline, letter):
    letter.write_bytes(letter.read_bytes()[:-300])
    assert outline(letter).repaired


def test_a_locked_pdf_asks_for_its_password(outline, locked):
    with pytest.raises(PasswordNeeded):
        outline(locked)
    with pytest.raises(PasswordWrong):
        outline(locked, "open")
    assert len(outline(locked, "sesame").sizes) == 2


def test_a_file_that_is_not_there_is_missing(outline, tmp_path):
    with pytest.raises(FileMissing, match=r"letter\.pdf"):
        outline(tmp_path / "letter.pdf")


def test_a_folder_cannot_be_read(outline, tmp_path):
    with pytest.raises(FileUnreadable):
        outline(tmp_path)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", FileEmpty),
        (b"<!doctype html><html>", UnknownFormat),
        (b"the trailer was towed away", UnknownFormat),
        (b"%PDF-1.7\n" + bytes(5000), FileDamaged),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), FileDamaged),
        (b"\xff\xd8\xff\xe0", FileDamaged),
    ],
)
def test_what_is_no_document_says_so(outline, tmp_path, content, kind):
    (tmp_path / "letter.pdf").write_bytes(content)
    with pytest.raises(kind, match=r"letter\.pdf"):
        outline(tmp_path / "letter.pdf")


def test_messages_use_the_name_that_the_reader_knows(worker, canvas, tmp_path):
    (tmp_path / "c0ffee").write_bytes(b"")
    source = FileSource(tmp_path / "c0ffee", name="Letter to the mayor.pdf")
    with pytest.raises(FileEmpty, match="Letter to the mayor"):
        worker.perform(ReadOutline(source), canvas)


@pytest.mark.parametrize(
    ("suffix", "media_type"),
    [
        ("jpg", "image/jpeg"),
        ("png", "image/png"),
        ("tif", "image/tiff"),
        ("webp", "image/webp"),
        ("jp2", "image/jp2"),
    ],
)
def test_pictures_of_every_format_open(outline, tmp_path, suffix, media_type):
    path = tmp_path / f"scan.{suffix}"
    Image.new("RGB", (60, 40), "white").save(path)
    found = outline(path)
    assert (found.media_type, found.sizes) == (media_type, ((60, 40),))


def test_a_picture_is_as_large_as_its_resolution_says(outline, tmp_path):
    path = tmp_path / "scan.png"
    Image.new("L", (600, 300)).save(path, dpi=(300, 150))
    assert outline(path).sizes[0] == pytest.approx((144, 144), rel=0.001)


def test_a_resolution_without_sense_is_not_believed(outline, tmp_path):
    path = tmp_path / "scan.png"
    Image.new("L", (600, 300)).save(path, dpi=(1, 1))
    assert outline(path).sizes == ((600, 300),)


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (400, 300)), (3, (400, 300)), (6, (300, 400))]
)
def test_a_picture_is_turned_as_its_camera_says(outline, tmp_path, orientation, size):
    path = make_turned_picture(tmp_path / "photo.jpg", orientation)
    assert outline(path).sizes == (size,)


def test_a_tiff_has_a_page_for_each_of_its_pictures(outline, tmp_path):
    assert outline(make_multipage_tiff(tmp_path / "scans.tif", 3)).sizes == ((612, 792),) * 3


def test_the_thumbnail_in_a_tiff_is_no_page(outline, tmp_path):
    reduced = TiffImagePlugin.ImageFileDirectory_v2()
    reduced[254] = 1
    with TiffImagePlugin.AppendingTiffWriter(tmp_path / "scan.tif", new=True) as file:
        Image.new("L", (80, 60)).save(file, "TIFF")
        file.newFrame()
        Image.new("L", (8, 6)).save(file, "TIFF", tiffinfo=reduced)
        file.newFrame()
    assert outline(tmp_path / "scan.tif").sizes == ((80, 60),)


def test_a_file_that_changed_is_read_anew(outline, tmp_path):
    path = tmp_path / "scan.png"
    Image.new("L", (6, 3)).save(path)
    before = outline(path).sizes
    Image.new("L", (60, 30)).save(path)
    assert outline(path).sizes != before


def test_many_files_may_be_opened_one_after_the_other(outline, letter, tmp_path):
    scan = tmp_path / "scan.png"
    Image.new("L", (6, 3)).save(scan)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(letter.read_bytes())
    assert [len(outline(path).sizes) for path in (letter, scan, copy, letter)] == [2, 1, 2, 2]


@pytest.mark.parametrize("page", [-1, 2])
def test_a_page_that_is_not_there_is_no_crash(worker, canvas, letter, page):
    for request in (Draw(FileSource(letter), page, 9, 9), Picture(FileSource(letter), page, 9, 9)):
        with pytest.raises(PageDamaged):
            worker.perform(request, canvas)
