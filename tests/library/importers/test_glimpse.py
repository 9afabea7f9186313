"""What a tab shows before its file was read whole."""

from library.importers.glimpse import glimpse
from library.model.document import PageKind
from library.pages.contents import Outline
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource, ReadOutline, ReadPages
from tests.records import make_plain_pdf, make_record


def first_glimpse(path):
    pool = ReadingPool()
    try:
        outline = pool.submit(ReadOutline(FileSource(path))).result()
        count = min(3, len(outline.sizes))
        return glimpse(path, outline, pool.submit(ReadPages(FileSource(path), 0, count)).result())
    finally:
        pool.close()


def test_the_cover_of_a_record_is_left_out_and_its_title_known(tmp_path):
    document = first_glimpse(make_record(tmp_path / "record.pdf", title="The Bridge"))
    assert document.record.title == "The Bridge"
    assert document.pages[0].kind is PageKind.COVER
    assert document.scan_pages[0] == 1
    assert document.id == ""


def test_a_plain_file_shows_all_its_pages_under_its_own_name(tmp_path):
    document = first_glimpse(make_plain_pdf(tmp_path / "a letter.pdf"))
    assert document.record.title == "a letter"
    assert document.scan_pages == tuple(range(len(document.pages)))


def test_pages_that_could_not_be_read_yet_are_shown_all_the_same(tmp_path):
    path = make_plain_pdf(tmp_path / "a letter.pdf")
    outline = Outline("application/pdf", ((612.0, 792.0),) * 4)
    assert len(glimpse(path, outline, ()).scan_pages) == 4
