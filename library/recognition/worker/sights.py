"""What a line may say, beside what was read: the likely characters of each step."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from library.model.scan_line import COST_UNIT, HIGHEST_COST
from library.recognition.worker.lines import Sights

LEAST = 0.001  # chance of a character that is kept
_NONE = 0  # the place of no character in the alphabet


def sights_of(chances: NDArray[np.float32], alphabet: Sequence[str]) -> Sights:
    """`chances`: at each step (row), of every character of the alphabet (column)."""
    likely = chances >= LEAST
    likely[:, _NONE] = False
    places, which = np.nonzero(likely)
    costs = -np.log(chances[places, which]) / COST_UNIT
    return Sights(
        tuple(places.tolist()),
        "".join(alphabet[nth] for nth in which.tolist()),
        costs.round().clip(0, HIGHEST_COST).astype(np.uint8).tobytes(),
    )
