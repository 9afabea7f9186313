"""How well two lengths go together, of a text and its translation.

After Gale and Church (1993): a translation's length differs by chance from what the usual
ratio of the two languages makes of the original's, the more the longer it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from library.alignment.normalising import Floats

_VARIANCE = 6.8  # of the length of a translation, for each character
_MOST, _MOST_SQUARED, _MOST_RATIO = 10.0, 16.0, 1.5


def length_tables(first: Floats, second: Floats, ratio: float) -> Iterator[tuple[str, Floats]]:
    """How far the lengths are from going together, in several measures.

    Lengths are in characters; `ratio` is the usual one of the second to the first.
    """
    means = np.maximum((first + second / ratio) / 2, 1.0)
    deviations = np.abs(second - first * ratio) / (ratio * np.sqrt(_VARIANCE * means))
    yield "deviation", np.minimum(deviations, _MOST)
    yield "deviation squared", np.minimum(deviations**2, _MOST_SQUARED)
    ratios = np.abs(np.log((second + 1) / (first * ratio + 1)))
    yield "ratio", np.minimum(ratios, _MOST_RATIO)
    yield "ratio squared", np.minimum(ratios, _MOST_RATIO) ** 2
