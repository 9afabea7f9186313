"""Page markers of the original that two texts share: where both are at the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from library.alignment.normalising import Floats, Ints
from library.alignment.paging import longest_increasing
from library.alignment.translation.band import Band, Bead
from library.model.document import Paragraph, ParagraphRole

# How many paragraphs, those that are page markers apart, stand before it in either text.
FixedPoint = tuple[int, int]

# Logarithms of odds: now and then a marker is misread, or set before or after the paragraph
# within which it belongs.
_STRAIN, _STRAIN_WITHIN = 4.0, 2.0


def fixed_points(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> list[FixedPoint]:
    """The markers that both have, in their order; those out of order are left out."""
    ours, theirs = markers(first), markers(second)
    shared = [(theirs[number], ours[number]) for number in ours if number in theirs]
    return [(before, after) for after, before in longest_increasing(shared)]


def markers(paragraphs: Sequence[Paragraph]) -> Mapping[int, int]:
    """Of each page number that stands in the text once, how many paragraphs are before it."""
    found: dict[int, list[int]] = defaultdict(list)
    before = 0
    for paragraph in paragraphs:
        if paragraph.role is not ParagraphRole.PAGE_MARKER:
            before += 1
        elif paragraph.number is not None:
            found[paragraph.number].append(before)
    return {number: places[0] for number, places in found.items() if len(places) == 1}


def strain(points: Sequence[FixedPoint], bead: Bead, band: Band) -> Floats:
    """What each bead of this kind costs that stands otherwise to a marker in either text."""
    rows, columns = (np.array([point[text] for point in points]) for text in (0, 1))
    past, within = _markers_by(rows, np.arange(len(band.cells))[:, None], bead[0])
    their_past, their_within = _markers_by(columns, band.cells, bead[1])
    apart: Floats = _STRAIN * np.abs(past - their_past) + _STRAIN_WITHIN * np.abs(
        within - their_within
    )
    return apart


def _markers_by(places: Ints, ends: Ints, count: int) -> tuple[Ints, Ints]:
    """How many markers are before and how many within the `count` paragraphs that end there."""
    past = np.searchsorted(places, ends - count, "right")
    return past, np.maximum(np.searchsorted(places, ends, "left") - past, 0)
