"""Texts that were edited at random, with the truth on where every character went.

Three strengths: a text corrected lightly; one corrected heavily; and one edited anew, with
paragraphs left out, moved, doubled and new ones between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from library.model.annotation import Passage, passage_of
from tests.library.alignment.simulated import prose

_PARAGRAPH = re.compile(r".+?(?:\n\n|\Z)", re.DOTALL)
_ADDED = ("the", "sic", "[illegible]", "of", "and", "Comrade", "not", "1947")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TORN = 40  # characters between two parts of a passage that no longer belong together
_LENGTHS = 12, 25, 60, 150  # code points of a passage

Place = tuple[int, int]


@dataclass(frozen=True)
class Strength:
    """How often each thing happens: by letter, by word, and by paragraph."""

    letters: float = 0.0  # misread or misspelt
    words: float = 0.0  # one put in, or taken out
    breaks: float = 0.0  # a space that becomes a line break
    left_out: float = 0.0
    moved: float = 0.0
    doubled: float = 0.0  # a copy is put elsewhere
    new: float = 0.0  # one of other text is put in before it


STRENGTHS = {
    "lightly": Strength(letters=0.01, words=0.01),
    "heavily": Strength(letters=0.06, words=0.04, breaks=0.02),
    "anew": Strength(0.03, 0.03, 0.01, left_out=0.15, moved=0.1, doubled=0.03, new=0.05),
}


@dataclass(frozen=True)
class Edited:
    old: str
    new: str
    went: list[int | None]  # for each character of the old text, where it is in the new one

    def truth(self, start: int, end: int) -> Place | None:
        """Where a passage is now, or most of it; None where half of it or more is gone."""
        pieces: list[list[int]] = [[]]
        for place in self.went[start:end]:
            if place is not None:
                if pieces[-1] and not -1 <= place - pieces[-1][-1] <= _TORN:
                    pieces.append([])
                pieces[-1].append(place)
        most = max(pieces, key=len)
        return (most[0], most[-1] + 1) if len(most) >= 0.5 * (end - start) else None


def paragraphs_of(chance: Random, words: int) -> str:
    """Prose in paragraphs, some of which begin or end alike, as letters and minutes do."""
    text, parts = prose(chance, words), []
    while text:
        size = chance.randint(8, 90)
        part, text = " ".join(text[:size]), text[size:]
        parts.append(chance.choice(("", "", "", "Top secret. Copy No. 2. ")) + part)
    return "\n\n".join(parts)


def edited(chance: Random, text: str, strength: Strength) -> Edited:
    went: list[int | None] = [None] * len(text)
    new: list[str] = []
    for (start, end), is_copy in _order(chance, text, strength):
        if chance.random() < strength.new:
            new += [*paragraphs_of(chance, 40), "\n", "\n"]
        _write(chance, text, start, end, strength, new, [] if is_copy else went)
    return Edited(text, "".join(new), went)


def passages(chance: Random, text: str, count: int, version: str = "v") -> list[Passage]:
    found = []
    for _ in range(count):
        length = min(chance.choice(_LENGTHS), len(text))
        start = chance.randint(0, len(text) - length)
        found.append(passage_of(version, text, start, start + length))
    return found


def overlap(one: Place | None, other: Place | None) -> float:
    """What two places share, of what they cover together."""
    if one is None or other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(max(one[1], other[1]) - min(one[0], other[0]), 1)


def _order(chance: Random, text: str, strength: Strength) -> list[tuple[Place, bool]]:
    """The paragraphs as they come in the new text, and which of them are mere copies."""
    spans = [found.span() for found in _PARAGRAPH.finditer(text)]
    order = [(span, False) for span in spans if chance.random() >= strength.left_out]
    for each in [each for each in order if chance.random() < strength.moved]:
        order.remove(each)
        order.insert(chance.randint(0, len(order)), each)
    for span, _ in [each for each in order if chance.random() < strength.doubled]:
        order.insert(chance.randint(0, len(order)), (span, True))
    return order


def _write(
    chance: Random,
    text: str,
    start: int,
    end: int,
    strength: Strength,
    new: list[str],
    went: list[int | None],
) -> None:
    at = start
    while at < end:
        letter = text[at]
        if letter == " " and chance.random() < strength.words:
            if chance.random() < 0.5:
                new += " " + chance.choice(_ADDED)
            else:
                after = text.find(" ", at + 1, end)
                if after > 0:
                    at = after
                    continue
        if letter == " " and chance.random() < strength.breaks:
            letter = "\n"
        elif letter.isalpha() and chance.random() < strength.letters:
            letter = chance.choice(_LETTERS)
        if went:
            went[at] = len(new)
        new.append(letter)
        at += 1
