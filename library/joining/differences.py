"""What stands on the scan and not in the text, and in the text and not on the scan.

It is what is left over where a text is joined with its scan, put together to stretches and
freed of noise; and the words that stand on both sides, and are not the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from library.joining.left_over import InText, OnScan, left_over
from library.joining.readings import other_readings
from library.joining.same_words import without_same_words
from library.joining.whereabouts import Whereabouts
from library.model.annotation import Region
from library.model.difference import Difference, DifferenceKind
from library.model.document import Version
from library.model.link import Alignment, ScanPageWords

_CLEAR = 0.8  # certainty from which words on the scan were read well


def differences_of(
    version: Version,
    alignment: Alignment,
    pages: Sequence[ScanPageWords],
    scan_pages: Sequence[int],
) -> tuple[Difference, ...]:
    """The differences between a text and its scan in reading order.

    `pages` are those whose words are known, of the document's `scan_pages`.
    """
    where = Whereabouts(version.text, alignment, {page.page: page.size for page in pages})
    left = without_same_words(version.text, left_over(version, alignment, scan_pages, where), where)
    found = [
        *_on_scan(left.on_scan),
        *_in_text(left.in_text, where),
        *other_readings(version.text, alignment, pages),
    ]
    return tuple(sorted(found, key=_reading_order))


def _on_scan(left: Sequence[OnScan]) -> Iterator[Difference]:
    for each in left:
        if each.noise is None:
            stretch, place = each.stretch, each.place
            region = Region(stretch.page, stretch.boxes)
            is_clear = stretch.certainty >= _CLEAR
            kind = DifferenceKind.ON_SCAN
            yield Difference(kind, place, place, region, stretch.text, is_clear)


def _in_text(left: Sequence[InText], where: Whereabouts) -> Iterator[Difference]:
    for each in left:
        if each.noise is None:
            region = where.place_on_scan(each.start, each.end)
            yield Difference(DifferenceKind.IN_TEXT, each.start, each.end, region)


def _reading_order(difference: Difference) -> tuple[int, int, float]:
    region = difference.region
    place = (region.page, region.boxes[0].top) if region else (-1, 0.0)
    return difference.start, *place
