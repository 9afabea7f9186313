"""Page in step: which part of a text goes with which scan page, until words are joined.

A text's pages begin where the file says so, else at the page markers of the original, and
are shared out by length between the places that are known.  Places on the scan are a page
of the document (from 0) and a part of its height (0..1); places in the text are offsets in
code points.  Going either way keeps order, and the start of a page that has text goes to
the start of that text and back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from library.model.document import Document, ParagraphRole, Version

Start = tuple[int, int]  # which of the scan pages (from 0), and the offset where it begins


@dataclass(frozen=True, slots=True)
class Paging:
    """The scan pages of a document over one text.

    `starts` has an offset for each of `pages`, and the end of the text after them.
    `set_starts` says where pages of the file begin on which a text is set, and no scan.
    """

    pages: tuple[int, ...]
    starts: tuple[int, ...]
    set_starts: Mapping[int, int] = field(default_factory=dict)

    def offset_of_page(self, page: int, part: float) -> int:
        """Where in the text the reader is when `part` of the page is above the view."""
        if page in self.set_starts:
            return self.set_starts[page]
        nth = bisect_left(self.pages, page)
        if nth == len(self.pages):
            return self.starts[-1]
        if self.pages[nth] != page:  # no scan: the next scan page begins after it
            return self.starts[nth]
        start, end = self.starts[nth], self.starts[nth + 1]
        return start + round(min(max(part, 0.0), 1.0) * (end - start))

    def page_of_offset(self, offset: int) -> tuple[int, float]:
        """The page that goes with this place in the text, and how far down it."""
        if not self.pages:
            return 0, 0.0
        nth = min(max(bisect_right(self.starts, offset) - 1, 0), len(self.pages) - 1)
        start, end = self.starts[nth], self.starts[nth + 1]
        part = (offset - start) / (end - start) if end > start else 0.0
        return self.pages[nth], min(max(part, 0.0), 1.0)

    def stretch_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the part of the text that goes with the page at an offset."""
        if not self.pages:
            return 0, self.starts[-1] if self.starts else 0
        nth = min(max(bisect_right(self.starts, offset) - 1, 0), len(self.pages) - 1)
        return self.starts[nth], self.starts[nth + 1]


def paging_of(document: Document, version: Version) -> Paging:
    """Share the text out among the scan pages; keep the answer while the text is in view."""
    paging = _over_scan(document, version)
    others = (other for other in document.versions if other.id != version.id)
    set_starts = {
        page: start for other in others for page, start in _through(document, other, paging)
    }
    set_starts.update(_set_starts(document, version))
    return replace(paging, set_starts=set_starts)


def _over_scan(document: Document, version: Version) -> Paging:
    pages, length = document.scan_pages, len(version.text)
    if known := _kept(_known_starts(version, pages), length):
        return Paging(pages, _as_set(known, len(pages), length))
    anchors = [(0, 0), *_kept(_marked_starts(version, len(pages)), length), (len(pages), length)]
    return Paging(pages, tuple(_shared_out(anchors)))


def _set_starts(document: Document, version: Version) -> list[Start]:
    """The pages on which this text is set, less those of the scan, and where each begins."""
    scan, length = set(document.scan_pages), len(version.text)
    starts = zip(version.pages, version.page_starts, strict=False)
    return [(page, min(start, length)) for page, start in starts if page not in scan]


def _through(document: Document, other: Version, paging: Paging) -> Iterable[Start]:
    """The pages of another text, by way of the scan pages that go with them."""
    if starts := _set_starts(document, other):
        over_scan = _over_scan(document, other)
        for page, start in starts:
            yield page, paging.offset_of_page(*over_scan.page_of_offset(start))


def offset_of_page(document: Document, version: Version, page: int, part: float) -> int:
    return paging_of(document, version).offset_of_page(page, part)


def page_of_offset(document: Document, version: Version, offset: int) -> tuple[int, float]:
    return paging_of(document, version).page_of_offset(offset)


def longest_increasing(starts: Sequence[Start]) -> list[Start]:
    """The longest run, gaps allowed, in which pages ascend with their offsets.

    Patience sorting (Fredman 1975); misread, repeated and misplaced markers fall out.
    """
    ordered = sorted(starts, key=lambda start: (start[1], start[0]))
    lowest: list[int] = []  # the page that ends the best run of each length
    ends: list[int] = []  # and where in `ordered` it stands
    before: list[int] = []  # what each one follows in its run
    for here, (nth, _) in enumerate(ordered):
        length = bisect_left(lowest, nth)
        before.append(ends[length - 1] if length else -1)
        if lowest[length : length + 1] != [nth]:  # of a repeated marker the first counts
            lowest[length : length + 1] = [nth]
            ends[length : length + 1] = [here]
    return _followed_back(ordered, before, ends[-1] if ends else -1)


def _followed_back(ordered: Sequence[Start], before: Sequence[int], last: int) -> list[Start]:
    run = []
    while last >= 0:
        run.append(ordered[last])
        last = before[last]
    return run[::-1]


def _kept(starts: Iterable[Start], length: int) -> list[Start]:
    return longest_increasing([start for start in starts if 0 <= start[1] <= length])


def _known_starts(version: Version, pages: tuple[int, ...]) -> list[Start]:
    """Where the file itself sets the text of the scan pages."""
    places = {page: nth for nth, page in enumerate(pages)}
    starts = zip(version.pages, version.page_starts, strict=False)
    return [(places[page], start) for page, start in starts if page in places]


def _marked_starts(version: Version, pages: int) -> list[Start]:
    """Where markers of the original say that its second and later pages begin."""
    return [
        (paragraph.number - 1, paragraph.start)
        for paragraph in version.paragraphs
        if paragraph.role is ParagraphRole.PAGE_MARKER
        and paragraph.number is not None
        and 1 < paragraph.number <= pages
    ]


def _as_set(known: Sequence[Start], pages: int, length: int) -> tuple[int, ...]:
    """The start of every page and the end; a page that the file gives no text has none."""
    places = [nth for nth, _ in known]
    starts = [*(start for _, start in known), length]
    return 0, *(starts[bisect_left(places, nth)] for nth in range(1, pages + 1))


def _shared_out(anchors: Iterable[Start]) -> Iterable[int]:
    """The start of every page and the end, in equal shares between what is known."""
    yield 0
    for (nth, start), (next_nth, end) in pairwise(anchors):
        for step in range(1, next_nth - nth + 1):
            yield start + (end - start) * step // (next_nth - nth)
