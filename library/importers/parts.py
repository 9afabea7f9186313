"""What `Contents:` on a cover names, and which pages of the body belong to each part.

The parts stand in the order of the body, but no page says which it belongs to.  A scan
is a picture, with or without hidden text; a page set in type is text.  Where several
texts follow each other, language, a scan between them and a short last page tell them
apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from library.composing.blanks import folded
from library.importers.languages import guess_language
from library.model.document import PageKind, VersionKind
from library.model.languages import language_code
from library.pages.contents import PageContents

_SCAN = re.compile(r"\bscan(?:s|ned)?\b|^original (?:document|text|image)", re.IGNORECASE)
_KINDS = {
    "transcript": VersionKind.TRANSCRIPT,
    "transcripts": VersionKind.TRANSCRIPT,
    "transcription": VersionKind.TRANSCRIPT,
    "translation": VersionKind.TRANSLATION,
    "translations": VersionKind.TRANSLATION,
    "text": VersionKind.TEXT,
}
_KIND = "|".join(_KINDS)
_TEXT = re.compile(
    rf"(?P<kind>{_KIND})(?:\s*[-‐-—:]\s*(?P<after>[^\d]+?))?(?:\s*\(?\d\)?)?"
    rf"|(?P<before>[^\d]+?)\s+(?P<named>{_KIND})(?:\s*\(?\d\)?)?",
    re.IGNORECASE,
)
_MOSTLY = 0.5  # part of a page that the picture of a scan covers at least
_STAMP = 160  # characters set over a scan that do not make it a page of text
_MOST_PARTS = 40
_SHORT_PAGE = 0.75  # of the height that full pages of text fill


@dataclass(frozen=True, slots=True)
class Part:
    """A part that the cover names; `kind` is None for a scan."""

    label: str
    kind: VersionKind | None
    language: str | None = None


def read_part(label: str) -> Part | None:
    """The part, None where the words name none."""
    if match := _TEXT.fullmatch(label):
        kind = _KINDS[(match["kind"] or match["named"]).casefold()]
        return Part(label, kind, language_code(match["after"] or match["before"] or ""))
    return Part(label, None) if _SCAN.search(label) else None


def read_parts(contents: Sequence[str]) -> tuple[Part, ...]:
    """The parts at the head of these lines: what follows them is the page's foot."""
    parts: list[Part] = []
    for label in contents:
        part = read_part(label)
        if part is None:
            break
        parts.append(part)
    return tuple(parts[:_MOST_PARTS])


def page_kinds(pages: Sequence[PageContents], cover_pages: int) -> tuple[PageKind, ...]:
    """The role of each page; an empty page is what the page before it is."""
    kinds = [PageKind.COVER] * min(cover_pages, len(pages))
    for page in pages[cover_pages:]:
        before = kinds[-1] if kinds else PageKind.COVER
        kinds.append(page_kind(page, PageKind.TEXT if before is PageKind.TEXT else PageKind.SCAN))
    return tuple(kinds)


def page_kind(page: PageContents, if_empty: PageKind = PageKind.SCAN) -> PageKind:
    if page.picture_cover >= _MOSTLY and (page.hidden_text or _letters(page) <= _STAMP):
        return PageKind.SCAN
    if any(folded(line.text) for line in page.lines):
        return PageKind.SCAN if page.hidden_text else PageKind.TEXT
    return PageKind.SCAN if page.picture_cover else if_empty


def _letters(page: PageContents) -> int:
    return sum(len(folded(line.text)) for line in page.lines)


def divide(
    pages: Sequence[int], parts: Sequence[Part], contents: Sequence[PageContents]
) -> tuple[tuple[int, ...], ...]:
    """The pages (of text, in order) that belong to each of the parts, in order.

    Of all ways to cut the pages into that many runs, the one whose languages and cuts
    fit best; a part is left without pages only where there are too few.
    """
    if len(parts) == 1:
        return (tuple(pages),)
    scoring = _Scoring(pages, parts, contents)

    @cache
    def best(part: int, start: int) -> tuple[float, tuple[int, ...]]:
        """Score and cuts for the parts from `part` on, which begin at `start`."""
        if part == len(parts) - 1:
            return scoring.run(part, start, len(pages)), (len(pages),)
        options = []
        for end in range(start, len(pages) + 1):
            score, cuts = best(part + 1, end)
            here = scoring.run(part, start, end) + scoring.cut(end)
            options.append((score + here, (end, *cuts)))
        return max(options, key=lambda option: option[0])

    ends = best(0, 0)[1]
    starts = (0, *ends[:-1])
    return tuple(tuple(pages[s:e]) for s, e in zip(starts, ends, strict=True))


class _Scoring:
    """How well a run of pages fits a part, and how well a cut fits between two pages."""

    def __init__(
        self, pages: Sequence[int], parts: Sequence[Part], contents: Sequence[PageContents]
    ) -> None:
        self._parts = parts
        self._pages = pages
        self._contents = [contents[page] for page in pages]
        among = tuple(dict.fromkeys(part.language for part in parts if part.language))
        texts = ["\n".join(line.text for line in page.lines) for page in self._contents]
        guesses = [guess_language(text, among) for text in texts]
        self._fits = {code: list(accumulate(_fits(guesses, code), initial=0.0)) for code in among}
        heights = [_filled(page) for page in self._contents]
        self._full = max(heights, default=1.0) or 1.0

    def run(self, part: int, start: int, end: int) -> float:
        if start == end:
            return -5.0
        expected = self._parts[part].language
        return self._fits[expected][end] - self._fits[expected][start] if expected else 0.0

    def cut(self, place: int) -> float:
        """Between the pages `place - 1` and `place`."""
        if not 0 < place < len(self._pages):
            return 0.0
        apart = self._pages[place] - self._pages[place - 1] > 1
        short = _filled(self._contents[place - 1]) < _SHORT_PAGE * self._full
        return 3.0 * apart + 1.0 * short


def _fits(guesses: Sequence[str | None], code: str) -> Iterator[float]:
    for guess in guesses:
        yield 0.0 if guess is None else 2.0 if guess == code else -2.0


def _filled(page: PageContents) -> float:
    """How far down the page its text reaches, as part of its height."""
    return max((line.bottom for line in page.lines), default=0.0) / (page.height or 1.0)
