"""From joined words to links: boxes on pages, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional

import numpy as np

from library.alignment.calibration import calibrated
from library.alignment.filling import hint
from library.alignment.fixing import covers
from library.alignment.joined_words import Found, Joins, Scan
from library.alignment.normalising import plain
from library.model.geometry import Box, box_around
from library.model.link import Link, LinkKind, Range, ScanPageWords, ScanWord, Stray

_FROM_THE_RIGHT = "R", "AL"  # Hebrew, and Arabic


def links_of(
    scan: Scan,
    joins: Joins,
    pages: Sequence[ScanPageWords],
    ranges: Sequence[Range],
    fixed: frozenset[int],
) -> list[Link]:
    """The links of all words but the fixed ones; a word on two pages has one on either."""
    links = []
    scores = np.array([found.certainty if found else 0.0 for found in joins])
    sure = calibrated(scores).tolist()
    lines, numbers = scan.lines.tolist(), scan.pages.tolist()
    for word, found in enumerate(joins):
        if found and word not in fixed:
            for page, boxes in _boxes(scan, found, lines, numbers).items():
                number = pages[page].page
                links.append(Link(*ranges[word], number, boxes, sure[word], found.kind))
    return links + _hints(scan, joins, pages, ranges, fixed)


def _hints(
    scan: Scan,
    joins: Joins,
    pages: Sequence[ScanPageWords],
    ranges: Sequence[Range],
    fixed: frozenset[int],
) -> list[Link]:
    links = []
    for word, (where, certainty) in hint(joins, scan).items():
        if word not in fixed:
            page = pages[int(scan.pages[where[0]])].page
            boxes = tuple(_line_box(scan, each) for each in where)
            links.append(Link(*ranges[word], page, boxes, certainty, LinkKind.LINE))
    return links


def _boxes(
    scan: Scan, found: Found, lines: list[int], pages: list[int]
) -> dict[int, tuple[Box, ...]]:
    """By page, a box for each line on which a part of the word stands."""
    if len(found.words) == 1:
        (word,), (span,) = found.words, found.spans
        return {pages[word]: (_part(scan.words[word], span),)}
    by_line: dict[tuple[int, int], Box] = {}
    for word, span in zip(found.words, found.spans, strict=True):
        spot = pages[word], lines[word]
        part = _part(scan.words[word], span)
        by_line[spot] = box_around([by_line[spot], part]) if spot in by_line else part
    by_page: dict[int, tuple[Box, ...]] = {}
    for (page, _), box in by_line.items():
        by_page[page] = (*by_page.get(page, ()), box)
    return by_page


def _part(word: ScanWord, span: tuple[float, float]) -> Box:
    """This share of the word's box, from the side where its script begins."""
    box = word.box
    if span == (0.0, 1.0):
        return box
    if any(bidirectional(letter) in _FROM_THE_RIGHT for letter in word.text):
        span = 1 - span[1], 1 - span[0]
    left, right = (box.left + box.width * share for share in span)
    return Box(left, box.top, right, box.bottom)


def _line_box(scan: Scan, word: int) -> Box:
    """The whole line on which the word stands."""
    line = np.flatnonzero(scan.lines == scan.lines[word]).tolist()
    return box_around([scan.words[each].box for each in line])


def strays(
    pages: Sequence[ScanPageWords], used: set[int], fixed: Sequence[Link]
) -> tuple[Stray, ...]:
    """The words with letters that are not `used` (by identity) and in no fixed box."""
    return tuple(
        (page.page, word)
        for page in pages
        for word in page.words
        if id(word) not in used
        and plain(word.text)
        and not any(link.page == page.page and covers(link, word) for link in fixed)
    )


def lost_ranges(ranges: Sequence[Range], links: Sequence[Link]) -> tuple[Range, ...]:
    """Runs of words without a link, each as one range."""
    linked = {(link.start, link.end) for link in links if link.kind is not LinkKind.LINE}
    covered = sorted(linked - set(ranges))  # of fixed links, which may span several words
    lost: list[Range] = []
    before = True
    for start, end in ranges:
        free = (start, end) not in linked
        free = free and not any(begin < end and start < stop for begin, stop in covered)
        if free:
            lost[-1:] = [(lost[-1][0], end)] if not before else [*lost[-1:], (start, end)]
        before = not free
    return tuple(lost)
