"""Scripts: in which one a text is written, and in which ones a language is.

A script is called as Unicode begins the names of its letters: "LATIN", "CYRILLIC", "CJK".
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping

LATIN = "LATIN"
CHINESE = "CJK"
JAPANESE = "HIRAGANA"

# Which languages (the first part of a BCP 47 code) are written in the other scripts.
LANGUAGES: Mapping[str, frozenset[str]] = {
    "CYRILLIC": frozenset({"be", "bg", "cu", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"}),
    CHINESE: frozenset({"zh", "yue"}),
    JAPANESE: frozenset({"ja"}),
    "KATAKANA": frozenset({"ja"}),
    "HANGUL": frozenset({"ko"}),
    "ARABIC": frozenset({"ar", "fa", "prs", "ps", "ug", "ur"}),
    "HEBREW": frozenset({"he", "yi"}),
    "GREEK": frozenset({"el", "grc"}),
    "GEORGIAN": frozenset({"ka"}),
    "ARMENIAN": frozenset({"hy"}),
    "ETHIOPIC": frozenset({"am"}),
    "DEVANAGARI": frozenset({"hi", "ne"}),
    "BENGALI": frozenset({"bn"}),
    "TAMIL": frozenset({"ta"}),
    "SINHALA": frozenset({"si"}),
    "THAI": frozenset({"th"}),
    "LAO": frozenset({"lo"}),
    "KHMER": frozenset({"km"}),
    "MYANMAR": frozenset({"my"}),
    "TIBETAN": frozenset({"bo"}),
}
_ALSO_LATIN = {"kk", "sr", "tt"}
_NEVER_LATIN = frozenset[str]().union(*LANGUAGES.values()) - _ALSO_LATIN
_TAGS = {"Latn": LATIN, "Cyrl": "CYRILLIC", "Arab": "ARABIC"}  # of languages with several
_KANA = 0.1  # to each Chinese character: a text with more is Japanese
_ENOUGH = 50_000  # characters to tell by


def script_of_text(text: str) -> str | None:
    """The script of most of its letters; any kana make a text Japanese."""
    scripts: Counter[str] = Counter()
    for letter, times in Counter(text[:_ENOUGH]).items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "").partition(" ")[0]] += times
    if scripts[JAPANESE] > _KANA * scripts[CHINESE]:
        return JAPANESE
    return scripts.most_common(1)[0][0] if scripts else None


def script_of_language(code: str) -> str:
    """The script that a language (BCP 47) is most usually written in."""
    language, *tags = code.split("-")
    for tag in tags:
        if tag in _TAGS:
            return _TAGS[tag]
    return next((script for script, those in LANGUAGES.items() if language in those), LATIN)


def may_be_written_in(code: str, script: str) -> bool:
    """Whether texts in the language (BCP 47) may be in the script."""
    language = code.partition("-")[0]
    if script == LATIN:
        return language not in _NEVER_LATIN
    return language in LANGUAGES.get(script, ())
