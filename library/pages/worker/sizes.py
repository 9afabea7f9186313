"""Page sizes within sensible bounds: files may claim anything."""

from __future__ import annotations

import math

Size = tuple[float, float]  # width, height in points (1/72 inch)

A4: Size = (595.0, 842.0)  # for a page that cannot be loaded
SMALLEST = 1.0
LARGEST = 14_400.0  # the largest page that PDF itself allows: 200 inches


def sensible_size(width: float, height: float) -> Size:
    """The size scaled into the bounds; its shape is kept as far as they allow."""
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        return A4
    scale = min(1.0, LARGEST / max(width, height))
    scale = max(scale, min(SMALLEST / min(width, height), LARGEST / max(width, height)))
    return _bounded(width * scale), _bounded(height * scale)


def _bounded(length: float) -> float:
    return min(max(length, SMALLEST), LARGEST)
