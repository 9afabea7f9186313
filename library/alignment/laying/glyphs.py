"""Characters as they look: small and capital ones, with and without accents, are alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from library.model.folding import PRIVATE

BLANK = " "
_DASHES, _QUOTES, _STROKES = "–—―‐‑⸗=¬_~", "„“”«»‟", "‘’‚‛´`′"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_STROKES, "'"),
        "″": '"',
        "…": ".",
        "·": ".",
        "•": ".",
    }
)


@lru_cache(maxsize=20_000)
def glyph(character: str) -> str:
    """One character for all that look like this; "" for a mark that sits on another."""
    if character.isspace():
        return BLANK
    base = unicodedata.normalize("NFD", character.translate(PRIVATE))[:1]
    if unicodedata.combining(base):
        return ""
    folded = base if base == "ſ" else base.casefold()
    return (folded if len(folded) == 1 else base).translate(_ALIKE)


def glyphs(word: str) -> str:
    return "".join(map(glyph, word))
