"""How well two lengths go together, of a text and its translation (Gale and Church 1993)."""

from __future__ import annotations

from math import erfc, log, sqrt

import numpy as np

from library.alignment.normalising import Floats

_VARIANCE = 6.8  # of the length of a translation, for each character
_DEVIATIONS = np.linspace(0.0, 7.0, 701)
_COSTS = np.array([-log(erfc(deviation / sqrt(2))) for deviation in _DEVIATIONS])


def length_costs(first: Floats, second: Floats, ratio: float) -> Floats:
    """Minus the logarithms of the probabilities that lengths differ so much by chance.

    Lengths are in characters; `ratio` is that of the whole second text to the first.
    """
    means = np.maximum((first + second / ratio) / 2, 1.0)
    deviations = np.abs(second - first * ratio) / np.sqrt(_VARIANCE * means)
    costs: Floats = np.interp(deviations, _DEVIATIONS, _COSTS)
    return costs
