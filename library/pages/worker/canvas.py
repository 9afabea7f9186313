"""Pixels as the window wants them: blue, green, red, 255, row by row, no padding."""

from __future__ import annotations

from typing import cast

from PIL import Image

Clip = tuple[int, int, int, int]  # left, top, right, bottom in pixels of the whole page

WHITE = (255, 255, 255)
OPAQUE = 255  # Qt takes the fourth byte for the opacity where a window may be seen through


def write_picture(image: Image.Image, canvas: memoryview) -> None:
    """Write an RGB or grey image to the beginning of the canvas."""
    target = _target(image.size, canvas)
    for place in range(3):  # straight to its place: other ways make a copy of all first
        band = image.im if image.mode == "L" else image.im.getband(2 - place)
        target.im.putband(band, place)
    target.im.fillband(3, OPAQUE)


def write_bgr(samples: memoryview, size: tuple[int, int], canvas: memoryview) -> None:
    """Write pixels of three bytes, already blue first, to the beginning of the canvas."""
    # `tobytes` would need 8 ms for what this does in one.
    _target(size, canvas).im.paste(_mapped("RGB", samples, size).im, (0, 0, *size))


def _target(size: tuple[int, int], canvas: memoryview) -> Image.Image:
    width, height = size
    return _mapped("RGBX", canvas[: width * height * 4], size)


def _mapped(layout: str, data: memoryview, size: tuple[int, int]) -> Image.Image:
    """The bytes as an image, which for four bytes a pixel lies in that very memory."""
    seen = cast("bytes", data)  # Pillow takes any buffer; its types say less
    return Image.frombuffer("RGBX", size, seen, "raw", layout, 0, 1)


def on_page(clip: Clip, width: int, height: int) -> Clip:
    """The part of the clip that lies on a page of this size; empty where none does."""
    left, top, right, bottom = clip
    left, top = min(max(left, 0), width), min(max(top, 0), height)
    return left, top, max(left, min(right, width)), max(top, min(bottom, height))
