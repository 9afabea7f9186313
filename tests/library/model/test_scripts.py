"""Texts and languages have their scripts."""

import pytest

from library.model.scripts import may_be_written_in, script_of_language, script_of_text


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Протокол беседы № 4 (SECRET)", "CYRILLIC"),
        ("Πρακτικά", "GREEK"),
        ("محضر الحديث", "ARABIC"),
        ("פרוטוקול", "HEBREW"),
        ("Memorandum о мосте", "LATIN"),
        ("大使说", "CJK"),
        ("大使はそう言いました。", "HIRAGANA"),
        ("12. 3. 1944", None),
        ("", None),
    ],
)
def test_a_text_has_the_script_of_most_of_its_letters(text, script):
    assert script_of_text(text) == script


@pytest.mark.parametrize(
    ("code", "script"),
    [
        ("ru", "CYRILLIC"),
        ("en-GB", "LATIN"),
        ("sr", "CYRILLIC"),
        ("sr-Latn", "LATIN"),
        ("az-Cyrl-AZ", "CYRILLIC"),
        ("zh-Hant", "CJK"),
        ("grc", "GREEK"),
    ],
)
def test_a_language_has_the_script_it_is_usually_written_in(code, script):
    assert script_of_language(code) == script


def test_some_languages_have_two_scripts():
    assert may_be_written_in("sr", "LATIN")
    assert may_be_written_in("sr-RS", "CYRILLIC")
    assert not may_be_written_in("ru", "LATIN")
    assert not may_be_written_in("de", "CYRILLIC")
