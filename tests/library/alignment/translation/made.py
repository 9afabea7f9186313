"""Made-up texts and their translations, with known pairs of paragraphs.

Both languages have words of their own; the names, numbers and cognates of a paragraph stand
in either, the names spelt otherwise and the cognates with another ending.  Lengths differ as
those of translations do.  Some paragraphs are not translated, some are joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_SYLLABLES = [c + v + e for c in "bdfghklmnprstv" for v in "aeiou" for e in ("", "n", "r", "l")]
_RESPELT = (("sh", "sch"), ("v", "w"), ("k", "c"), ("f", "ph"), ("i", "y"))
_MARKS = (".", ".", ".", ".", "?", ":", "!", "")


@dataclass(frozen=True)
class Made:
    translation: list[str]
    original: list[str]
    pairs: set[tuple[int, int]]


def made(count: int, seed: int, dropped: float = 0.0, joined: float = 0.0) -> Made:
    """`count` paragraphs; these parts of those of the translation are left out or joined."""
    chance = Random(seed)
    names = [_word(chance, 2, 4).title() for _ in range(max(12, count // 3))]
    first, second = ([_word(chance, 1, 3) for _ in range(900)] for _ in range(2))
    whole = [_paragraph(chance, names, first, second) for _ in range(count)]
    return loosened(
        [ours for ours, _ in whole], [theirs for _, theirs in whole], chance, dropped, joined
    )


def loosened(
    translation: list[str], original: list[str], chance: Random, dropped: float, joined: float
) -> Made:
    """Texts in step, of whose translation these parts of the paragraphs are left out or joined."""
    numbers: list[list[int]] = []
    left: list[str] = []
    for nth, text in enumerate(translation):
        if chance.random() < dropped:
            continue
        if left and chance.random() < joined:
            numbers[-1].append(nth)
            left[-1] += " " + text
        else:
            numbers.append([nth])
            left.append(text)
    pairs = {(place, nth) for place, some in enumerate(numbers) for nth in some}
    return Made(left, original, pairs)


def _paragraph(
    chance: Random, names: list[str], first: list[str], second: list[str]
) -> tuple[str, str]:
    """The paragraph in either language."""
    ours: list[str] = []
    theirs: list[str] = []
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        length = chance.randint(4, 24)
        our_words = chance.choices(first, _weights(first), k=length)
        their_words = chance.choices(
            second, _weights(second), k=max(2, round(length * chance.gauss(1.1, 0.12)))
        )
        for word, respelt in _shared(chance, names):
            our_words.insert(chance.randint(0, len(our_words)), word)
            their_words.insert(chance.randint(0, len(their_words)), respelt)
        mark = chance.choice(_MARKS)
        ours.append(_sentence(our_words, mark))
        theirs.append(_sentence(their_words, mark if chance.random() < 0.93 else "."))
    return " ".join(ours), " ".join(theirs)


def _shared(chance: Random, names: list[str]) -> list[tuple[str, str]]:
    """What a sentence and its translation have in common, often nothing."""
    shared = []
    if chance.random() < 0.35:
        name = chance.choice(names)
        respelt = name
        for plain, other in _RESPELT:
            respelt = respelt.replace(plain, other) if chance.random() < 0.4 else respelt
        shared.append((name, respelt))
    if chance.random() < 0.2:
        number = str(chance.choice((chance.randint(1, 31), chance.randint(1900, 1960))))
        shared.append((number, number))
    if chance.random() < 0.25:
        cognate = _word(chance, 3, 4)
        shared.append((cognate + "ion", cognate + "ie"))
    return shared


def _sentence(words: list[str], mark: str) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:] + mark


def _word(chance: Random, least: int, most: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(least, most)))


def _weights(words: list[str]) -> list[float]:
    return [1 / (rank + 3) for rank in range(len(words))]
