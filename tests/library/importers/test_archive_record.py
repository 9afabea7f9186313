"""Records in both layouts are read; what only looks like one is a plain PDF."""

import pytest

from library.model.document import PageKind, ParagraphRole, VersionKind
from tests.records import SUMMARY, TITLE, URL, make_record

LONG_TITLE = (
    "A Very Long Title, with Commas, “Quotes” and [Brackets], That Takes Three Lines or So "
    "Because It Goes On until the Reader Is Tired of It"
)
LAYOUTS = pytest.mark.parametrize("layout", ["new", "old"])


@pytest.fixture
def record(tmp_path, read):
    return lambda **options: read(make_record(tmp_path / "record.pdf", **options))


@LAYOUTS
def test_the_cover_is_read(record, layout):
    document = record(layout=layout, credits_line="Thanks to the Fund.")
    found = document.record
    assert document.is_record
    assert (found.title, found.summary, found.url) == (TITLE, SUMMARY, URL)
    assert (found.date.edtf, found.credits, found.record_id) == (
        "1944-03-03",
        "Thanks to the Fund.",
        "900001",
    )
    assert (found.container, found.collection) == ("Box 12", "Bridge Papers")
    assert found.repository == "Harbour Office, Invented Archive"
    assert [page.kind for page in document.pages] == [
        PageKind.COVER,
        PageKind.SCAN,
        PageKind.SCAN,
        PageKind.TEXT,
    ]


@LAYOUTS
@pytest.mark.parametrize("date", [None, "[undated]", "March 3-5, 1944", "1950", "circa 1950"])
@pytest.mark.parametrize("title", [LONG_TITLE, "1950", "Letter [draft]", "“No,” He Said"])
def test_title_and_date_are_told_apart(record, layout, title, date):
    found = record(layout=layout, title=title, date=date)
    assert found.record.title == title
    assert (found.record.date.shown if found.record.date else None) == date
    assert found.record.container == "Box 12"


@LAYOUTS
def test_labels_in_body_text_are_body_text(record, layout):
    summary = "He said this:\nSummary:\nand that.\nContents:\nCitation:\nAnd so on."
    document = record(layout=layout, summary=summary)
    assert document.is_record
    assert document.record.summary.startswith("He said this:")
    assert document.record.summary.endswith("And so on.")
    assert document.record.contents[-1].startswith(("Transcript", "English"))


@LAYOUTS
def test_contributors_follow_the_shelf_mark(record, layout):
    found = record(layout=layout, contributors=["Obtained by A. Reader", "translated by B. Writer"])
    assert found.record.contributors == ("A. Reader", "B. Writer")
    assert found.record.repository == "Harbour Office, Invented Archive"


@LAYOUTS
def test_transcript_and_translation_get_their_pages(record, layout):
    document = record(
        layout=layout,
        languages=["Russian"],
        transcript=["Инженер сказал, что мост не готов и он не в городе."],
        translation=["The engineer said that the bridge was not done."],
    )
    by_kind = {version.kind: version for version in document.versions}
    transcript, translation = by_kind[VersionKind.TRANSCRIPT], by_kind[VersionKind.TRANSLATION]
    assert (transcript.language, translation.language) == ("ru", "en")
    assert translation.text == "The engineer said that the bridge was not done."
    assert transcript.text.startswith("Инженер")


def test_the_languages_of_the_original_are_known_by_name_and_by_code(record):
    found = record(
        languages=["Russian", "Old Wendish", "Chinese (Mandarin)"],
        transcript=None,
        translation=["The engineer said nothing."],
    ).record
    assert found.original_language == ("Russian", "Old Wendish", "Chinese (Mandarin)")
    assert found.language_codes == ("ru", "zh")
    assert "language_codes" not in found.sources


def test_texts_in_a_row_are_cut_by_language(record):
    document = record(
        languages=["German"],
        transcript=["Der Ingenieur hat die Brücke nicht in der Stadt gesehen."] * 60,
        translation=["The engineer has not seen the bridge in the town."] * 70,
    )
    german, english = document.versions
    assert "engineer" not in german.text
    assert "Ingenieur" not in english.text
    assert len(german.paragraphs) == 60
    assert len(english.paragraphs) == 70


def test_texts_of_one_language_are_cut_at_a_short_page(record):
    document = record(
        languages=["English"],
        transcript=[f"Paragraph {n} of the transcript." for n in range(30)],
        translation=[f"Paragraph {n} of the other text." for n in range(30)],
    )
    transcript, translation = document.versions
    assert "other" not in transcript.text
    assert "transcript" not in translation.text


def test_page_markers_are_kept_as_what_they_are(record):
    version = record().versions[0]
    (marker,) = [p for p in version.paragraphs if p.role is ParagraphRole.PAGE_MARKER]
    assert version.text[marker.start : marker.end] == "-2-"
    assert marker.number == 2


def test_hidden_text_of_a_scan_is_no_version(record):
    document = record(text_layer=[True, False])
    assert [page.text_layer for page in document.pages] == [False, True, False, False]
    assert len(document.versions) == 1


def test_a_record_without_a_text_has_none(record):
    document = record(transcript=None)
    assert document.is_record
    assert document.versions == ()


def test_a_part_that_has_no_pages_is_missed_in_a_sentence(record):
    document = record(
        contents=["Original Scan", "Transcript - English", "Translation - French"],
    )
    assert [version.label for version in document.versions] == ["Transcript - English"]
    assert document.problem == (
        "The file names “Translation - French”, but no page of it was found."
    )


@pytest.mark.parametrize(
    "look_alike",
    [
        {"contents": ["1. Introduction", "2. The bridge"]},
        {"contents": ["Original Scan"], "pages": (), "transcript": ["No scan is here."]},
        {"citation": "See the report on bridges, p. 3."},
        {"citation": '"Another Title", March 3, 1944, Some Archive, Box 1'},
    ],
)
def test_a_look_alike_is_a_plain_pdf(record, look_alike):
    document = record(**look_alike)
    assert not document.is_record
    assert [version.label for version in document.versions] == ["Text"]
    assert document.record.citation is None
    assert document.scan_pages == tuple(range(len(document.pages)))
