"""The sentences of the citation styles, against files written by hand from the styles' rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.citing.dates import Manner, date_words
from library.citing.names import Name, in_apa, read_name
from library.citing.style import Style
from library.citing.styled import italic, joined, sentences
from library.citing.styles import SENTENCES, with_quotation, written
from tests.library.citing.sources import SOURCES

GOLDEN = Path(__file__).parent / "golden"


def expected(style: Style) -> dict[str, str]:
    lines = (GOLDEN / f"{style.value}.txt").read_text("utf-8").splitlines()
    return dict(line.split(" | ", 1) for line in lines)


@pytest.mark.parametrize("style", [style for style in SENTENCES if style is not Style.ARCHIVE])
def test_each_document_is_cited_as_the_style_says(style: Style) -> None:
    cited = {
        name: "".join(
            f"*{run}*" if nth % 2 and run else run
            for nth, run in enumerate(SENTENCES[style](source).runs)
        )
        for name, source in SOURCES.items()
    }
    assert cited == expected(style)


def test_several_documents_make_a_line_each() -> None:
    lines = written(list(SOURCES.values()), Style.CHICAGO_NOTE).splitlines()
    assert lines == list(expected(Style.CHICAGO_NOTE).values())


def test_html_has_italics_and_links_and_nothing_of_the_text_is_taken_for_markup() -> None:
    said = sentences((italic("A < B & C"), "https://archive.example/a?b=1&c=2"))
    assert said.html == (
        "<i>A &lt; B &amp; C</i>. "
        '<a href="https://archive.example/a?b=1&amp;c=2">https://archive.example/a?b=1&amp;c=2</a>.'
    )


def test_a_quotation_stands_before_its_citation_on_one_line() -> None:
    said = with_quotation("the words\nthemselves", SOURCES["page of the scan"], Style.CHICAGO_NOTE)
    assert said.plain.startswith("“the words themselves” “Memorandum of Conversation,” March 3")


@pytest.mark.parametrize(
    ("edtf", "chicago", "mla", "apa"),
    [
        ("1944-03-03/1944-04-05", "March 3–April 5, 1944", "3 Mar.–5 Apr. 1944",
         "1944, March 3–April 5"),
        ("1944-09/1944-10", "September–October 1944", "Sept.–Oct. 1944", "1944, September–October"),
        ("1943-12-30/1944-01-02", "December 30, 1943–January 2, 1944", "30 Dec. 1943–2 Jan. 1944",
         "1943, December 30–1944, January 2"),
        ("../1944", "before 1944", "before 1944", "before 1944"),
        ("1944/..", "1944–", "1944–", "1944–"),
        ("1944%", "[ca. 1944?]", "circa 1944?", "ca. 1944?"),
        ("18XX", "19th century", "19th century", "19th century"),
        ("20XX", "21st century", "21st century", "21st century"),
        ("1944-05", "May 1944", "May 1944", "1944, May"),
        ("1943-24", "Winter 1943", "winter 1943", "1943, Winter"),
    ],
)  # fmt: skip
def test_dates(edtf: str, chicago: str, mla: str, apa: str) -> None:
    styles = (Manner.CHICAGO, Manner.MLA, Manner.APA)
    assert [date_words(edtf, manner) for manner in styles] == [chicago, mla, apa]


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_no_date_raises(edtf: str) -> None:
    for manner in Manner:
        date_words(edtf, manner)


@pytest.mark.parametrize(
    ("written_as", "name"),
    [
        ("W. Averell Harriman", Name("Harriman", "W. Averell")),
        ("Harriman, W. Averell", Name("Harriman", "W. Averell")),
        ("Mr. F. B. Stevens", Name("Stevens", "F. B.")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("Maria de la Cruz", Name("de la Cruz", "Maria")),
        ("Ministry of Foreign Affairs", Name("Ministry of Foreign Affairs")),
        ("Молотов", Name("Молотов")),
    ],
)
def test_names(written_as: str, name: Name) -> None:
    assert read_name(written_as) == name


def test_apa_leaves_out_authors_between_the_nineteenth_and_the_last() -> None:
    names = [Name(f"A{n}", "B.") for n in range(25)]
    assert in_apa(names).endswith("A18, B., . . . A24, B.")


@given(st.lists(st.tuples(st.booleans(), st.text(max_size=5)), max_size=6))
def test_joining_runs_loses_no_letter(parts: list[tuple[bool, str]]) -> None:
    whole = joined((italic(text) if slanted else text for slanted, text in parts), "")
    assert whole.plain == "".join(text for _, text in parts)
