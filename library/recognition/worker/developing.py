"""Pictures of pages as the engine reads them best.  Loads no engine."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from library.pages.contents import Pixels

Picture = Image.Image  # in grey

_MOST_PIXELS = 2_500_000  # larger pictures take longer and are read no better, Arabic worse
_AROUND = 40  # pixels to each side, by which the paper's shade is told
_GRAIN = 0.8  # pixels
_INK = 0.9  # of the paper's brightness around it: what is darker is ink
_BLACK = 20  # per cent of the ink is black


def grey(pixels: Pixels) -> Picture:
    """A drawn page in shades of grey, and in fewer pixels where it has very many."""
    size = pixels.width, pixels.height
    page = Image.frombytes("RGB", size, bytes(pixels.data), "raw", "BGRX").convert("L")
    scale = (_MOST_PIXELS / (page.width * page.height)) ** 0.5
    if scale >= 1:
        return page
    smaller = max(round(page.width * scale), 1), max(round(page.height * scale), 1)
    return page.resize(smaller, Image.Resampling.LANCZOS)


def developed(page: Picture) -> Picture:
    """The page without shadows and grain, its paper white and its ink black."""
    smooth = page.filter(ImageFilter.GaussianBlur(_GRAIN))
    around = smooth.filter(ImageFilter.BoxBlur(_AROUND))
    share = np.asarray(smooth, np.float32) / np.maximum(np.asarray(around, np.float32), 1)
    ink = share[share < _INK]
    black = np.percentile(ink, _BLACK) if ink.size else 0.0
    return Image.fromarray(((share - black) / (1 - black) * 255).clip(0, 255).astype(np.uint8))
