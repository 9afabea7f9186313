"""Pixels as the window wants them: blue, green, red, unused, row by row, no padding."""

from __future__ import annotations

from typing import cast

from PIL import Image

Clip = tuple[int, int, int, int]  # left, top, right, bottom in pixels of the whole page

WHITE = (255, 255, 255)


def write_picture(image: Image.Image, canvas: memoryview) -> None:
    """Write an RGB or grey image to the beginning of the canvas."""
    red, green, blue = image.split() if image.mode == "RGB" else (image, image, image)
    _write(Image.merge("RGBX", (blue, green, red, red)), canvas)


def write_bgr(samples: memoryview, size: tuple[int, int], canvas: memoryview) -> None:
    """Write pixels of three bytes, already blue first, to the beginning of the canvas."""
    data = cast("bytes", samples)  # Pillow takes any buffer; its types say less
    _write(Image.frombuffer("RGB", size, data, "raw", "RGB", 0, 1), canvas)


def _write(swapped: Image.Image, canvas: memoryview) -> None:
    """Pillow holds four bytes a pixel, so this copies and converts nothing."""
    data = swapped.tobytes("raw", "RGBX")
    canvas[: len(data)] = data


def on_page(clip: Clip, width: int, height: int) -> Clip:
    """The part of the clip that lies on a page of this size; empty where none does."""
    left, top, right, bottom = clip
    left, top = min(max(left, 0), width), min(max(top, 0), height)
    return left, top, max(left, min(right, width)), max(top, min(bottom, height))
