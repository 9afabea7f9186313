"""The pages of a picture file: how large each is and how it must be turned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import (
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from library.pages.worker.formats import Format
from library.pages.worker.sizes import Size, sensible_size
from library.pages.worker.turning import UPRIGHT, swaps_sides

# Scans of maps and newspapers are larger than what Pillow takes for an attack.  What a
# picture may cost is held by the process's memory limit and its deadline instead.
Image.MAX_IMAGE_PIXELS = None
# The part of a picture that did arrive is worth seeing.
ImageFile.LOAD_TRUNCATED_IMAGES = True

PILLOW_NAMES = {
    Format.JPEG: JpegImagePlugin.JpegImageFile.format,
    Format.PNG: PngImagePlugin.PngImageFile.format,
    Format.TIFF: TiffImagePlugin.TiffImageFile.format,
    Format.WEBP: WebPImagePlugin.WebPImageFile.format,
    Format.JPEG_2000: Jpeg2KImagePlugin.Jpeg2KImageFile.format,
}

ORIENTATION = 274  # the EXIF and TIFF tag
_NEW_SUBFILE_TYPE = 254
_REDUCED = 1  # a thumbnail beside the page it belongs to
_SENSIBLE_DPI = (50.0, 2400.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """One page of a picture file."""

    index: int  # for Image.seek
    points: Size  # of the upright page
    orientation: int  # 1 to 8, as EXIF says it: how Pillow's picture must be turned


def open_picture(path: Path, picture: Format) -> Image.Image:
    return Image.open(path, formats=(PILLOW_NAMES[picture],))


def frames_of(path: Path, picture: Format) -> tuple[Frame, ...]:
    """The pages of the file; what cannot be read of it is left out."""
    frames: list[Frame] = []
    try:
        with open_picture(path, picture) as image:
            # Further frames are pages only in TIFF; elsewhere they are animations.
            count = getattr(image, "n_frames", 1) if picture is Format.TIFF else 1
            for index in range(count):
                image.seek(index)
                if count == 1 or not _is_thumbnail(image):
                    frames.append(_frame(image, index))
    except MemoryError:
        raise
    except Exception:  # Pillow's readers raise nearly anything on damaged files
        return tuple(frames)
    return tuple(frames)


def _is_thumbnail(image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    return bool(int(tags.get(_NEW_SUBFILE_TYPE, 0)) & _REDUCED)


def _frame(image: Image.Image, index: int) -> Frame:
    orientation = _orientation(image)
    width, height = image.size
    across, down = _resolution(image)
    if swaps_sides(orientation):
        across, down = down, across
    if image.format == "TIFF":  # Pillow turns these itself
        orientation = UPRIGHT
    if swaps_sides(orientation):
        width, height = height, width
    size = sensible_size(width * 72 / across, height * 72 / down)
    return Frame(index, size, orientation)


def _orientation(image: Image.Image) -> int:
    if image.format == "PNG" and "exif" not in image.info:
        return UPRIGHT  # Pillow would decode all of the picture to look behind it
    try:
        orientation = int(image.getexif().get(ORIENTATION, UPRIGHT))
    except Exception:  # damaged EXIF is no reason to refuse the picture
        return UPRIGHT
    return orientation if 1 <= orientation <= 8 else UPRIGHT


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels an inch, across and down as stored; 72 where the file says nothing sensible."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return 72.0, 72.0
    low, high = _SENSIBLE_DPI
    return (across, down) if low <= across <= high and low <= down <= high else (72.0, 72.0)
