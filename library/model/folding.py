"""Finding words whatever their case, accents and line breaks.

A folded text is compatibility decomposed (NFKD), without combining marks, case folded, its
ligatures taken apart (æro is aero) and its crossed letters plain (Łódź is lodz); runs of
white space are one space, typographic quotes and dashes are the plain ones, and a word that
a hyphen breaks at the end of a line is whole.  Offsets are in code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_PLAIN = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
_PLAIN |= {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\u00ad": ""}
_PLAIN |= dict.fromkeys("\u200b\u2060\ufeff", "")
_PLAIN |= dict.fromkeys("\u25a1\ufffd", " ")  # what archives' PDFs print for tabs and blanks
# In private places, as the Medieval Unicode Font Initiative has them: vowels below a small e.
PRIVATE = str.maketrans({"\ue42c": "ä", "\ue644": "ö", "\ue72b": "ü"})
# Letters that decompose to nothing simpler, and are read as these.
READ_AS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})
# Characters that are words of their own, inside a set of a regular expression.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SPACES = re.compile(" {2,}")
# The hyphen first: few characters are one, and what stands before it is looked at there only.
_BROKEN = re.compile(r"[-‐⸗¬\u00ad](?<=[^\W\d_].)[ \t]*\n[ \t]*(?=[^\W\d_])")


class _Folds(dict[int, str]):
    """What each character folds to, found once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _PLAIN.get(character)
        if folded is None:
            decomposed = unicodedata.normalize("NFKD", character.translate(PRIVATE))
            folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
            folded = folded.translate(READ_AS)
            folded = "".join(" " if c.isspace() else c for c in folded)
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text with all differences taken away that a search should not mind."""
    folded = _joined(text).translate(_FOLDS)
    return _SPACES.sub(" ", folded) if "  " in folded else folded


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the one of `text` that it comes from."""
    folded = fold(text)
    return folded, _sources(text, folded)


def find_all(query: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `query` stands in `text`, as start and end; hits do not overlap."""
    wanted = fold(query)
    folded = fold(text) if wanted.strip() else ""
    at = folded.find(wanted) if folded else -1
    sources = _sources(text, folded) if at >= 0 else ()
    while at >= 0:
        yield sources[at], end_of(text, sources[at + len(wanted) - 1])
        at = folded.find(wanted, at + len(wanted))


def end_of(text: str, last: int) -> int:
    """The end of what has its last character there, with the combining marks on it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _joined(text: str) -> str:
    """Words whole again that were broken at the end of a line; Anglo-\\nSaxon stays as it is."""
    return _BROKEN.sub(_kept_break, text) if "\n" in text else text


def _kept_break(match: re.Match[str]) -> str:
    return match[0] if match.string[match.end()].isupper() else ""


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what `_joined` leaves out."""
    return (each.span() for each in _BROKEN.finditer(text) if not _kept_break(each))


def _sources(text: str, folded_text: str) -> Sequence[int]:
    """For each character of the folded text, where it comes from."""
    if text.isascii() and len(folded_text) == len(text):
        return range(len(text))
    sources: list[int] = []
    after_space = False
    start = 0
    for end, next_start in (*_breaks(text), (len(text), len(text))):
        for index in range(start, end):
            for folded in _FOLDS[ord(text[index])]:
                if not (after_space and folded == " "):
                    sources.append(index)
                after_space = folded == " "
        start = next_start
    return sources
