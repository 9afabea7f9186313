"""Files are told by what is in them, and gathered into documents."""

import os
import sys
from pathlib import Path

import pytest

from library.errors import FileEmpty, FolderWithout, NoSuchFile, UnknownFormat
from library.importers.formats import find_parcels
from tests.records import make_pictures, make_plain_pdf


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "box"


def test_pictures_in_a_folder_are_one_document_in_natural_order(folder):
    make_pictures(folder, 11)
    (parcel,) = find_parcels([folder])
    assert parcel.name == "box"
    assert [path.stem for path in parcel.files] == [f"page {n}" for n in range(1, 12)]
    assert [path.name for path in parcel.texts] == ["transcript.txt"]


def test_pdfs_and_folders_below_are_documents_of_their_own(folder):
    make_pictures(folder / "letters")
    make_plain_pdf(folder / "a.pdf")
    make_plain_pdf(folder / "report without a suffix")
    (folder / "notes.odt").write_bytes(b"something else")
    names = [parcel.name for parcel in find_parcels([folder])]
    assert names == ["a.pdf", "report without a suffix", "letters"]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("weigel_1743/OCR-D-IMG", "weigel_1743 (OCR-D-IMG)"),
        ("weigel_1743/data/GT-PAGE", "weigel_1743 (GT-PAGE)"),
        ("Letters/scans/jpg", "Letters (jpg)"),
        ("Letters/Scans of 1931", "Scans of 1931"),
    ],
)
def test_a_folder_whose_name_says_nothing_is_named_after_what_it_lies_in(tmp_path, place, name):
    (tmp_path / place).mkdir(parents=True)
    make_pictures(tmp_path / place, 1)
    (parcel,) = find_parcels([tmp_path / place])
    assert parcel.name == name


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_unicode_is_shown_with_marks_for_what_is_none(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/br\xfccke.pdf"))
    path.touch()
    (parcel,) = find_parcels([path])
    assert parcel.name == "br\ufffdcke.pdf"
    assert str(parcel.problem).startswith("br\ufffdcke.pdf is empty.")


def test_hidden_files_and_links_that_lead_out_are_passed_over(folder, tmp_path):
    make_plain_pdf(tmp_path / "outside.pdf")
    make_plain_pdf(folder.parent / "x.pdf")
    folder.mkdir()
    make_plain_pdf(folder / ".hidden.pdf")
    (folder / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    (parcel,) = find_parcels([folder])
    assert isinstance(parcel.problem, FolderWithout)


def test_a_file_that_was_asked_for_says_why_it_cannot_be_read(tmp_path):
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "page.html").write_text("<html>")
    paths = [tmp_path / name for name in ("empty.pdf", "page.html", "gone.pdf")]
    problems = [type(parcel.problem) for parcel in find_parcels(paths)]
    assert problems == [FileEmpty, UnknownFormat, NoSuchFile]


def test_pictures_given_together_are_one_document(folder):
    make_pictures(folder, 3)
    (parcel,) = find_parcels(sorted(folder.iterdir(), reverse=True))
    assert parcel.name == "page"
    assert [path.stem for path in parcel.files] == ["page 1", "page 2", "page 3"]
    assert len(parcel.texts) == 1


def test_the_order_in_which_files_are_given_is_kept(tmp_path):
    paths = [make_plain_pdf(tmp_path / f"{name}.pdf") for name in "bca"]
    assert [parcel.files[0] for parcel in find_parcels(paths)] == paths


def test_texts_named_as_the_pictures_belong_to_them(folder):
    make_pictures(folder, 2, with_text=False)
    (folder / "txt").mkdir()
    for name in ("page 1.txt", "page 2.txt", "index.txt"):
        (folder / "txt" / name).write_text(name)
    (parcel,) = find_parcels([folder])
    assert [path.name for path in parcel.texts] == ["page 1.txt", "page 2.txt"]


def test_a_notice_beside_pictures_is_not_their_text(folder):
    make_pictures(folder, 2, with_text=False)
    (folder / "SOURCE.txt").write_text("Where the pictures are from.")
    assert find_parcels([folder])[0].texts == ()
