"""The words of a scan and of a text while they are being joined.

A scan word is known by its number over all pages, a text word by its number in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from library.alignment.normalising import Floats, Ints, Stream, stream_of
from library.model.link import LinkKind, ScanPageWords, ScanWord


@dataclass(frozen=True, eq=False)
class Scan:
    """The words of all pages, one after another."""

    words: tuple[ScanWord, ...]
    pages: Ints  # for each word, which of the pages given (not the page of the document)
    lines: Ints  # for each word, a number for its line over all pages
    boxes: Floats  # for each word: left, top, right, bottom
    stream: Stream


@dataclass(slots=True)
class Found:
    """Where one word of the text has been found.

    `spans` says which share of each scan word (0..1, from its first letter) is this word's.
    """

    words: list[int]  # of the scan, in order
    spans: list[tuple[float, float]]
    similarity: float  # 0..1: of their letters
    kind: LinkKind
    certainty: float = 0.0


Joins = list[Found | None]  # for each word of the text


def scan_of(pages: Sequence[ScanPageWords]) -> Scan:
    words = tuple(word for page in pages for word in page.words)
    numbers: dict[tuple[int, int], int] = {}
    lines = [
        numbers.setdefault((nth, word.line), len(numbers))
        for nth, page in enumerate(pages)
        for word in page.words
    ]
    counts = [len(page.words) for page in pages]
    boxes = [(word.box.left, word.box.top, word.box.right, word.box.bottom) for word in words]
    return Scan(
        words,
        np.repeat(np.arange(len(counts)), counts),
        np.array(lines, np.int64),
        np.array(boxes, float).reshape(-1, 4),
        stream_of([word.text for word in words]),
    )


def linked(joins: Joins) -> Ints:
    """The text words that have been found."""
    return np.array([nth for nth, found in enumerate(joins) if found], np.int64)


def first_words(joins: Joins, nothing: int) -> Ints:
    """For each text word the first scan word it was found in, or `nothing`."""
    return np.array([found.words[0] if found else nothing for found in joins], np.int64)
