"""Files come into the library; one bad file stops nothing."""

from concurrent.futures import Future

import pytest

from library.errors import FileDamaged, PageCrashed, PasswordNeeded, PasswordWrong, UnknownFormat
from library.importers.formats import find_parcels
from library.importers.importing import import_parcels, read_document
from library.model.document import PageKind, ParagraphRole, VersionKind
from library.model.record import Source
from library.pages.requests import ReadPages
from library.store.store import Store
from tests.library.importers.conftest import finished
from tests.records import (
    make_encrypted,
    make_multipage_tiff,
    make_pictures,
    make_plain_pdf,
    make_record,
    make_turned_picture,
)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


def test_files_are_added_once_and_bad_ones_are_reported(tmp_path, store, pool):
    record = make_record(tmp_path / "record.pdf")
    plain = make_plain_pdf(tmp_path / "plain.pdf")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (tmp_path / "page.html").write_text("<html>")
    paths = [record, tmp_path / "bad.pdf", tmp_path / "page.html", plain]

    report = finished(import_parcels(find_parcels(paths), store, pool))
    assert [parcel.name for parcel, _ in report.added] == ["record.pdf", "plain.pdf"]
    assert [type(error) for _, error in report.failed] == [FileDamaged, UnknownFormat]

    again = finished(import_parcels(find_parcels(paths), store, pool))
    assert again.added == []
    assert [known for _, known in again.known] == [added for _, added in report.added]


def test_a_document_in_the_library_has_its_file_and_a_preview(tmp_path, store, pool):
    path = make_record(tmp_path / "record.pdf")
    report = finished(import_parcels(find_parcels([path]), store, pool))
    document = store.document(report.added[0][1])
    (file,) = document.files
    assert (file.name, file.media_type, file.size) == (
        "record.pdf",
        "application/pdf",
        path.stat().st_size,
    )
    assert store.path_of(file).read_bytes() == path.read_bytes()
    first = document.scan_pages[0]
    assert store.preview(document.id, first).startswith(b"\xff\xd8")
    assert len(store.thumbnail(document.id, first)) < len(store.preview(document.id, first))


def test_a_kept_file_that_was_lost_is_kept_again(tmp_path, store, pool):
    path = make_plain_pdf(tmp_path / "plain.pdf")
    report = finished(import_parcels(find_parcels([path]), store, pool))
    document = store.document(report.added[0][1])
    kept = store.path_of(document.files[0])
    kept.unlink()
    assert not store.has_files(document)
    again = finished(import_parcels(find_parcels([path]), store, pool))
    assert [known for _, known in again.known] == [document.id]
    assert kept.read_bytes() == path.read_bytes()
    assert store.has_files(document)


def test_work_reports_and_can_be_stopped(tmp_path, store, pool):
    path = make_plain_pdf(tmp_path / "plain.pdf", [f"Page {n}." for n in range(45)])
    work = import_parcels(find_parcels([path]), store, pool)
    steps = [next(work) for _ in range(4)]
    assert [(step.done, step.total) for step in steps] == [(0, 1), (0, 45), (20, 45), (40, 45)]
    work.close()
    assert store.shelf() == ()


def test_work_can_be_stopped_while_a_long_text_is_put_together(tmp_path, store, pool):
    path = make_plain_pdf(tmp_path / "plain.pdf", [f"Page {n}." for n in range(45)])
    work = import_parcels(find_parcels([path]), store, pool)
    while next(work).doing != "Gathering lines":
        pass
    work.close()
    assert store.shelf() == ()


def test_a_protected_file_asks_for_its_password(tmp_path, store, pool):
    words = "open sesame"
    parcels = find_parcels([make_encrypted(tmp_path / "secret.pdf", words)])
    asked = finished(import_parcels(parcels, store, pool)).failed
    wrong = finished(import_parcels(parcels, store, pool, words[:4])).failed
    assert [type(error) for _, error in (*asked, *wrong)] == [PasswordNeeded, PasswordWrong]
    assert len(finished(import_parcels(parcels, store, pool, words)).added) == 1


def test_a_plain_pdf_has_its_text_page_by_page(tmp_path, read):
    document = read(make_plain_pdf(tmp_path / "p.pdf", ["First page.", "Second page."]))
    (version,) = document.versions
    assert (version.label, version.kind, version.language) == ("Text", VersionKind.TEXT, None)
    assert version.pages == (0, 1)
    assert [version.text[start:][:6] for start in version.page_starts] == ["First ", "Second"]
    assert document.record.title == "p"
    assert document.record.sources == {"title": Source.FILE}


def test_the_files_own_title_is_taken_where_it_is_one(tmp_path, read):
    titled = make_plain_pdf(tmp_path / "p.pdf", ["x"], metadata_title="A Report")
    assert read(titled).record.title == "A Report"
    named = make_plain_pdf(
        tmp_path / "name.pdf", ["x"], metadata_title="Microsoft Word - Document1"
    )
    assert read(named).record.title == "name"


