"""Dates as people write them in five languages, against a table; and EDTF in words and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.citing.dates import Manner, date_words
from library.model.date_readings import readings
from library.model.dates import read_date, sort_key
from library.model.dating.signs import LANGUAGES, sign_table
from library.model.edtf import span_of
from library.model.record import ArchiveDate

TABLE = Path(__file__).with_name("written_dates.txt")
YEARS = st.integers(1000, 2100)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12) | st.integers(21, 24))
DAYS = st.dates().map(str).filter(lambda day: not day.startswith("0000"))
LONG = st.integers(10, 99).map("{}XX".format) | st.integers(100, 209).map("{}X".format)
HIDDEN = st.builds("{}-{:02}-XX".format, YEARS, st.integers(1, 12)) | st.builds(
    "{}-XX{}".format, YEARS, st.sampled_from(["", "-XX"])
)
MOMENTS = st.builds(
    "{}{}".format,
    YEARS.map(str) | MONTHS | DAYS | LONG | HIDDEN,
    st.sampled_from(["", "~", "?", "%"]),
)
ENDS = MOMENTS | st.sampled_from(["", ".."])
EDTF = MOMENTS | st.builds("{}/{}".format, ENDS, ENDS).filter(span_of)
WORDS = sorted({" ".join(words) for each in LANGUAGES for words in sign_table(each)})


def table() -> list[tuple[str, str]]:
    lines = TABLE.read_text("utf-8").splitlines()
    pairs = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [(shown, edtf) for shown, edtf in pairs]


@pytest.mark.parametrize(("shown", "edtf"), table())
def test_a_date_is_understood_as_people_mean_it(shown: str, edtf: str) -> None:
    assert (read_date(shown).edtf or "-") == edtf


def test_the_table_has_more_than_150_dates_and_each_can_be_sorted_and_said() -> None:
    known = [edtf for _, edtf in table() if edtf != "-"]
    assert len(known) >= 150
    assert all(sort_key(ArchiveDate("", edtf))[0] == 0 for edtf in known)
    assert all(date_words(edtf, manner) for edtf in known for manner in Manner)


@given(EDTF)
def test_what_is_said_in_plain_words_is_understood_as_the_same(edtf: str) -> None:
    words = date_words(edtf, Manner.PLAIN)
    start, _, end = edtf.partition("/")
    assert words is not None
    assert read_date(words).edtf == (start if start == end else edtf)


@given(
    st.lists(st.sampled_from([*WORDS, *"-/.,?[]", "3", "12", "31", "44", "1944", "1945", "III"]))
)
def test_no_words_of_dates_in_any_order_raise_or_mean_what_is_no_date(parts: list[str]) -> None:
    found = read_date(" ".join(parts)).edtf
    assert found is None or span_of(found) is not None


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24))
def test_no_value_is_too_strange_to_sort(edtf: str) -> None:
    unknown, first, last = sort_key(ArchiveDate("", edtf))
    assert unknown or first <= last


@pytest.mark.parametrize("sign", sorted({word for each in LANGUAGES for word in sign_table(each)}))
def test_a_word_means_the_same_in_each_language_that_has_it(sign: tuple[str, ...]) -> None:
    assert len({table[sign] for each in LANGUAGES if sign in (table := sign_table(each))}) == 1


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("03/04/1944", ("1944-04-03", "1944-03-04")),
        ("03-04-1944", ("1944-04-03", "1944-03-04")),
        ("3/15/1944", ("1944-03-15",)),
        ("3/3/1944", ("1944-03-03",)),
        ("3.4.1944", ("1944-04-03",)),
        ("3.15.1944", ("1944-03-15",)),
        ("1911-12", ("1911-12", "1911/1912")),
        ("1911–12", ("1911-12", "1911/1912")),
        ("31/31/1944", ()),
        ("March 1944", ()),
    ],
)
def test_figures_that_may_mean_two_dates_give_both(shown: str, meant: tuple[str, ...]) -> None:
    assert readings(shown) == meant


def test_dates_sort_by_the_first_day_they_may_be_then_by_the_last() -> None:
    ordered = [
        *("before 1944", "1940s", "early 1944", "1944", "1944 or later", "a day in March 1944"),
        *("spring 1944", "3.III.1944", "after 1944-04", "late 1944", "ohne Datum"),
    ]
    mixed = ordered[::-1]
    assert sorted(mixed, key=lambda shown: sort_key(read_date(shown))) == ordered


def test_a_winter_reaches_into_the_next_year() -> None:
    assert [day.isoformat() for day in sort_key(read_date("Winter 1943/44"))[1:]] == [
        "1943-01-01", "1944-02-29",
    ]  # fmt: skip
