"""The words recognised on a scan as a text that can be read: a version of its own.

Lines are joined to paragraphs by how they lie on the page, words that were broken at the
ends of lines are put together.  That text and its words' places are made at once, so the
links are exact: their certainty is 1, for it says where the word stands, not how well it
was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from library.alignment.page_numbers import page_numbers
from library.alignment.scan_rows import ScanRow, scan_rows
from library.composing.composer import BREAKS, Composed, Composer, words_of
from library.composing.paragraphs import composing
from library.composing.rows import Row
from library.model.document import Version, VersionKind
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind, ScanPageWords
from library.progress import quietly

LABEL = "Recognised text"


@dataclass(frozen=True, slots=True)
class Part:
    """A word, or what of it stands on one line; `goes_on` where the next line has more of it."""

    start: int
    end: int
    page: int  # of the document
    box: Box
    goes_on: bool


def recognised_text(
    pages: Sequence[ScanPageWords], version_id: str, language: str | None
) -> tuple[Version, Alignment]:
    """The text of these pages, and where each of its words stands on them.

    `language` is a BCP 47 code.  A word that goes on in the next line has a box on either;
    where that line is on another page, it has a link on either.
    """
    rows = list(scan_rows(pages))
    lines = _with_page_numbers([row.row for row in rows])
    composer = Composer(_whole_words(lines), mend_unknown=True)
    composed = quietly(composing(lines, len(pages), composer))
    version = Version(
        id=version_id,
        label=LABEL,
        kind=VersionKind.RECOGNISED,
        language=language,
        pages=tuple(page.page for page in pages),
        text=composed.text,
        paragraphs=composed.paragraphs,
        page_starts=composed.page_starts,
    )
    return version, Alignment(version_id, tuple(_links(rows, composed, version.pages)))


def _with_page_numbers(rows: Sequence[Row]) -> list[Row]:
    numbers = page_numbers(rows)
    return [replace(row, page_number=numbers.get(nth)) for nth, row in enumerate(rows)]


def _whole_words(rows: Sequence[Row]) -> set[str]:
    """The words of the rows but for those that may be parts of one."""
    ends = [row.text.endswith(BREAKS) for row in rows]
    whole = []
    for row, is_broken, was_broken in zip(rows, ends, [False, *ends], strict=False):
        words = row.text.split(" ")
        whole.append(" ".join(words[was_broken : len(words) - is_broken]))
    return words_of(whole)


def _links(rows: Sequence[ScanRow], composed: Composed, pages: Sequence[int]) -> Iterator[Link]:
    word: list[Part] = []
    for part in _parts(rows, composed, pages):
        if word and not word[-1].goes_on:
            yield from _links_of(word)
            word = []
        word.append(part)
    if word:
        yield from _links_of(word)


def _parts(rows: Sequence[ScanRow], composed: Composed, pages: Sequence[int]) -> Iterator[Part]:
    """Every word, those that are broken in their parts; these lack their hyphens."""
    starts = [*composed.line_starts, len(composed.text) + 1]
    for row, (start, following) in zip(rows, pairwise(starts), strict=True):
        for word, begin, end in row.words:
            stop = min(start + end, following)
            yield Part(start + begin, stop, pages[row.row.page], word.box, stop < start + end)


def _links_of(word: Sequence[Part]) -> Iterator[Link]:
    """A link for each page on which the parts of a word stand."""
    for page, parts in groupby(word, key=lambda part: part.page):
        boxes = tuple(part.box for part in parts)
        yield Link(word[0].start, word[-1].end, page, boxes, 1.0, LinkKind.WORD)
