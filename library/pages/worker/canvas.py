"""Pixels as the window wants them: blue, green, red, 255, row by row, no padding."""

from __future__ import annotations

from typing import cast

from PIL import Image

Clip = tuple[int, int, int, int]  # left, top, right, bottom in pixels of the whole page

WHITE = (255, 255, 255)
OPAQUE = 255  # Qt takes the fourth byte for the opacity where a window may be seen through


def write_picture(image: Image.Image, canvas: memoryview) -> None:
    """Write an RGB or grey image to the beginning of the canvas."""
    red, green, blue = image.split() if image.mode == "RGB" else (image, image, image)
    opaque = Image.new("L", image.size, OPAQUE)
    _write(Image.merge("RGBX", (blue, green, red, opaque)), canvas)


def write_bgr(samples: memoryview, size: tuple[int, int], canvas: memoryview) -> None:
    """Write pixels of three bytes, already blue first, to the beginning of the canvas."""
    _write(_mapped("RGB", samples, size), canvas)


def _write(swapped: Image.Image, canvas: memoryview) -> None:
    """Copy rows from Pillow's memory; `tobytes` would need 8 ms for what this does in one."""
    width, height = swapped.size
    target = _mapped("RGBX", canvas[: width * height * 4], swapped.size)
    target.im.paste(swapped.im, (0, 0, width, height))


def _mapped(layout: str, data: memoryview, size: tuple[int, int]) -> Image.Image:
    """The bytes as an image, which for four bytes a pixel lies in that very memory."""
    seen = cast("bytes", data)  # Pillow takes any buffer; its types say less
    return Image.frombuffer("RGBX", size, seen, "raw", layout, 0, 1)


def on_page(clip: Clip, width: int, height: int) -> Clip:
    """The part of the clip that lies on a page of this size; empty where none does."""
    left, top, right, bottom = clip
    left, top = min(max(left, 0), width), min(max(top, 0), height)
    return left, top, max(left, min(right, width)), max(top, min(bottom, height))
