"""The guide that ships is the one its script builds, and it tells the truth about itself."""

from io import BytesIO
from pathlib import Path

import pymupdf
import pytest
from PIL import Image, ImageChops, ImageStat

from resources import guide_file
from resources.guide import memorandum
from resources.guide.build_guide import build, producer

SCANS = (1, 2, 3)


@pytest.fixture(scope="module")
def shipped():
    with pymupdf.open(guide_file()) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    path = tmp_path_factory.mktemp("guide") / "guide.pdf"
    build(path)
    with pymupdf.open(path) as pdf:
        yield pdf


def test_building_the_guide_again_gives_the_same_file(shipped, rebuilt):
    if shipped.metadata["producer"] == producer():
        assert Path(rebuilt.name).read_bytes() == guide_file().read_bytes()
    assert [page.get_text() for page in rebuilt] == [page.get_text() for page in shipped]
    for number in SCANS:
        assert _difference(_scan(rebuilt, number), _scan(shipped, number)) < 4


def test_the_guide_is_shaped_like_a_record(shipped):
    cover = shipped[0].get_text()
    labels = ["Citation:", "Summary:", "Original Language:", "Contents:"]
    assert cover.startswith(f"{memorandum.DATE}\n{memorandum.TITLE}\n")
    assert [line for line in cover.splitlines() if line in labels] == labels
    for number in SCANS:
        assert shipped[number].get_text() == ""
        assert {kind for kind, _ in shipped[number].get_bboxlog()} == {"fill-image"}
        assert len(shipped[number].get_images()) == 1


def test_the_text_marks_where_the_scans_pages_begin(shipped):
    lines = "".join(page.get_text() for page in shipped.pages(4)).splitlines()
    assert [line for line in lines if line.startswith("-")] == ["-2-", "-3-"]


def test_the_words_that_the_guide_asks_for_are_there(shipped):
    text = " ".join("".join(page.get_text() for page in shipped.pages(4)).split())
    assert text.count("teacup") == 2
    assert text.count("the quick answer") == 2
    assert text.count("the sure one") == 2


def test_the_guide_says_that_it_is_no_archives(shipped):
    assert "no archive holds it" in " ".join(shipped[0].get_text().split())
    assert not any("http" in page.get_text() or page.get_links() for page in shipped)


def test_the_guide_is_small(shipped):
    assert guide_file().stat().st_size < 1_500_000


def _scan(pdf, number):
    (image,) = pdf[number].get_images()
    return Image.open(BytesIO(pdf.extract_image(image[0])["image"]))


def _difference(one, other):
    """Mean difference of two pictures at a quarter of their size, in levels of gray."""
    assert one.size == other.size
    small = one.width // 4, one.height // 4
    return ImageStat.Stat(ImageChops.difference(one.resize(small), other.resize(small))).mean[0]
