"""Links that the reader has made are fixed points of an alignment.

For each, the words of the text and the words in its boxes are replaced by a mark that
stands nowhere else, on either side: seeds find it, and chains run through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from library.model.geometry import box_around
from library.model.link import Link, Range, ScanPageWords, ScanWord

_FIRST_MARK = 0x20000  # ideographs that no archive's typist wrote
_LAST_MARK = 0x2A6DF
_REPEATED = 30  # as many characters as the longest chain must cover


@dataclass(frozen=True, slots=True)
class Marked:
    """What is to be aligned: the words of the text as strings, and the pages."""

    words: list[str]
    pages: list[ScanPageWords]
    fixed: frozenset[int]  # words of the text whose links are fixed


def marked(
    text: str, ranges: Sequence[Range], pages: Sequence[ScanPageWords], links: Sequence[Link]
) -> Marked:
    words = [text[start:end] for start, end in ranges]
    new_pages = list(pages)
    fixed: set[int] = set()
    for nth, link in enumerate(links):
        inside = [
            number
            for number, (start, end) in enumerate(ranges)
            if start < link.end and end > link.start
        ]
        if not inside:
            continue
        fixed.update(inside)
        mark = chr(_FIRST_MARK + nth % (_LAST_MARK - _FIRST_MARK)) * _REPEATED
        for number in inside:
            words[number] = ""
        words[inside[0]] = mark
        new_pages = [
            _with_mark(page, link, mark) if page.page == link.page else page for page in new_pages
        ]
    return Marked(words, new_pages, frozenset(fixed))


def _with_mark(page: ScanPageWords, link: Link, mark: str) -> ScanPageWords:
    """The page with the mark in place of the words in the boxes of the link."""
    covered = [word for word in page.words if covers(link, word)]
    if not covered:
        return page
    first = covered[0]
    gone = set(map(id, covered[1:]))
    box = box_around([word.box for word in covered if word.line == first.line])
    words = (
        replace(word, text=mark, box=box) if word is first else word
        for word in page.words
        if id(word) not in gone
    )
    return replace(page, words=tuple(words))


def covers(link: Link, word: ScanWord) -> bool:
    """Whether the middle of the word lies in a box of the link."""
    return any(box.holds(*word.box.middle) for box in link.boxes)
