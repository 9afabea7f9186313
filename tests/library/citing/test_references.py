"""Files for reference managers: what is written is read back, and nothing that is read raises."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.citing.cited import Cited
from library.citing.names import Name
from library.citing.reading import read_references, references_in
from library.citing.style import Style
from library.citing.styles import ENDINGS, written
from library.errors import FileUnreadable, ReferencesUnreadable
from library.model.dates import read_date
from tests.library.citing.sources import SOURCES

# No separators, controls or surrogates; what stands between blanks is kept as it is.
WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=12)
TEXT = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
FAMILY = st.sampled_from(["Harriman", "Müller-Armack", "Молотов", "van der Berg"])
NAME = st.builds(Name, FAMILY, st.sampled_from(["W. A.", "Jörg"]))
SOURCE = st.builds(
    Cited,
    title=TEXT,
    authors=st.lists(NAME, max_size=3).map(tuple),
    date=st.sampled_from([None, *(source.date for source in SOURCES.values())]),
    container=TEXT,
    collection=TEXT,
    repository=TEXT,
    archive=TEXT,
    url=st.just("https://archive.example/document/1?a=b_c&d=%20#e"),
    record_id=st.sampled_from(["", "209791"]),
    summary=TEXT,
    languages=st.sampled_from([(), ("en",), ("ru", "de")]),
)


def essence(source: Cited, style: Style) -> Cited:
    """What the format can say: CSL-JSON has no place for the archive's own words of a date."""
    date = source.date
    if style is Style.CSL_JSON and date is not None and date.edtf:
        date = replace(date, shown="", edtf=date.edtf.replace("?", "~"))
    return replace(source, date=date)


@pytest.mark.parametrize("style", ENDINGS)
@given(sources=st.lists(SOURCE, min_size=1, max_size=3))
def test_what_is_written_is_read_back(style: Style, sources: list[Cited]) -> None:
    found = references_in(written(sources, style))
    assert [essence(f, style) for f in found] == [essence(s, style) for s in sources]


@pytest.mark.parametrize("style", ENDINGS)
@given(data=st.data())
def test_a_damaged_file_is_read_as_far_as_it_goes_or_refused(
    style: Style, data: st.DataObject
) -> None:
    text = written(list(SOURCES.values()), style)
    place = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 40))
    hurt = text[:place] + data.draw(st.text(max_size=10)) + text[place + length :]
    with suppress(ReferencesUnreadable):
        references_in(hurt)


@given(st.sampled_from(["", "@", "@misc{", "TY  - ", "[", "{", "%"]), st.text(max_size=60))
def test_any_text_is_read_or_refused(start: str, text: str) -> None:
    with suppress(ReferencesUnreadable):
        assert all(found.title for found in references_in(start + text))


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(ReferencesUnreadable):
        references_in("[" * 100_000)


def test_references_that_share_a_key_get_keys_of_their_own() -> None:
    text = written([SOURCES["one author"]] * 3, Style.CSL_JSON)
    keys = [item["id"] for item in json.loads(text)]
    assert keys == ["harriman-1944", "harriman-1944-2", "harriman-1944-3"]


def test_bibtex_of_other_programs() -> None:
    (found,) = references_in(
        r"""
        % Encoding: UTF-8
        @string{loc = "Library of Congress"}
        @unpublished{a, title = "The {Rabaul} Question: {\"O}sterreich \& R{\'e}sum{\'e}",
            author = {Harriman, W. Averell and {Ministry of War and Supply}},
            year = 1944, month = mar, library = loc, note = {typed} }
        @broken{b, title=
        """
    )
    assert found.title == "The Rabaul Question: Österreich & Résumé"
    assert found.authors == (Name("Harriman", "W. Averell"), Name("Ministry of War and Supply"))
    assert found.date == read_date("mar 1944")
    assert found.repository == "Library of Congress"


def test_ris_of_other_programs() -> None:
    (found,) = references_in(
        "TY  - MANSCPT\r\nT1  - Letter\r\nA1  - Stalin, Joseph\r\nY1  - 1944/03//\r\n"
        "CN  - Box 4\r\nN2  - About aircraft\r\nER  - \r\n"
    )
    assert (found.title, found.container, found.summary) == ("Letter", "Box 4", "About aircraft")
    assert found.authors == (Name("Stalin", "Joseph"),)
    assert found.date is not None
    assert found.date.edtf == "1944-03"


def test_csl_json_of_other_programs() -> None:
    (found,) = references_in(
        '{"type": "manuscript", "title": "Plan", "author": [{"literal": "War Office"}],'
        ' "issued": {"date-parts": [["1944", "3"], [1945]]}}'
    )
    assert found.authors == (Name("War Office"),)
    assert found.date is not None
    assert found.date.edtf == "1944-03/1945"


def test_a_file_that_is_none_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_references(tmp_path / "nothing.bib")
    with pytest.raises(ReferencesUnreadable):
        references_in("Dear Sir, I write to you.")


@pytest.mark.parametrize("endless", ["a and ", ",", "&"])
def test_a_field_without_end_is_not_read(endless):
    bibtex = "@misc{a, title = {A letter}, author = {B, C}, abstract = {%s}, number = {%s}}"
    (found,) = references_in(bibtex % (endless * 200_000, endless * 200_000))
    assert (found.title, found.summary, found.container) == ("A letter", "", "")


def test_authors_without_end_are_not_read():
    (found,) = references_in("@misc{a, title = {A letter}, author = {%s}}" % ("a and " * 200_000))
    assert found.authors == ()


@pytest.mark.parametrize("more", ["\n", "\n> ", "\nand more"])
def test_a_field_of_ris_that_goes_on_without_end_is_read_as_far_as_one_may(more: str) -> None:
    fields = "TY  - RPRT\nTI  - A letter\nAB  - On" + more * 300_000 + "\nPB  - Archive\nER  - "
    (found,) = references_in(fields)
    assert (found.title, found.repository) == ("A letter", "Archive")
    assert found.summary.startswith("On")
