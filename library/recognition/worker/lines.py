"""Lines as the engine sees them.  Loads no engine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]  # height, width, 3: blue, green, red
Quad = NDArray[np.float32]  # 4, 2: corners from the top left, clockwise


@dataclass(frozen=True, slots=True)
class Sights:
    """The characters that may stand at the steps of a line, as `model.scan_line` has them."""

    places: tuple[int, ...] = ()
    characters: str = ""
    costs: bytes = b""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine makes of the picture of a line.

    It walks over the line in `columns` equal steps; each word is a string, with the steps at
    which it saw the characters, and how sure it was of each.
    """

    columns: float
    words: tuple[tuple[str, tuple[int, ...], tuple[float, ...]], ...]
    sights: Sights = Sights()

    @property
    def certainty(self) -> float:
        """The mean over the characters."""
        sure = [certainty for _, _, certainties in self.words for certainty in certainties]
        return sum(sure) / len(sure) if sure else 0.0

    @property
    def letters(self) -> float:
        """How many it has, by certainty: on its head a line looks like marks and figures."""
        return sum(
            certainty
            for word, _, certainties in self.words
            for letter, certainty in zip(word, certainties, strict=True)
            if letter.isalpha()
        )
