"""How a page lies: turned by quarters, and askew.  Loads no engine.

Ink is summed along lines of many directions: along lines of writing the sums change
sharply from one to the next, along all others they blur (the projection profile of
W. Postl, "Detection of linear oblique structures and skew scan in digitized documents",
1986).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from library.recognition.worker.developing import Picture
from library.recognition.worker.placing import turned_back

Ink = NDArray[np.float32]  # height, width: how much darker than its surroundings
Points = NDArray[np.float64]  # n, 2: x, y

_RESAMPLING = Image.Resampling.LANCZOS
_LONGEST = 1000  # pixels of the side of the picture in which ink is looked for
_AROUND = 15  # pixels to each side: the surroundings
_FAINT = 8  # of 255: what is no darker than this is paper
_COARSE = np.arange(-6.0, 6.01, 0.5)  # degrees
_FINE = np.arange(-0.5, 0.51, 0.1)
_STRAIGHT = 0.25  # degrees that do no harm
_CLEARLY = 1.15  # times as sharp as level lines, for a page to be askew
_QUARTERS = {
    1: Image.Transpose.ROTATE_90,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True, slots=True)
class Skew:
    """By how many degrees lines fall towards the right, and how sharply they show."""

    degrees: float
    sharpness: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A page turned by `turn` quarters against the clock, then straightened."""

    picture: Picture
    turn: int
    degrees: float  # against the clock
    size: tuple[float, float]  # width, height after the turn, in pixels of the picture

    def reduced(self, scale: float) -> Upright:
        """The same in fewer pixels."""
        (across, down), (width, height) = self.picture.size, self.size
        smaller = max(round(across * scale), 1), max(round(down * scale), 1)
        size = width * smaller[0] / across, height * smaller[1] / down
        return replace(self, picture=self.picture.resize(smaller, _RESAMPLING), size=size)

    def on_the_page(self, points: Points) -> Points:
        """Where points of the picture (in its pixels) are on the page as it lay, in page units."""
        cos, sin = np.cos(np.radians(self.degrees)), np.sin(np.radians(self.degrees))
        centred = points - np.array(self.picture.size) / 2
        askew = centred @ np.array([[cos, sin], [-sin, cos]])
        return turned_back(askew / np.array(self.size) + 0.5, self.turn)


def uprights_of(page: Picture) -> Iterator[Upright]:
    """The page in the four ways in which it may have to be turned, the likeliest first."""
    ink = ink_of(page)
    skews = skew_of(ink), skew_of(np.rot90(ink))
    across = skews[0].sharpness >= skews[1].sharpness
    for turn in (0, 2, 1, 3) if across else (1, 3, 0, 2):
        turned = page.transpose(_QUARTERS[turn]) if turn else page
        degrees = skews[turn % 2].degrees
        yield Upright(_straightened(turned, degrees), turn, degrees, turned.size)


def ink_of(page: Picture) -> Ink:
    """Where writing is, on a smaller picture of the page."""
    small = page.copy()
    small.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
    around = small.filter(ImageFilter.BoxBlur(_AROUND))
    darker = np.asarray(around, np.float32) - np.asarray(small, np.float32)
    return np.where(darker > _FAINT, darker, np.float32(0))


def skew_of(ink: Ink) -> Skew:
    """How lines lie that run across the page, up to 6 degrees askew."""
    rows, columns = np.nonzero(ink)
    if not rows.size:
        return Skew(0.0, 0.0)
    weights = ink[rows, columns].astype(np.float64)
    columns = columns - ink.shape[1] / 2

    def sharpest(angles: NDArray[np.float64]) -> Skew:
        found = [_sharpness(rows, columns, weights, angle) for angle in angles]
        best = int(np.argmax(found))
        return Skew(round(float(angles[best]), 1), found[best])

    best = sharpest(_FINE + sharpest(_COARSE).degrees)
    level = _sharpness(rows, columns, weights, 0.0)
    if abs(best.degrees) < _STRAIGHT or best.sharpness < _CLEARLY * level:
        return Skew(0.0, level)
    return best


def _sharpness(
    rows: NDArray[np.int64],
    columns: NDArray[np.float64],
    weights: NDArray[np.float64],
    degrees: float,
) -> float:
    """How much the sums of ink change from line to line, over all the ink there is."""
    lines = np.rint(rows - columns * np.tan(np.radians(degrees))).astype(np.int64)
    sums = np.bincount(lines - lines.min(), weights)
    return float(np.square(np.diff(sums)).sum() / np.square(weights.sum()))


def _straightened(page: Picture, degrees: float) -> Picture:
    if not degrees:
        return page
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_paper(page))


def _paper(page: Picture) -> int:
    return int(np.median(np.asarray(page)))
