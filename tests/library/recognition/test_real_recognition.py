"""The engine itself reads the guide, whichever way it lies."""

import pymupdf
import pytest
from rapidfuzz.distance import Levenshtein

from library.errors import RecognitionUnavailable
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.record import Record
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource
from library.recognition import engine
from library.recognition.choosing import engine_for
from library.recognition.recogniser import Recogniser
from library.recognition.recognising import recognise
from library.store.store import Store
from resources import guide_file
from resources.guide import memorandum


def is_available():
    try:
        return bool(engine.rapidocr())
    except RecognitionUnavailable:
        return False


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_available(), reason="the extra “ocr” is not installed"),
]


def guide_page(path, turn):
    with pymupdf.open(guide_file()) as guide, pymupdf.open() as pdf:
        pdf.insert_pdf(guide, from_page=1, to_page=1)
        pdf[0].set_rotation(turn)
        width, height = pdf[0].rect.width, pdf[0].rect.height
        pdf.save(path)
    page = Page(PageKind.SCAN, width, height, text_layer=False)
    file = StoredFile(f"{turn:064}", path.name, 1, "application/pdf")
    return Document("1", Record(title="Guide"), (file,), (page,), ())


def without_blanks(text):
    return "".join(text.split())


@pytest.mark.parametrize("turn", [0, 180, 270])
def test_the_guide_is_read_as_it_was_typed(tmp_path, turn):
    document = guide_page(tmp_path / "page.pdf", turn)
    pool = ReadingPool()
    try:
        recogniser = Recogniser(engine_for(document))
        with recogniser, Store.open(tmp_path / "library") as store:
            sources = (FileSource(tmp_path / "page.pdf"),)
            (*_, last) = recognise(document, sources, pool, recogniser, store)
            kept = store.reading(document.files[0].digest, 0, recogniser.name, recogniser.version)
    finally:
        pool.close()
    truth = without_blanks("".join(memorandum.PAGES[0]).replace("_", ""))
    assert (last.found.words, last.found.lines) == (kept.words, kept.lines)
    read = without_blanks("".join(word.text for word in kept.words))
    assert Levenshtein.distance(read, truth) <= 0.02 * len(truth)
    assert all(0 <= word.left < word.right <= 1 and word.top < word.bottom for word in kept.words)
    assert {word.line for word in kept.words} <= {line.line for line in kept.lines}
