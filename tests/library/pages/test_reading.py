"""What stands on a page is told as the file has it."""

from io import BytesIO
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

import resources
from library.pages.requests import FileSource
from library.pages.worker.documents import open_file
from library.pages.worker.reading import read_pages
from tests.records import make_multipage_tiff, make_plain_pdf, make_record

FONT = Path(resources.__file__).parent / "fonts" / "GentiumPlus-Regular.ttf"


def pages_of(path):
    source = FileSource(path)
    document = open_file(source)
    try:
        return read_pages(document, source, 0, len(document.sizes))
    finally:
        document.close()


@pytest.fixture
def drawn(tmp_path):
    """The one page that `draw` draws."""

    def drawn(draw, *, rotation=0):
        with pymupdf.open() as pdf:
            page = pdf.new_page(width=400, height=600)
            draw(page)
            page.set_rotation(rotation)
            pdf.save(tmp_path / "drawn.pdf")
        return pages_of(tmp_path / "drawn.pdf")[0]

    return drawn


def gray():
    jpeg = BytesIO()
    Image.new("L", (40, 60), 200).save(jpeg, "JPEG")
    return jpeg.getvalue()


def test_fonts_and_sizes_are_told(tmp_path):
    cover, scan, *_, text = pages_of(make_record(tmp_path / "r.pdf"))
    date, title = cover.lines[0].spans[0], cover.lines[1].spans[0]
    assert (date.bold, title.bold) == (False, True)
    assert title.size > date.size
    assert (scan.lines, scan.picture_cover, scan.hidden_text) == ((), 1.0, False)
    assert "-2-" in [line.text for line in text.lines]


def test_links_are_told(tmp_path):
    cover = pages_of(make_record(tmp_path / "r.pdf", layout="old"))[0]
    assert cover.links[-1] == "https://archive.example/document/900001"


def test_text_that_is_not_painted_is_hidden(tmp_path):
    scan = pages_of(make_record(tmp_path / "r.pdf", text_layer=True))[1]
    assert scan.hidden_text
    assert scan.lines[0].text == "MEMORANDUM"


def test_text_under_a_picture_of_the_page_is_hidden(drawn):
    def draw(page):
        page.insert_text((72, 72), "Under the picture")
        page.insert_image(page.rect, stream=gray())

    assert drawn(draw).hidden_text


def test_text_over_a_picture_is_not_hidden(drawn):
    def draw(page):
        page.insert_image(page.rect, stream=gray())
        page.insert_text((72, 72), "Over the picture")

    page = drawn(draw)
    assert not page.hidden_text
    assert page.picture_cover == 1.0


def test_strips_of_one_picture_cover_the_page_together(drawn):
    def draw(page):
        for top in range(0, 600, 100):
            page.insert_image((0, top, 400, top + 100), stream=gray(), keep_proportion=False)

    assert drawn(draw).picture_cover == pytest.approx(1.0)


def test_lines_of_a_turned_page_lie_on_the_upright_page(drawn):
    page = drawn(lambda page: page.insert_text((72, 72), "Turned"), rotation=90)
    (line,) = page.lines
    assert (page.width, page.height) == (600, 400)
    assert 600 - 90 < line.left < line.right < 600
    assert 72 <= line.top < line.bottom < 120


def test_ligatures_are_taken_apart(drawn):
    def draw(page):
        page.insert_font("F0", fontfile=str(FONT))
        page.insert_text((72, 72), "of\ufb01ce", fontname="F0")

    assert drawn(draw).lines[0].text == "office"


class BadPage:
    """A PDF whose second page cannot be loaded."""

    def __init__(self, pdf):
        self._pdf = pdf

    def __getattr__(self, name):
        return getattr(self._pdf, name)

    def load_page(self, number):
        if number == 1:
            raise RuntimeError("cannot find page")
        return self._pdf.load_page(number)


def test_a_page_that_cannot_be_read_has_a_sentence_and_stops_no_other(tmp_path):
    source = FileSource(make_plain_pdf(tmp_path / "p.pdf", ["One.", "Two.", "Three."]))
    document = open_file(source)
    document.pdf = BadPage(document.pdf)
    pages = read_pages(document, source, 0, 3)
    assert [bool(page.lines) for page in pages] == [True, False, True]
    assert pages[1].problem == "Page 2 of p.pdf is damaged and could not be drawn."


def test_pictures_have_no_text(tmp_path):
    pages = pages_of(make_multipage_tiff(tmp_path / "m.tif", 2))
    assert [(page.number, page.lines, page.picture_cover) for page in pages] == [
        (0, (), 1.0),
        (1, (), 1.0),
    ]
