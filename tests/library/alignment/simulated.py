"""Made-up typescripts with known truth: a text, and what recognition reads from its pages.

The language has a few frequent short words and many rare ones, as languages do.  Noise is
what recognition does: letters misread, lost and doubled, words run together or broken, lines
lost; words are broken at the ends of lines, stamps lie between them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from random import Random

from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind, ScanPageWords, ScanWord

SIZE = 600.0, 800.0  # points
PITCH, LEADING, HEIGHT = 7.2, 13.0, 10.0
COLUMNS, ROWS = 66, 48
MISREAD = {"e": "co", "c": "eo", "o": "0ce", "l": "1iI", "i": "l1j", "n": "ru", "m": "rn"}
MISREAD |= {"u": "ny", "a": "so", "s": "5a", "t": "fl", "f": "t", "h": "bn", "b": "h6"}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
STAMPS = ("SECRET", "RECEIVED", "COPY", "No.", "ARCHIVE", "1947")


@dataclass
class Typescript:
    words: list[str]
    pages: list[ScanPageWords]
    truth: list[list[tuple[int, Box]]]  # for each word, its boxes; none where it is not there
    starts: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words)


def vocabulary(chance: Random, size: int = 4000) -> list[str]:
    syllables = [c + v + e for c in "bcdfghlmnprstvw" for v in "aeiou" for e in ("", "n", "r", "s")]
    short = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "by", "&", "(", "-"]
    rare = (
        "".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(size)
    )
    return short + list(dict.fromkeys(rare))


def prose(chance: Random, count: int) -> list[str]:
    words = vocabulary(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    text = chance.choices(words, weights, k=count)
    for nth in range(9, count, 10):
        text[nth] += chance.choice((".", ",", ";"))
    for nth in range(40, count - 40, 260):  # a phrase that comes again and again
        text[nth : nth + 6] = ["with", "reference", "to", "the", "above", "subject"]
    return text


def typescript(
    count: int,
    errors: float = 0.0,
    seed: int = 0,
    *,
    missing: float = 0.0,
    swapped: float = 0.0,
    words: list[str] | None = None,
) -> Typescript:
    """`count` words with this character error rate; parts of the pages missing or swapped."""
    chance = Random(seed)
    words = words if words is not None else prose(chance, count)
    lines, truth = _typed(chance, words)
    pages = [
        _read(chance, nth, lines[at : at + ROWS], errors)
        for nth, at in enumerate(range(0, len(lines), ROWS))
    ]
    order = [nth for nth in range(len(pages)) if chance.random() >= missing]
    for nth in range(len(order) - 1):
        if chance.random() < swapped:
            other = chance.randrange(len(order))
            order[nth], order[other] = order[other], order[nth]
    new = {old: nth for nth, old in enumerate(order)}
    found = [[(new[page], box) for page, box in each if page in new] for each in truth]
    scans = [ScanPageWords(nth, pages[old].words, SIZE) for nth, old in enumerate(order)]
    return Typescript(words, scans, found)


Typed = list[tuple[int, str]]  # column and letters of what stands on a line


def _typed(chance: Random, words: list[str]) -> tuple[list[Typed], list[list[tuple[int, Box]]]]:
    lines: list[Typed] = [[]]
    truth: list[list[tuple[int, Box]]] = [[] for _ in words]
    column = 4
    for nth, word in enumerate(words):
        parts = [word]
        if column + len(word) > COLUMNS:
            room = COLUMNS - column - 1
            if len(word) >= 7 and room >= 3 and word.isalpha() and chance.random() < 0.3:
                cut = chance.randint(2, min(room, len(word) - 3))
                parts = [word[:cut] + "-", word[cut:]]
            else:
                lines.append([])
                column = 0
        for part in parts:
            if part is not parts[0]:
                lines.append([])
                column = 0
            lines[-1].append((column, part))
            row = len(lines) - 1
            truth[nth].append((row // ROWS, _box(column, len(part), row % ROWS)))
            column += len(part) + 1
        if chance.random() < 0.012:
            lines.append([])
            column = 4
    return lines, truth


def _box(column: float, length: float, row: int) -> Box:
    left, top = 50 + column * PITCH, 60 + row * LEADING
    return Box(
        left / SIZE[0], top / SIZE[1], (left + length * PITCH) / SIZE[0], (top + HEIGHT) / SIZE[1]
    )


def _read(chance: Random, page: int, lines: list[Typed], errors: float) -> ScanPageWords:
    rate = errors * math.exp(chance.gauss(-0.08, 0.4))
    words: list[ScanWord] = []
    for row, line in enumerate(lines):
        here = min(0.7, rate * math.exp(chance.gauss(-0.08, 0.4)))
        if line and chance.random() >= here * 0.04:
            words += _read_line(chance, row, line, here)
    for _ in range(chance.randint(0, 2)):
        at, spot = chance.randint(0, len(words)), chance.uniform(0.1, 0.8)
        stamp = ScanWord(chance.choice(STAMPS), Box(spot, spot, spot + 0.1, spot + 0.02), 1000)
        words.insert(at, stamp)
    return ScanPageWords(page, tuple(words), SIZE)


def _read_line(chance: Random, row: int, line: Typed, rate: float) -> list[ScanWord]:
    read: list[ScanWord] = []
    letters, first, last = "", 0, 0

    def end_word() -> None:
        nonlocal letters
        if letters:
            read.append(ScanWord(letters, _box(first, last - first + 1, row), row))
        letters = ""

    for column, typed in line:
        if chance.random() >= rate * 0.4:  # else the space is lost
            end_word()
        for nth, letter in enumerate(typed):
            seen = _seen(chance, letter, rate)
            if chance.random() < rate * 0.12:
                end_word()
            if seen:
                first = first if letters else column + nth
                letters, last = letters + seen, column + nth
    end_word()
    return read


def _seen(chance: Random, letter: str, rate: float) -> str:
    roll = chance.random()
    if roll < rate * 0.62:
        return chance.choice(
            MISREAD.get(letter.lower(), LETTERS) if roll < rate * 0.37 else LETTERS
        )
    if roll < rate * 0.82:
        return ""
    return letter + chance.choice(LETTERS) if roll < rate else letter


@dataclass
class Verdict:
    there: int  # words that stand on the scan
    right: int  # links on the right spot
    wrong: list[float]  # the certainties of those that are not
    linked: int
    certainties: list[tuple[float, bool]]

    @property
    def recall(self) -> float:
        return self.right / max(self.there, 1)

    def wrong_from(self, certainty: float) -> float:
        """The share of wrong ones among the links that are so sure or more."""
        sure = [right for said, right in self.certainties if said >= certainty]
        return sure.count(False) / max(len(sure), 1)


def verdict(made: Typescript, alignment: Alignment) -> Verdict:
    """Lines are hints and are not counted.  Right: on half of the word, and little else."""
    starts, at = {}, 0
    for nth, word in enumerate(made.words):
        starts[at] = nth
        at += len(word) + 1
    judged: list[tuple[float, bool]] = []
    right = set()
    for link in alignment.links:
        if link.kind is not LinkKind.LINE:
            nth = starts[link.start]
            good = _is_right(link, made.truth[nth])
            judged.append((link.certainty, not _is_far(link, made.truth[nth])))
            if good:
                right.add(nth)
    there = sum(bool(each) for each in made.truth)
    wrong = [said for said, good in judged if not good]
    return Verdict(there, len(right), wrong, len(judged), judged)


def _is_right(link: Link, truth: list[tuple[int, Box]]) -> bool:
    shared = _shared(link, truth)
    area = sum(box.width * box.height for page, box in truth if page == link.page)
    own = sum(box.width * box.height for box in link.boxes)
    return shared > 0 and shared >= 0.5 * area and shared >= 0.4 * own


def _is_far(link: Link, truth: list[tuple[int, Box]]) -> bool:
    area = sum(box.width * box.height for page, box in truth)
    return _shared(link, truth) <= 0.1 * area


def _shared(link: Link, truth: list[tuple[int, Box]]) -> float:
    return sum(
        max(0.0, min(box.right, other.right) - max(box.left, other.left))
        * max(0.0, min(box.bottom, other.bottom) - max(box.top, other.top))
        for page, box in truth
        if page == link.page
        for other in link.boxes
    )
