"""The records that people checked by hand are read as they found them."""

import re

import pytest

from library.model.document import PageKind
from library.model.record import Source

RECORDS = [
    "209791",
    "bilingual-crane-1931",
    "ehri-despatch-1939",
    "ehri-letter-1938",
    "translation-first-1931",
]
PAGES = {
    "209791": "cssstt",
    "bilingual-crane-1931": "csstt",
    "ehri-despatch-1939": "c" + 10 * "s" + 5 * "t",
    "ehri-letter-1938": "csssstttt",
    "translation-first-1931": "ctss",
}


def folded(text):
    return re.sub(r"[\s□]+", " ", text).strip()


@pytest.mark.parametrize("name", RECORDS)
def test_every_paragraph_is_as_people_found_it(truth, read, name):
    path, expected = truth(name)
    document = read(path)
    assert [v.label for v in document.versions] == [v["label"] for v in expected]
    for version, known in zip(document.versions, expected, strict=True):
        paragraphs = [version.text[p.start : p.end] for p in version.paragraphs]
        assert paragraphs == [folded(paragraph) for paragraph in known["paragraphs"]]
        assert version.pages[0] + 1 == known["first_page"]


@pytest.mark.parametrize("name", RECORDS)
def test_every_page_has_its_role(truth, read, name):
    document = read(truth(name)[0])
    assert "".join(page.kind.value[0] for page in document.pages) == PAGES[name]
    assert document.is_record
    assert document.problem == ""


def test_the_archives_own_record_has_all_its_fields(truth, read):
    document = read(truth("209791")[0])
    record = document.record
    assert record.title == "Stalin and Harriman Discuss Air Power and the Japanese"
    assert (record.date.shown, record.date.edtf) == ("March 3, 1944", "1944-03-03")
    assert record.citation == (
        '"Stalin and Harriman Discuss Air Power and the Japanese", March 3, 1944, Wilson Center '
        "Digital Archive, Container #171, W. Averell Harriman Papers, Manuscript Division, "
        "Library of Congress, Washington, D.C. <https://digitalarchive.umd.edu/document/209791>"
    )
    assert record.summary == (
        "Ambassador Harriman and Joseph Stalin discuss Far East Air Power and intelligence "
        "about Japanese military movements."
    )
    assert record.credits is None
    assert record.original_language == ("English",)
    assert record.contents == ("Original Scan", "Transcript - English")
    assert record.url == "https://digitalarchive.umd.edu/document/209791"
    assert record.record_id == "209791"
    assert record.repository == "Manuscript Division, Library of Congress, Washington, D.C."
    assert record.collection == "W. Averell Harriman Papers"
    assert record.container == "Container #171"
    assert record.contributors == ()
    assert [page.text_layer for page in document.pages[1:4]] == [False, True, True]
    assert document.versions[0].language == "en"


def test_the_memorandums_head_is_read_from_its_text(truth, read):
    record = read(truth("209791")[0]).record
    assert record.head.present == (
        "The American Ambassador, Mr. Harriman",
        "Mr. F. B. Stevens, Second Secretary of Embassy",
        "Marshal J. V. Stalin",
        "Mr. V. M. Molotov",
        "Mr. Berezhkov, interpreter",
    )
    assert record.head.subject == "Military Question"
    assert record.head.classification == "SECRET"
    assert record.head.place == "The Kremlin"
    assert record.sources["head.present"] is Source.TEXT
    assert record.sources["title"] is Source.COVER


def test_an_old_layout_is_split_on_its_title_with_quotes_and_brackets(truth, read):
    document = read(truth("translation-first-1931")[0])
    record = document.record
    assert record.title == (
        "Letter, Hartwig [via Lohmann] to the Harbour Master, “Crane No. 4,” Rosenfurt"
    )
    assert record.date.edtf == "1931-10"
    assert record.repository == "Diptych Test Archive"
    assert record.container == "F. 39, Op. 1, D. 31, Ll. 54-58"
    assert record.contributors == ("A. Reader", "B. Writer")
    assert (record.url, record.record_id) == ("http://archive.example/document/900102", "900102")
    assert record.credits.endswith("the Rosenfurt Harbour Fund (invented).")
    assert document.versions[0].pages == (1,)


def test_two_texts_in_a_row_are_told_apart_by_their_languages(truth, read):
    german, english = read(truth("bilingual-crane-1931")[0]).versions
    assert (german.pages, german.language, german.kind) == ((3,), "de", "transcript")
    assert (english.pages, english.language, english.kind) == ((4,), "en", "translation")


def test_pages_begin_where_the_file_breaks_them(truth, read):
    version = read(truth("ehri-despatch-1939")[0]).versions[0]
    assert len(version.page_starts) == len(version.pages) == 5
    assert version.text[version.page_starts[1] :].startswith("Tatarescu Government,")
    assert version.text[: version.page_starts[1]].endswith("considered by the ")


def test_marks_that_stand_for_blanks_are_indents(truth, read):
    version = read(truth("209791")[0]).versions[0]
    indents = {version.text[p.start : p.end][:11]: p.indent for p in version.paragraphs}
    assert indents["SECRET"] == 0
    assert indents["The Kremlin"] > indents["During his "] >= 1
    assert "□" not in version.text


def test_scan_pages_are_pages_of_kind_scan(truth, read):
    document = read(truth("ehri-letter-1938")[0])
    assert [document.pages[n].kind for n in document.scan_pages] == [PageKind.SCAN] * 4
