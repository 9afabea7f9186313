"""All that only one side has where a text is joined with its scan, and what of it is noise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from library.joining.noise import (
    Noise,
    is_page_number,
    noise_in_text,
    noise_on_scan,
)
from library.joining.stretches import Stretch, rows_of, stretches_of
from library.joining.whereabouts import Whereabouts
from library.model.document import Version
from library.model.link import Alignment, ScanWord

_UNJOINED = 0.1  # of a page's letters, joined: where it is less, nothing of the page is
_AFTER = 60  # characters of the text that come after a place


@dataclass(frozen=True, slots=True)
class OnScan:
    """A stretch that the text does not have, and where in the text it would stand."""

    stretch: Stretch
    place: int
    noise: Noise | None = None


@dataclass(frozen=True, slots=True)
class InText:
    """`text[start:end]`, which the scan does not have.

    It stands between joined words, one that ends at `after` and one that starts at
    `before`; `pages` are those that these two are on.
    """

    start: int
    end: int
    after: int
    before: int
    pages: frozenset[int]
    noise: Noise | None = None


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What has no noise is a difference."""

    on_scan: tuple[OnScan, ...]
    in_text: tuple[InText, ...]


def left_over(
    version: Version, alignment: Alignment, scan_pages: Sequence[int], where: Whereabouts
) -> LeftOver:
    """Every stray word in one stretch, and every stretch of the text that was not found.

    `scan_pages` are those of the document; the words of `where.pages` are known.
    """
    by_page: dict[int, list[ScanWord]] = {}
    for page, word in alignment.unmatched_words:
        by_page.setdefault(page, []).append(word)
    numbers = _numbers(version, scan_pages)
    on_scan = [
        each
        for page, strays in sorted(by_page.items())
        for each in _on_page(version.text, page, strays, numbers[page], where)
    ]
    unknown = sorted(set(scan_pages) - where.pages)
    in_text = [
        _in_text(version, start, end, unknown, where) for start, end in alignment.unmatched_ranges
    ]
    return LeftOver(tuple(on_scan), tuple(in_text))


def _numbers(version: Version, scan_pages: Sequence[int]) -> Mapping[int, set[int]]:
    """By page, the numbers that it may bear: its own, or one of those that the text names."""
    named = {each.number for each in version.paragraphs if each.number is not None}
    return {page: {nth, *named} for nth, page in enumerate(scan_pages, 1)}


def _on_page(
    text: str, page: int, strays: Sequence[ScanWord], numbers: set[int], where: Whereabouts
) -> Iterator[OnScan]:
    rows = list(rows_of(strays, where.boxes_on(page)))
    apart = [row for row in rows if is_page_number(row, numbers)]
    for row in apart:
        stretch = Stretch(page, (row,))
        yield OnScan(stretch, where.place_in_text(stretch), Noise.PAGE_NUMBER)
    others = [row for row in rows if row not in apart]
    for stretch in _stretches(page, others, where):
        place = where.place_in_text(stretch)
        in_a_line = where.is_in_a_line(page, stretch.box)
        noise = noise_on_scan(stretch, text[place : place + _AFTER], in_a_line=in_a_line)
        yield OnScan(stretch, place, noise)


def _stretches(
    page: int, rows: Sequence[tuple[ScanWord, ...]], where: Whereabouts
) -> Iterable[Stretch]:
    """A page of which as good as nothing is joined is one stretch."""
    if not rows:
        return ()
    whole = Stretch(page, tuple(rows))
    joined = where.letters_on(page)
    if joined < _UNJOINED * (joined + len(whole.letters)):
        return (whole,)
    return stretches_of(page, rows, where.boxes_on(page), where.size(page))


def _in_text(
    version: Version, start: int, end: int, unknown: Sequence[int], where: Whereabouts
) -> InText:
    before, after = where.neighbours(start, end)
    first = before.page if before else -1
    last = after.page if after else max(unknown, default=0) + 1
    low, high = sorted((first, last))
    noise = noise_in_text(version, start, end)
    if noise is None and any(low <= page <= high for page in unknown):
        noise = Noise.UNKNOWN_PAGE
    return InText(
        start,
        end,
        before.end if before else 0,
        after.start if after else len(version.text),
        frozenset(link.page for link in (before, after) if link),
        noise,
    )
