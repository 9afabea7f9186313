"""Where the words of a line stand, by the white between them.

Of a line with n words the n - 1 widest gaps part the words, if they are clearly wider than
the next one and the words are as wide as they are long; else the line does not tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from library.model.geometry import Box

CLEARLY = 1.4  # times as wide as the gaps between letters
_DARK = 0.45  # from the ink to the paper
_UNEVEN = 2.0  # times wider or narrower than the line's usual character
_SPECK = 0.04  # of the line's height: what has less ink is white

Corners = Sequence[tuple[float, float]]


def gray(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("L"), float)


def word_spans(
    page: np.ndarray, outline: Corners, box: Box, words: Sequence[str]
) -> list[tuple[float, float]]:
    """Left and right of each of the words, in page units; none where they do not show.

    `outline` are the corners of the line's polygon in page units.
    """
    height, width = page.shape
    left, top = int(box.left * width), int(box.top * height)
    right, bottom = round(box.right * width) + 1, round(box.bottom * height) + 1
    crop = page[top:bottom, left:right]
    mask = Image.new("1", (crop.shape[1], crop.shape[0]))
    points = [(x * width - left, y * height - top) for x, y in outline]
    ImageDraw.Draw(mask).polygon(points, fill=1)
    inked = _inked(crop, np.asarray(mask))
    spans = _words(inked, len(words))
    if not _is_even(spans, words):
        return []
    return [((left + start) / width, (left + end) / width) for start, end in spans]


def _is_even(spans: Sequence[tuple[int, int]], words: Sequence[str]) -> bool:
    pitches = [
        (end - start) / len(word)
        for (start, end), word in zip(spans, words, strict=bool(spans))
        if len(word) >= 2
    ]
    usual = float(np.median(pitches)) if pitches else 0.0
    return all(usual / _UNEVEN < pitch < usual * _UNEVEN for pitch in pitches)


def _inked(crop: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Whether there is ink in each column."""
    if not mask.any():
        return np.zeros(crop.shape[1], bool)
    ink, paper = np.percentile(crop[mask], (1, 60))
    dark = (crop < ink + _DARK * (paper - ink)) & mask
    tall = max(float(mask.sum(0).max()), 1.0)
    return dark.sum(0) > max(_SPECK * tall, 1)


def _words(inked: np.ndarray, count: int) -> list[tuple[int, int]]:
    at = np.flatnonzero(inked)
    if not len(at):
        return []
    gaps = np.diff(at)
    order = np.argsort(-gaps, kind="stable")
    if count > 1 and (
        len(gaps) < count or gaps[order[count - 2]] < CLEARLY * gaps[order[count - 1]]
    ):
        return []
    cuts = [-1, *sorted(order[: count - 1].tolist()), len(at) - 1]
    return [(int(at[one + 1]), int(at[other]) + 1) for one, other in pairwise(cuts)]
