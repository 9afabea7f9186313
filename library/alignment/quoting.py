"""Where a quotation stands in a text."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = ("'‘’‚‛′`´", '"“”„‟″«»')  # quotation marks that typists and keyboards exchange


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Start and end of each place, in code points.

    Exact places come first; where there is none, those that differ only in white space and
    in the form of quotation marks.
    """
    quote = unicodedata.normalize("NFC", quote)
    if not quote.strip():
        return []
    return _places(re.escape(quote), text) or _places(_folded(quote), text)


def _places(pattern: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, text)]


def _folded(quote: str) -> str:
    words = ("".join(_like(character) for character in word) for word in quote.split())
    return r"\s+".join(words)


def _like(character: str) -> str:
    return next((f"[{marks}]" for marks in _ALIKE if character in marks), re.escape(character))
