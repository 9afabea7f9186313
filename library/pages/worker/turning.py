"""The eight ways a picture can lie, numbered as EXIF numbers them.

Boxes are parts of a picture: left, top, right, bottom from 0 to 1.  The upright picture
is what the reader sees; the stored one is what the file holds.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

Part = tuple[float, float, float, float]
WHOLE: Part = (0.0, 0.0, 1.0, 1.0)

UPRIGHT = 1
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_STORED: dict[int, Callable[[float, float], tuple[float, float]]] = {
    1: lambda x, y: (x, y),
    2: lambda x, y: (1 - x, y),
    3: lambda x, y: (1 - x, 1 - y),
    4: lambda x, y: (x, 1 - y),
    5: lambda x, y: (y, x),
    6: lambda x, y: (y, 1 - x),
    7: lambda x, y: (1 - y, 1 - x),
    8: lambda x, y: (1 - y, x),
}


def swaps_sides(orientation: int) -> bool:
    return orientation > 4


def stored_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """The size, as it lies in the file, of a picture that is `size` when upright."""
    return (size[1], size[0]) if swaps_sides(orientation) else size


def stored_part(part: Part, orientation: int) -> Part:
    """Where a part of the upright picture lies in the stored one."""
    left, top, right, bottom = part
    place = _STORED[orientation]
    (x1, y1), (x2, y2) = place(left, top), place(right, bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def turned_upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def orientation_of(a: float, b: float, c: float, d: float) -> int | None:
    """How a picture lies that the matrix puts on a page, None where it lies askew.

    The matrix takes the stored picture's unit square, origin top left, to the page.
    """
    slack = 0.001 * max(abs(a), abs(b), abs(c), abs(d))
    if abs(b) <= slack and abs(c) <= slack:
        return {(True, True): 1, (False, True): 2, (False, False): 3, (True, False): 4}[
            a > 0, d > 0
        ]
    if abs(a) <= slack and abs(d) <= slack:
        return {(True, True): 5, (True, False): 6, (False, False): 7, (False, True): 8}[
            b > 0, c > 0
        ]
    return None
