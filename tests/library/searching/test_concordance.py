"""Keywords in context."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.record import ArchiveDate
from library.searching.concordance import AROUND, Line, LineOrder, as_csv, context_of, sorted_lines


def line(before, after, title="A", date=None, start=0):
    shown = ArchiveDate(date, date) if date else None
    return Line(
        before, "Rabaul", after, title, title, shown, "v", "Transcript", start, start + 6, 2
    )


def befores(lines, order, words=1):
    return [each.before for each in sorted_lines(lines, order, words)]


def test_context_is_on_one_line_and_cut_between_words():
    text = "word " * 40 + "The garrison of\nRabaul was  relieved. " + "word " * 40
    start = text.index("Rabaul")
    before, keyword, after = context_of(text, start, start + 6)
    assert keyword == "Rabaul"
    assert before.endswith("The garrison of ")
    assert after.startswith(" was relieved. word")
    assert before.startswith("word")
    assert after.endswith("word")


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_context_never_loses_the_keyword(text, start, length):
    end = min(len(text), start + length)
    start = min(start, end)
    before, keyword, after = context_of(text, start, end)
    assert keyword == " ".join(text[start:end].split())
    assert len(before) <= AROUND + 1
    assert len(after) <= AROUND + 1
    assert "\n" not in before + keyword + after


def test_lines_are_sorted_by_the_nearest_word_before_and_then_the_next():
    lines = [line("b of ", ""), line("z at ", ""), line("a OF ", ""), line("", "")]
    assert befores(lines, LineOrder.LEFT, 2) == ["", "z at ", "a OF ", "b of "]


def test_lines_are_sorted_by_the_words_after_whatever_their_case_and_accents():
    lines = [line("1", " été was"), line("2", " Be"), line("3", " ete is"), line("4", ", and")]
    assert befores(lines, LineOrder.RIGHT, 2) == ["4", "2", "3", "1"]


def test_lines_are_sorted_by_document_and_by_date_undated_last():
    lines = [line("1", "", "B", "1944"), line("2", "", "A"), line("3", "", "C", "1939")]
    assert befores(lines, LineOrder.DOCUMENT) == ["2", "1", "3"]
    assert befores(lines, LineOrder.DATE) == ["3", "1", "2"]


@pytest.mark.parametrize("order", [*LineOrder])
def test_equal_lines_keep_the_order_of_the_text(order):
    lines = [line("a ", " b", start=start) for start in (30, 10, 20)]
    assert [each.start for each in sorted_lines(lines, order, 3)] == [10, 20, 30]


def test_the_table_holds_quotes_commas_and_nothing_that_a_spreadsheet_would_run():
    text = as_csv([line('=HYPERLINK("x")', ', "he" said', "T", "1944")])
    heading, row = csv.reader(StringIO(text))
    assert heading[:3] == ["before", "keyword", "after"]
    assert row[:7] == [
        '\'=HYPERLINK("x")', "Rabaul", ', "he" said', "T", "1944", "Transcript", "3",
    ]  # fmt: skip
