"""Numbers that stand alone at the top or the foot of scan pages, and number them.

“-2-” says so by itself; “2”, “2.” or “- 2” may as well be a stamp or a figure.  They are page
numbers where they grow from page to page as the pages do, or where they say what the page is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from library.composing.rows import Row

_ALONE = re.compile(r"\W{0,2}\s?(\d{1,4})\s?\W{0,2}")
_EDGE = 2  # rows at the top, and at the foot, of a page
_NATURAL = 1  # what the first page's number is ahead of its place, where nothing stands before it
_AGREEING = 2  # pages that must be numbered alike

Numbered = tuple[int, int, int]  # which of the rows, the place of its page, the number


def page_numbers(rows: Sequence[Row]) -> Mapping[int, int]:
    """The page number in each of the rows that hold one, by their place among the rows."""
    found = list(_numbered(rows))
    pages: dict[int, set[int]] = defaultdict(set)  # by how far their numbers are ahead
    for _, page, number in found:
        pages[number - page].add(page)
    ahead = max(pages, key=lambda each: (len(pages[each]), each == _NATURAL), default=_NATURAL)
    if ahead != _NATURAL and len(pages[ahead]) < _AGREEING:
        return {}
    return {row: number for row, page, number in found if number - page == ahead and number > 1}


def _numbered(rows: Sequence[Row]) -> Iterator[Numbered]:
    """The rows at the edges of the pages that hold nothing but a number."""
    for page, some in groupby(enumerate(rows), key=lambda numbered: numbered[1].page):
        on_page = list(some)
        for nth, (place, row) in enumerate(on_page):
            at_edge = nth < _EDGE or nth >= len(on_page) - _EDGE
            if at_edge and (number := _ALONE.fullmatch(row.text)):
                yield place, page, int(number[1])
