"""The text in sections, each of which stands on one page of the scan, or on none.

They are found quickly for a text of any length; the lines of a section only when they are
to be seen (`setting`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from library.joining.strip.anchors import cuts_of, has_place
from library.joining.strip.gaps import Alone, Gaps
from library.model.document import Version
from library.model.link import Alignment, Link

_FEW = 3  # words on another page, in the midst of a page, are there by mistake
_MOST_ALONE = 6000  # code points that stand alone, in one section


@dataclass(frozen=True, slots=True)
class Section:
    """`text[start:end]` stands on a page (of the document), or on none.

    Its lines begin at `first`; what is before that says that the page begins.  A page without
    words of the text has a section with `start` at `end`; where it shows the same words as
    another page, scanned twice, that one is `like`.
    """

    start: int
    end: int
    first: int
    page: int | None = None
    words: int = 0  # that have a place
    like: int | None = None


@dataclass(slots=True)
class _Run:
    """Words that follow each other on one page: from the first's start to the last's end."""

    page: int
    start: int
    end: int
    words: int = 1


def sectioning(
    version: Version, alignment: Alignment, pages: Sequence[int]
) -> Generator[None, None, tuple[Section, ...]]:
    """The sections in the order of the text, without a hole.

    `pages` are those of the scan whose words are known; those that the text does not have
    stand where their number puts them.  Each `yield` is a place to breathe.
    """
    reader = _Reader(version.text)
    placed = filter(has_place, alignment.links)
    for _, links in groupby(placed, key=attrgetter("page")):
        reader.read(list(links))
        yield
    reader.finish()
    sections = list(_sections(Gaps(version), len(version.text), _steady(reader.runs)))
    shown = {section.page for section in sections}
    for page in pages:
        if page not in shown:
            _put_in(sections, page, reader.like(page))
    return tuple(sections)


class _Reader:
    """Follows the words from page to page."""

    def __init__(self, text: str) -> None:
        self.runs: list[_Run] = []
        self._text = text
        self._word: list[Link] = []  # that may have more places
        self._last: Sequence[Link] = ()
        self._twice: defaultdict[int, Counter[int]] = defaultdict(Counter)

    def read(self, links: Sequence[Link]) -> None:
        """Take the next links, all on one page; the first may be the last word once more."""
        first = links[0]
        if not self._word or first.start != self._word[0].start:
            self.finish()
        self._word.append(first)
        if len(links) > 1:
            self.finish()
            self._read_on(links[1:-1])
            self._word = [links[-1]]

    def finish(self) -> None:
        """There are no more places of the last word."""
        word, self._word = self._word, []
        if word:
            self._read_word(word)

    def _read_on(self, links: Sequence[Link]) -> None:
        """Take words that have one place each, on the same page."""
        here = self.runs[-1]
        if links and links[0].page == here.page:
            here.end, here.words = max(here.end, links[-1].end), here.words + len(links)
        else:
            for link in links:
                self._read_word([link])

    def _read_word(self, word: Sequence[Link]) -> None:
        """Take a word with its places: several where pages were scanned twice."""
        here = self.runs[-1] if self.runs else None
        if here is not None and any(link.page == here.page for link in word):
            here.end, here.words = max(here.end, word[0].end), here.words + 1
            page = here.page
        elif here is None or word[0].start >= here.end:
            page = min(link.page for link in word)
            start = self._broken(page) or word[0].start
            self.runs.append(_Run(page, start, word[0].end))
        else:
            return
        for link in word:
            if link.page != page:
                self._twice[link.page][page] += 1
        self._last = word

    def like(self, page: int) -> int | None:
        """The page that shows the words of this one."""
        return next((each for each, _ in self._twice[page].most_common(1)), None)

    def _broken(self, page: int) -> int | None:
        """Where the last word is cut, if it goes on on this page, and no other word is on both."""
        if not self.runs or self._twice[page].total() >= _FEW:
            return None
        parts = [link for link in self._last if link.page in (self.runs[-1].page, page)]
        parts.sort(key=lambda link: link.page == page)
        if len(parts) != 2:
            return None
        boxes = [box for link in parts for box in link.boxes]
        cuts = cuts_of(self._text, parts[0].start, parts[0].end, boxes)
        if not cuts:
            return None
        self.runs[-1].end = cuts[len(parts[0].boxes) - 1]
        return self.runs[-1].end


def _steady(runs: Iterable[_Run]) -> list[_Run]:
    """Without the few words that seem to stand on another page than those around them."""
    steady: list[_Run] = []
    for run in runs:
        if len(steady) > 1 and steady[-1].words < _FEW and steady[-2].page == run.page:
            steady.pop()
        if steady and steady[-1].page == run.page:
            steady[-1] = replace(steady[-1], end=run.end, words=steady[-1].words + run.words)
        else:
            steady.append(run)
    return steady


def _sections(gaps: Gaps, length: int, runs: Sequence[_Run]) -> Iterator[Section]:
    """What stands on pages, and what stands alone between."""
    start = first = reached = 0
    page, words = None, 0
    for run, following in zip(runs, (*(run.start for run in runs[1:]), length), strict=False):
        gap = gaps.between(reached, gaps.word_start(run.start, reached))
        alone, after = gaps.alone(gap.before, gap.after), gap.after
        if alone and alone[-1].marker:  # it tells that this page begins
            after = alone.pop().start
        if page is not None:
            yield Section(start, gap.before, first, page, words)
        yield from _together(alone)
        start, first, reached = after, gap.after, gaps.word_end(run.end, following)
        page, words = run.page, run.words
    gap = gaps.between(reached, length)
    if page is not None:
        yield Section(start, gap.before, first, page, words)
    yield from _together(gaps.alone(gap.before, gap.after))


def _together(alone: Sequence[Alone]) -> Iterator[Section]:
    """Sections of what stands on no page, short enough to be set at once."""
    first = 0
    for nth, each in enumerate(alone):
        if each.end - alone[first].start > _MOST_ALONE and nth > first:
            yield Section(alone[first].start, each.start, alone[first].start)
            first = nth
    if alone:
        yield Section(alone[first].start, alone[-1].end, alone[first].start)


def _put_in(sections: list[Section], page: int, like: int | None) -> None:
    """Put a page without words of the text where its number puts it."""
    before = [each.page for each in sections if each.page is not None and each.page < page]
    at, place = 0, 0
    if before:
        nearest = max(before)
        at = max(n for n, each in enumerate(sections, 1) if each.page == nearest)
        place = sections[at - 1].end
    sections.insert(at, Section(place, place, place, page, like=like))
