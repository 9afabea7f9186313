"""Words of several scripts and spellings as one: Молотов, Molotow and Molotov are alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "e", "ґ": "g", "ђ": "dj",
    "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ch", "џ": "dzh", "ѣ": "e", "ѳ": "f",
    "ѵ": "i",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
_TABLE = str.maketrans(_CYRILLIC | _GREEK | _LATIN)
# Greek writes some sounds of other languages with two letters.
_PAIRS = {"μπ": "b", "ντ": "d", "γκ": "g", "ου": "u", "ευ": "ev", "αυ": "av"}
_PAIR = re.compile("|".join(_PAIRS))

_SOUNDS = re.compile(r"ph|sch|tsch|tch|ch|kh|sh|zh|ts|ck|th")
_SOUND = {"ph": "f", "sch": "S", "tsch": "S", "tch": "S", "ch": "S", "sh": "S", "zh": "S"}
_SOUND |= {"kh": "h", "ts": "s", "ck": "k", "th": "t"}
_LETTERS = str.maketrans("cqzwyjx", "kksviik")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def in_latin(word: str) -> str:
    """The word in small Latin letters without accents; other scripts stay as they are."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _PAIR.sub(lambda pair: _PAIRS[pair[0]], plain).translate(_TABLE)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Roughly how the word sounds, the same for the spellings of several languages."""
    spelt = _SOUNDS.sub(lambda found: _SOUND[found[0]], in_latin(word))
    return _DOUBLED.sub(r"\1", spelt.translate(_LETTERS))
