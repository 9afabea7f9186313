"""What a paragraph has that its translation has, too: numbers, names, marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from library.alignment.translation.months import month_named
from library.alignment.translation.numbers import numbers_in
from library.model.transliterating import sound

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2,}")  # their words are short
_LIST_MARK = re.compile(r"\(?([0-9]{1,3}|[a-zа-яα-ω]|[IVXLC]+)[.)]\s")
_SHORTEST = 4  # letters, as they sound, of a word that tells anything
_LONGEST_SHORT = 5  # letters of USA or NATO

MARKS = '?!();:"'
_PLAIN = str.maketrans("«»„“”「」『』？！（）；：。؟؛", '"""""""""?!();:.?;')
_GREEK = re.compile(r"[α-ωΑ-Ω]")
_SENTENCE = re.compile(r"[.?!]+(?=\s|$|[^\x00-\x7f])")
_CLOSING = " \"'’)]"


class Ending(StrEnum):
    """How a paragraph ends: headings and addresses lack the full stop."""

    SENTENCE = "."
    QUESTION = "?"
    EXCLAMATION = "!"
    COLON = ":"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Traits:
    length: int  # characters
    numbers: frozenset[str]
    names: frozenset[str]  # by their sound
    words: frozenset[str]  # those with a small letter, by their sound
    marks: tuple[int, ...]  # how often each of `MARKS` stands there
    sentences: int
    ending: Ending
    list_mark: str  # "1", "a", "IV": what a paragraph of a list begins with
    goes_on: int = 0  # how much speaks for its being but the rest of the paragraph before


def traits_of(texts: Sequence[str], page_starts: Collection[int]) -> list[Traits]:
    """The traits of each paragraph.

    `page_starts` are those before which is a page marker that the other text has not: there
    a paragraph may be parted that is whole in the other language.
    """
    before = ""
    found = []
    for nth, text in enumerate(texts):
        evident = text[:1].islower() and before[-1:].isalpha()
        goes_on = (nth in page_starts) + evident
        found.append(replace(_traits_of(text), goes_on=int(goes_on)))
        before = text
    return found


def _traits_of(text: str) -> Traits:
    names: set[str] = set()
    words: set[str] = set()
    for word in _WORD.findall(text):
        heard = sound(word)
        if word.isupper() and len(word) <= _LONGEST_SHORT:
            names.add(heard)
        elif len(heard) >= _SHORTEST and not month_named(word):
            (words if word[0].islower() else names).add(heard)
    words.update(pair for run in _UNSPACED.findall(text) for pair in map("".join, pairwise(run)))
    plain = text.translate(_PLAIN)
    if _GREEK.search(plain):
        plain = plain.replace(";", "?")
    mark = _LIST_MARK.match(text)
    told = text[mark.end() :] if mark else text
    return Traits(
        length=len(text),
        numbers=frozenset(numbers_in(told)),
        names=frozenset(names),
        words=frozenset(words),
        marks=tuple(map(plain.count, MARKS)),
        sentences=len(_SENTENCE.findall(plain)),
        ending=_ending(plain),
        list_mark=mark[1] if mark else "",
    )


def _ending(text: str) -> Ending:
    last = text.rstrip(_CLOSING)[-1:]
    return Ending(last) if last and last in ".?!:" else Ending.OPEN
