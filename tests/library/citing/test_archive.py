from dataclasses import replace

from library.citing.archive import cite
from library.citing.cited import cited
from library.citing.style import Style
from library.citing.styles import with_quotation
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.record import ArchiveDate, Record

OWN = "“A Talk,” March 3, 1944, Invented Archive, Box 12."
PAGES = tuple(
    Page(kind, 600, 800, text_layer=False)
    for kind in (PageKind.COVER, PageKind.SCAN, PageKind.SCAN, PageKind.TEXT)
)


def make_document(record):
    file = StoredFile("", "talk.pdf", 1, "application/pdf")
    return Document("d", record, (file,), PAGES, (), is_record=True)


def test_the_archives_own_citation_gets_the_page_of_the_scan():
    document = make_document(Record("A Talk", citation=OWN))
    assert cite(document) == OWN
    assert cite(document, 2) == OWN[:-1] + ", page 2 of the scan."


def test_a_page_that_is_not_of_the_scan_is_not_named():
    assert cite(make_document(Record("A Talk", citation=OWN)), 3) == OWN


def test_without_a_citation_title_date_and_file_make_one():
    document = make_document(Record("A Talk", ArchiveDate("March 3, 1944", "1944-03-03")))
    assert cite(document, 1) == "“A Talk”, March 3, 1944, talk.pdf, page 1 of the scan."
    assert cite(make_document(Record("A Talk"))) == "“A Talk”, talk.pdf."


def test_a_quotation_comes_with_its_citation():
    source = cited(make_document(Record("A Talk", citation=OWN)), (1, 2))
    said = with_quotation("would bear\nforty tons", source, Style.ARCHIVE).plain
    assert said == f"“would bear forty tons” {OWN[:-1]}, pages 1–2 of the scan."


def test_the_digital_archive_is_named_also_where_the_reader_gave_another_title():
    own = '"A Talk", March 3, 1944, Invented Digital Archive, Box 12, Harbour Library <https://a.example/1>'
    read = Record("A Talk", ArchiveDate("March 3, 1944", "1944-03-03"), citation=own)
    for title in ("A Talk", "Another Talk"):
        record = replace(read, title=title, repository="Harbour Library")
        assert cited(make_document(record)).archive == "Invented Digital Archive"