@pytest.mark.parametrize("text_layer", [True, False])
def test_a_scanned_pdf_has_the_text_that_is_hidden_in_it(tmp_path, read, text_layer):
    path = make_plain_pdf(
        tmp_path / "s.pdf", ["Hidden words."], scanned=True, text_layer=text_layer
    )
    document = read(path)
    assert document.pages[0].kind is PageKind.SCAN
    assert document.pages[0].text_layer is text_layer
    assert [version.text for version in document.versions] == ["Hidden words."] * text_layer


def test_a_folder_of_pictures_with_one_text_is_a_document(tmp_path, read):
    document = read(make_pictures(tmp_path / "letters", 3))
    (version,) = document.versions
    assert document.record.title == "letters"
    assert [page.file for page in document.pages] == [0, 1, 2]
    assert (version.label, version.kind, version.pages) == (
        "Transcript",
        VersionKind.TRANSCRIPT,
        (),
    )
    markers = [p.number for p in version.paragraphs if p.role is ParagraphRole.PAGE_MARKER]
    assert markers == [2, 3]
    assert [file.name for file in document.files][-1] == "transcript.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_beside_pictures_belong_to_their_pages(tmp_path, read, encoding):
    folder = make_pictures(tmp_path / "letters", 3, with_text=False)
    for number in (1, 3):
        text = f"Seite {number}: Größe\r\nund mehr\r\n\r\nEnde"
        (folder / f"page {number}.txt").write_bytes(text.encode(encoding))
    (version,) = read(folder).versions
    assert version.pages == (0, 2)
    assert version.text.startswith("Seite 1: Größe\nund mehr\n\nEnde")
    assert version.text[version.page_starts[1] :].startswith("Seite 3")


def test_a_tiff_of_several_pages_is_a_document(tmp_path, read):
    document = read(make_multipage_tiff(tmp_path / "minutes.tif", 3))
    assert [(page.file, page.frame) for page in document.pages] == [(0, 0), (0, 1), (0, 2)]
    assert document.record.title == "minutes"


def test_a_turned_picture_is_upright(tmp_path, read):
    (page,) = read(make_turned_picture(tmp_path / "turned.jpg")).pages
    assert (page.width, page.height) == (300, 400)


def test_a_damaged_picture_is_a_page_with_a_sentence(tmp_path, read):
    folder = make_pictures(tmp_path / "letters", 3, with_text=False)
    (folder / "page 2.jpg").write_bytes(b"\xff\xd8\xff\xe0 and nothing more")
    document = read(folder)
    assert [bool(page.problem) for page in document.pages] == [False, True, False]
    assert document.problem == "1 of 3 pictures could not be read."


class CrashingPool:
    """Answers like `pool`, but dies at some pages."""

    def __init__(self, pool, bad):
        self._pool, self._bad, self.asked = pool, bad, 0

    def submit(self, request, urgency):
        self.asked += 1
        if isinstance(request, ReadPages):
            for page in range(request.first, request.last):
                if page in self._bad:
                    crashed = Future()
                    crashed.set_exception(PageCrashed("p.pdf", page))
                    return crashed
        return self._pool.submit(request, urgency)


def test_a_page_that_crashes_the_reader_costs_no_other(tmp_path, pool):
    path = make_plain_pdf(tmp_path / "p.pdf", ["One.", "Two.", "Three."])
    crashing = CrashingPool(pool, bad={1})
    document = finished(read_document(find_parcels([path])[0], crashing))
    assert document.versions[0].text == "One.\n\nThree."
    assert document.versions[0].pages == (0, 2)
    assert document.pages[1].problem == str(PageCrashed("p.pdf", 1))
    assert document.problem == "1 of 3 pages could not be read."


def test_a_file_that_crashes_at_every_page_is_given_up(tmp_path, pool):
    path = make_plain_pdf(tmp_path / "p.pdf", ["One."] * 60)
    crashing = CrashingPool(pool, bad=set(range(60)))
    document = finished(read_document(find_parcels([path])[0], crashing))
    assert crashing.asked < 10
    assert all(page.problem for page in document.pages)
    assert document.problem == "60 of 60 pages could not be read."


def test_a_file_whose_only_page_crashes_the_reader_is_added_with_its_sentence(
    tmp_path, store, pool
):
    path = make_plain_pdf(tmp_path / "p.pdf", ["One."])
    crashing = CrashingPool(pool, bad={0})
    report = finished(import_parcels(find_parcels([path]), store, crashing))
    document = store.document(report.added[0][1])
    assert document.pages[0].problem == str(PageCrashed("p.pdf", 0))
    assert crashing.asked == 2  # its outline and its page: there is nothing to preview


def test_a_damaged_file_says_what_became_of_it(tmp_path, read):
    path = make_plain_pdf(tmp_path / "p.pdf", ["One."])
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b"startxref")])
    document = read(path)
    assert document.versions[0].text == "One."
    assert document.problem == "The file is damaged; what could be read of it is shown."
