"""Finding the pages of a PDF that are one full-page JPEG and nothing else to be seen.

Most archives' scans are such pages.  Decoding the JPEG at a fraction of its size is
several times faster than drawing the page.  The page is run through a device that draws
nothing and watches: whatever else is visible leaves the page to MuPDF.
"""

from __future__ import annotations

from dataclasses import dataclass

import pymupdf
from pymupdf import mupdf

from library.pages.worker.turning import Part, orientation_of

EDGE = 0.75  # points of a page that its picture may leave free: less than a pixel on screen
_COLOURS = ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.8, 0.2, 0.2), (0.2, 0.7, 0.3), (0.3, 0.3, 0.8))
_CLOSE = 0.02  # colours that differ by less look alike


@dataclass(frozen=True, slots=True)
class FullPageJpeg:
    """The picture that is all of a page."""

    xref: int  # the PDF's number of it
    orientation: int
    window: Part  # the part of the upright picture that the page shows


def full_page_jpeg(page: pymupdf.Page) -> FullPageJpeg | None:
    """The JPEG that covers the page, None where anything else is to be seen."""
    watcher = _Watcher(tuple(page.rect))
    mupdf.fz_run_page(page.this, watcher, mupdf.FzMatrix(), mupdf.FzCookie())
    if watcher.found is None or watcher.veiled:
        return None
    xref = _xref(page, watcher.found.pixels)
    if xref is None:
        return None
    return FullPageJpeg(xref, watcher.found.orientation, watcher.found.window)


def _xref(page: pymupdf.Page, pixels: tuple[int, int]) -> int | None:
    """The one JPEG of this size among the page's pictures, if it is an ordinary one."""
    alike = {image[0] for image in page.get_images() if (image[2], image[3]) == pixels}
    if len(alike) != 1:
        return None
    xref = alike.pop()
    filters = page.parent.xref_get_key(xref, "Filter")[1].strip("[] ")
    plain = all(
        page.parent.xref_get_key(xref, key)[0] == "null"
        for key in ("DecodeParms", "Decode", "SMask", "Mask")
    )
    return xref if plain and filters == "/DCTDecode" else None


@dataclass(frozen=True, slots=True)
class _Found:
    pixels: tuple[int, int]
    orientation: int
    window: Part


class _Watcher(mupdf.FzDevice2):  # type: ignore[misc] # no types are shipped
    """Sees what a page draws, in its order.  What the picture covers does not count."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        super().__init__()
        self.found: _Found | None = None
        self.veiled = False  # by a group, a mask or a clip: left to MuPDF
        self._bounds = bounds
        for call in _INK + _VEILS + ("fill_image", "clip_path"):
            getattr(self, f"use_virtual_{call}")()

    def fill_image(
        self, _ctx: object, image: mupdf.fz_image, ctm: mupdf.fz_matrix, alpha: float, _: object
    ) -> None:
        picture = mupdf.FzImage(mupdf.ll_fz_keep_image(image))
        self.found = _covering(picture, ctm, self._bounds) if alpha == 1.0 else None

    def clip_path(
        self, _ctx: object, path: mupdf.fz_path, _even_odd: int, ctm: mupdf.fz_matrix, _: object
    ) -> None:
        bounds = mupdf.fz_rect()
        rectangle = mupdf.ll_fz_path_is_rect_with_bounds(path, ctm, bounds)
        box = (bounds.x0, bounds.y0, bounds.x1, bounds.y1)
        self.veiled |= not (rectangle and _covers(box, self._bounds))

    def _ink(self, *_: object) -> None:
        self.found = None

    def _veil(self, *_: object) -> int:
        self.veiled = True
        return 0  # for begin_tile: not cached, draw it


_INK = (
    "fill_path",
    "stroke_path",
    "fill_text",
    "stroke_text",
    "fill_shade",
    "fill_image_mask",
)
_VEILS = (
    "clip_stroke_path",
    "clip_text",
    "clip_stroke_text",
    "clip_image_mask",
    "begin_mask",
    "begin_group",
    "begin_tile",
)
for _call in _INK:
    setattr(_Watcher, _call, _Watcher._ink)
for _call in _VEILS:
    setattr(_Watcher, _call, _Watcher._veil)


def _covers(box: tuple[float, ...], page: tuple[float, ...]) -> bool:
    return (
        box[0] <= page[0] + EDGE
        and box[1] <= page[1] + EDGE
        and box[2] >= page[2] - EDGE
        and box[3] >= page[3] - EDGE
    )


def _covering(
    image: mupdf.FzImage, ctm: mupdf.fz_matrix, page: tuple[float, float, float, float]
) -> _Found | None:
    """How this picture covers the page, None where it does not or is no plain JPEG."""
    orientation = orientation_of(ctm.a, ctm.b, ctm.c, ctm.d)
    across, down = ctm.a + ctm.c, ctm.b + ctm.d  # one of each pair is next to nothing
    left, top = ctm.e + min(across, 0.0), ctm.f + min(down, 0.0)
    box = (left, top, left + abs(across), top + abs(down))
    if orientation is None or not _covers(box, page) or not _is_plain_jpeg(image):
        return None
    window = (
        max((page[0] - box[0]) / (box[2] - box[0]), 0.0),
        max((page[1] - box[1]) / (box[3] - box[1]), 0.0),
        min((page[2] - box[0]) / (box[2] - box[0]), 1.0),
        min((page[3] - box[1]) / (box[3] - box[1]), 1.0),
    )
    return _Found((image.w(), image.h()), orientation, window)


def _is_plain_jpeg(image: mupdf.FzImage) -> bool:
    return (
        image.fz_compressed_image_type() == mupdf.FZ_IMAGE_JPEG
        and image.n() in {1, 3}
        and not (image.imagemask() or image.use_colorkey() or image.use_decode())
        and not image.mask().m_internal
        and _looks_alike(image.colorspace())
    )


def _looks_alike(colours: mupdf.FzColorspace) -> bool:
    """Whether the picture's numbers can be shown as they are, without its profile."""
    count = mupdf.fz_colorspace_n(colours)
    for colour in _COLOURS:
        own = colour if count == 3 else (colour[1],)
        shown = _converted(colours, own)
        meant = own if count == 3 else own * 3
        if any(abs(a - b) > _CLOSE for a, b in zip(shown, meant, strict=True)):
            return False
    return True


def _converted(colours: mupdf.FzColorspace, colour: tuple[float, ...]) -> tuple[float, ...]:
    red, green, blue, _ = mupdf.fz_convert_color(
        colours,
        list(colour),
        mupdf.fz_device_rgb(),
        mupdf.FzColorspace(),
        mupdf.FzColorParams(),
    )
    return red, green, blue
