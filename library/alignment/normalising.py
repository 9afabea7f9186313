"""Texts as streams of letters and digits, without spaces, in which each knows its word.

Typists, transcribers and recognition differ in spaces, case, accents and punctuation;
in the streams that are compared, nothing of these is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # written without spaces
_SPACE = "\\s\u25a1\u00a0\ufffd"
_WORD = re.compile(f"[{_IDEOGRAPH}]|[^{_SPACE}{_IDEOGRAPH}]+")
# Letters that decompose to nothing simpler, and are read as these.
# In private places, as the Medieval Unicode Font Initiative has them: vowels below a small e.
PRIVATE = str.maketrans({"\ue42c": "ä", "\ue644": "ö", "\ue72b": "ü"})
_ALIKE = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})


def words_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each word; an ideograph is a word of its own."""
    return [found.span() for found in _WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """The letters and digits alone: decomposed (NFKD), case folded, ligatures taken apart."""
    if word.isascii():
        folded = word.lower()
        return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
    whole = word.translate(PRIVATE)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", whole).casefold())
    return "".join(filter(str.isalnum, folded.translate(_ALIKE)))


@dataclass(frozen=True, eq=False)
class Stream:
    """The plain characters of some words, one after another.

    `owner` has for each character the number of its word, `place` where it stands in the
    whole stream; `starts` and `lengths` have an entry for every word of the whole.
    """

    text: str
    codes: NDArray[np.uint64]
    owner: Ints
    place: Ints
    starts: Ints
    lengths: Ints

    def only(self, words: Ints) -> Stream:
        """The stream of these words alone."""
        wanted = np.zeros(len(self.lengths), bool)
        wanted[words] = True
        keep = wanted[self.owner]
        codes = self.codes[keep]
        text = codes.astype(np.uint32).tobytes().decode("utf-32-le")
        return Stream(text, codes, self.owner[keep], self.place[keep], self.starts, self.lengths)


def stream_of(words: Sequence[str]) -> Stream:
    folded = [plain(word) for word in words]
    lengths = np.fromiter(map(len, folded), np.int64, len(folded))
    text = "".join(folded)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    starts = np.cumsum(lengths) - lengths
    owner = np.repeat(np.arange(len(folded)), lengths)
    return Stream(text, codes, owner, np.arange(len(text)), starts, lengths)
