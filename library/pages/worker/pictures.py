"""Decoding pictures no larger than needed, and cutting the wanted part out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from library.pages.worker.canvas import WHITE, Clip, on_page
from library.pages.worker.turning import (
    WHOLE,
    Part,
    stored_part,
    stored_size,
    turned_upright,
)

KEPT_BYTES = 400 * 2**20  # of one decoded picture
COSTLY_PIXELS = 16_000_000  # worth keeping even when the whole page was drawn
MORE_SECONDS = 5.0  # beside that, for what follows the decoding
SLOW = 4_000_000  # pixels a second that any format is decoded at, even on a busy machine
LEVELS = 5  # of JPEG 2000, each half the size of the one before: what its writers use


@dataclass(frozen=True, slots=True)
class Placed:
    """How a picture lies on a page: the page shows `window` of the upright picture."""

    key: object  # equal for the same picture
    orientation: int
    open: Callable[[], Image.Image]  # not yet decoded
    window: Part = WHOLE


@dataclass(frozen=True, slots=True)
class Decoded:
    key: object
    image: Image.Image
    full: bool  # in all its pixels, or as many as we keep
    costly: bool  # to decode

    def serves(self, key: object, wanted: tuple[int, int]) -> bool:
        """Whether this is the picture, with at least the pixels wanted."""
        return key == self.key and (self.full or _holds(self.image.size, wanted))


class Pictures:
    """Draws pictures; keeps the last large one, so that its tiles need one decoding."""

    def __init__(self, ask_for_time: Callable[[float], None]) -> None:
        self._ask_for_time = ask_for_time
        self._kept: Decoded | None = None

    def forget(self) -> None:
        self._kept = None

    def drawn(self, placed: Placed, width: int, height: int, clip: Clip | None) -> Image.Image:
        """The part `clip` of the page when all of it is `width` × `height` pixels large."""
        asked = clip or (0, 0, width, height)
        left, top, right, bottom = seen = on_page(asked, width, height)
        if right <= left or bottom <= top:
            return Image.new("RGB", (asked[2] - asked[0], asked[3] - asked[1]), WHITE)
        image = self._decoded(placed, width, height, tiled=clip is not None)
        part = _part_of(placed.window, (left / width, top / height, right / width, bottom / height))
        drawn = _cut(image, part, placed.orientation, (right - left, bottom - top))
        return drawn if seen == asked else _on_white(drawn, asked, seen)

    def _decoded(self, placed: Placed, width: int, height: int, *, tiled: bool) -> Image.Image:
        left, top, right, bottom = placed.window
        upright = (round(width / (right - left)), round(height / (bottom - top)))
        wanted = stored_size(upright, placed.orientation)
        if self._kept is None or not self._kept.serves(placed.key, wanted):
            self._kept = None  # before the next one takes its room
            decoded = _decode(placed, wanted, self._ask_for_time)
            if not (tiled or decoded.costly):
                return decoded.image
            self._kept = decoded
        return self._kept.image


def _holds(size: tuple[int, int], wanted: tuple[int, int]) -> bool:
    return size[0] >= wanted[0] and size[1] >= wanted[1]


def _decode(
    placed: Placed, wanted: tuple[int, int], ask_for_time: Callable[[float], None]
) -> Decoded:
    """The picture with at least the pixels wanted, or all that we keep of it."""
    with placed.open() as file:
        whole = file.size
        limit = _largest_kept(whole, len(file.getbands()))
        _ask_for_less(file, (min(wanted[0], limit[0]), min(wanted[1], limit[1])))
        pixels = file.size[0] * file.size[1]
        if costly := pixels > COSTLY_PIXELS:
            ask_for_time(MORE_SECONDS + pixels / SLOW)
        file.load()
        full = file.size == whole or _holds(wanted, limit)
        return Decoded(placed.key, plain(_reduced(file, limit)), full, costly)


def _largest_kept(size: tuple[int, int], bands: int) -> tuple[int, int]:
    """The size with as many pixels as are kept of a picture."""
    pixels = KEPT_BYTES // (1 if bands == 1 else 4)
    scale = min(1.0, (pixels / (size[0] * size[1])) ** 0.5)
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))


def _ask_for_less(file: Image.Image, target: tuple[int, int]) -> None:
    """Let the decoder itself leave out pixels, where it can."""
    if file.format in {"JPEG", "MPO"}:
        file.draft(None, target)
    elif file.format == "JPEG2000":
        levels = 0
        while levels < LEVELS and _holds(
            (file.size[0] >> levels + 1, file.size[1] >> levels + 1), target
        ):
            levels += 1
        file.reduce = levels  # type: ignore[assignment, method-assign] # Pillow's own name for it


def _reduced(image: Image.Image, limit: tuple[int, int]) -> Image.Image:
    """The picture at most `limit` large; others cannot be decoded in part."""
    factor = max(-(-image.size[0] // (limit[0] + 1)), -(-image.size[1] // (limit[1] + 1)))
    return Image.Image.reduce(image, factor) if factor > 1 else image


def plain(image: Image.Image) -> Image.Image:
    """The picture in grey or RGB, what is transparent on white."""
    if image.mode in {"L", "RGB"}:
        return image
    if image.mode.startswith("I"):
        return _from_16_bits(image)
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        sheet = Image.new("RGB", rgba.size, WHITE)
        sheet.paste(rgba, mask=rgba.getchannel("A"))
        return sheet
    return image.convert("L" if image.mode in {"1", "F"} else "RGB")


def _from_16_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _part_of(window: Part, part: Part) -> Part:
    """The part of a part."""
    width, height = window[2] - window[0], window[3] - window[1]
    return (
        window[0] + part[0] * width,
        window[1] + part[1] * height,
        window[0] + part[2] * width,
        window[1] + part[3] * height,
    )


def _cut(image: Image.Image, part: Part, orientation: int, size: tuple[int, int]) -> Image.Image:
    """The part of the picture, upright, at this size in pixels."""
    width, height = image.size
    left, top, right, bottom = stored_part(part, orientation)
    box = (left * width, top * height, min(right * width, width), min(bottom * height, height))
    stored = stored_size(size, orientation)
    if stored != image.size or box != (0, 0, width, height):
        image = image.resize(stored, Image.Resampling.BILINEAR, box, reducing_gap=2.0)
    return turned_upright(image, orientation)


def _on_white(image: Image.Image, asked: Clip, seen: Clip) -> Image.Image:
    sheet = Image.new("RGB", (asked[2] - asked[0], asked[3] - asked[1]), WHITE)
    sheet.paste(image, (seen[0] - asked[0], seen[1] - asked[1]))
    return sheet
