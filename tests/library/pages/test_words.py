"""The words of a hidden text layer come with their places."""

from pathlib import Path

import pymupdf
import pytest

from library.errors import PageDamaged
from library.pages.contents import Word
from library.pages.requests import FileSource, ReadWords
from tests.records import make_multipage_tiff, make_plain_pdf


@pytest.fixture
def words_of(worker, canvas):
    """The words of a page, as a reading process answers."""
    return lambda path, page=0: worker.perform(ReadWords(FileSource(path), page), canvas)


@pytest.fixture
def set_page(tmp_path):
    def set_page(*, rotation=0) -> Path:
        with pymupdf.open() as pdf:
            page = pdf.new_page(width=400, height=600)
            page.insert_text((40, 60), "Dear Sir", render_mode=3)
            page.insert_text((200, 300), "Yours", render_mode=3)
            page.set_rotation(rotation)
            pdf.save(tmp_path / "set.pdf")
        return tmp_path / "set.pdf"

    return set_page


def test_hidden_words_lie_in_page_units(words_of, set_page):
    dear, sir, yours = words_of(set_page())
    assert (dear.text, sir.text, yours.text) == ("Dear", "Sir", "Yours")
    assert dear.left == pytest.approx(0.1, abs=0.001)
    assert dear.top < 0.1 < dear.bottom < 0.12
    assert dear.right < sir.left
    assert yours.left == pytest.approx(0.5, abs=0.001)


def test_words_of_one_line_share_its_number(words_of, set_page):
    assert [word.line for word in words_of(set_page())] == [0, 0, 1]


def test_words_of_a_turned_page_lie_on_the_upright_page(words_of, set_page):
    dear, *_ = words_of(set_page(rotation=90))
    assert dear.left < 0.9 < dear.right
    assert dear.top == pytest.approx(0.1, abs=0.001)
    assert dear.right - dear.left < dear.bottom - dear.top


def test_a_file_says_its_words_with_full_certainty(words_of, tmp_path):
    words = words_of(make_plain_pdf(tmp_path / "plain.pdf", scanned=True, text_layer=True))
    assert words
    assert all(isinstance(word, Word) and word.certainty == 1.0 for word in words)


def test_pictures_have_no_words(words_of, tmp_path):
    assert words_of(make_multipage_tiff(tmp_path / "scans.tif")) == ()


def test_a_page_that_is_not_there_has_no_words(words_of, set_page):
    with pytest.raises(PageDamaged):
        words_of(set_page(), 7)
