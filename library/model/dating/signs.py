"""A written date in signs that are the same in every language, with a blank between them.

    3. März 1944 → 3 M03 1944         début mars 1944 → EARLY M03 1944
    3.III.1944   → 3 . R3 . 1944      весна 1944 г.   → M21 1944

Numbers stay what they are, R3 is a Roman three; a word that is none of a date stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields

from library.model.dating.english import ENGLISH
from library.model.dating.french import FRENCH
from library.model.dating.german import GERMAN
from library.model.dating.russian import RUSSIAN
from library.model.dating.spanish import SPANISH
from library.model.dating.words import DateWords

LANGUAGES = (ENGLISH, FRENCH, GERMAN, RUSSIAN, SPANISH)
_FIRST_SIGN = {"months": 1, "seasons": 21}  # EDTF writes seasons as months 21 to 24
_DASH = re.compile("[‐-―−]")
_DOUBT = re.compile(r"[\[(]\?[\])]")
_ENDING_OF_DECADE = re.compile(r"(?<!\d)(\d{3}0)['’-]?(?:s|er|е|х|ые)(?!\w)", re.ASCII)
_ENDING_OF_NUMBER = re.compile(
    r"(?<![0-9])([0-9]{1,3})[-.]?"
    r"(?:st|nd|rd|th|er|re|i?eme|nde|e|o|a|er[oa]|го|е|я|и|ое|ая|ыи|ои)(?!\w)"
)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_ROMAN = re.compile(r"(?P<tens>x{0,2})(?P<ones>ix|iv|v?i{0,3})(?:e|eme|th)?")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_NUMBER = re.compile(r"R?[0-9]+")
_LONGEST = 80  # characters of a written date
_IDLE = "IDLE"
_IDLE_AT_FIRST = {"TOWARDS", "LATER"}  # “à l'automne 1944”, “on 3 March 1944”


def in_signs(shown: str) -> str:
    """Never raises; what is too long to be a date is nothing."""
    if len(shown) > _LONGEST:
        return ""
    signs = [sign for sign in _signs(_tokens(shown)) if sign != _IDLE]
    while signs and signs[0] in _IDLE_AT_FIRST:
        del signs[0]
    return " ".join(
        sign for place, sign in enumerate(signs) if sign not in ".," or _parts(signs, place)
    )


def sign_table(language: DateWords) -> dict[tuple[str, ...], str]:
    """By the words of each phrase."""
    table = {}
    for field in fields(language):
        value = getattr(language, field.name)
        entries = value if isinstance(value, tuple) else (value,)
        for nth, phrases in enumerate(entries, _FIRST_SIGN.get(field.name, 1)):
            for phrase in filter(str.strip, phrases.split(",")):
                table[_tokens(phrase)] = _sign(field.name, nth)
    return table


def _sign(field: str, nth: int) -> str:
    if field in _FIRST_SIGN:
        return f"M{nth:02}"
    if field == "unknown":
        return "?"
    return str(nth) if field == "ordinals" else field.strip("_").upper()


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_folded(text)))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = _DOUBT.sub("?", _DASH.sub("-", plain)).translate({ord(c): None for c in "[]()"})
    plain = _ENDING_OF_NUMBER.sub(r"\1", _ENDING_OF_DECADE.sub(r"\1 decade of ", plain))
    return plain.replace("'", " ").replace("’", " ")


def _signs(tokens: tuple[str, ...]) -> Iterator[str]:
    place, before = 0, ""
    while place < len(tokens):
        length, sign = _phrase(tokens, place)
        if before.startswith("R") and tokens[place] == "в":
            sign = "CENTURY"  # “XIX в.”; elsewhere it means “in”
        yield sign
        place, before = place + length, sign


def _phrase(tokens: tuple[str, ...], place: int) -> tuple[int, str]:
    """How many tokens the longest phrase has that begins here, and its sign."""
    for length in range(min(_MOST_WORDS, len(tokens) - place), 0, -1):
        sign = _TABLE.get(tokens[place : place + length])
        if sign:
            return length, sign
    roman = _ROMAN.fullmatch(tokens[place])
    number = len(roman["tens"]) * 10 + _ONES[roman["ones"]] if roman else 0
    return 1, f"R{number}" if number else tokens[place]


def _parts(signs: list[str], place: int) -> bool:
    """Whether this stop or comma stands between two numbers."""
    return all(
        0 <= beside < len(signs) and _NUMBER.fullmatch(signs[beside])
        for beside in (place - 1, place + 1)
    )


_TABLE = {words: sign for language in LANGUAGES for words, sign in sign_table(language).items()}
_MOST_WORDS = max(map(len, _TABLE))
