import pytest

from library.alignment.translation.numbers import numbers_in


@pytest.mark.parametrize(
    "date",
    [
        "am 12. Oktober 1931",
        "on 12 October 1931",
        "le 12 octobre 1931",
        "12 октября 1931 г.",
        "στις 12 Οκτωβρίου 1931",
        "12 października 1931",
        "vom 12.10.1931",
        "vom 12. X. 1931",
        "1931年10月12日",
        "1931年十月12日",
    ],
)
def test_a_date_is_the_same_in_every_language(date):
    assert set(numbers_in(date)) == {"12", "month 10", "1931"}


@pytest.mark.parametrize("number", ["2450", "2 450", "2,450", "2.450", "2\u00a0450"])
def test_what_groups_the_digits_of_a_number_does_not_count(number):
    assert list(numbers_in(f"Mark {number} und")) == ["2450"]


def test_numbers_of_other_scripts_are_the_same_numbers():
    assert list(numbers_in("١٢ 一九三一")) == ["12", "1931"]


def test_a_verb_is_no_month():
    assert list(numbers_in("They may march in May.")) == ["month 5"]


def test_a_decimal_and_a_section_are_several_numbers():
    assert list(numbers_in("3.5 and 6.2.4")) == ["3", "5", "6", "2", "4"]
