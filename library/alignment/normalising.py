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

from library.model.folding import IDEOGRAPHS, PRIVATE, READ_AS

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_SPACE = "\\s\u25a1\u00a0\ufffd"
_WORD = re.compile(f"[{IDEOGRAPHS}]|[^{_SPACE}{IDEOGRAPHS}]+")


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
    return "".join(filter(str.isalnum, folded.translate(READ_AS)))


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
