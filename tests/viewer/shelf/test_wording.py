"""Languages, times and counts in plain words."""

from datetime import datetime, timedelta

import pytest

from viewer.languages import language_name
from viewer.shelf.wording import counted, when

NOW = datetime(2026, 3, 10, 14, 5).astimezone()


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("zh-Hant", "Chinese"), ("uk", "Ukrainian"), ("zzz", "zzz")],
)
def test_a_language_is_called_by_its_name(code, name):
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(0), "today, 14:05"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=5), "5 Mar"),
        (timedelta(days=365), "10 Mar 2025"),
    ],
)
def test_a_time_is_as_exact_as_it_matters(ago, words):
    assert when(NOW - ago, NOW) == words


def test_never_is_said_by_nothing():
    assert when(None, NOW) == ""


@pytest.mark.parametrize(
    ("shown", "total", "words"),
    [(1, 1, "1 document"), (5214, 5214, "5,214 documents"), (12, 5214, "12 of 5,214 documents")],
)
def test_the_echo_counts(shown, total, words):
    assert counted(shown, total) == words
