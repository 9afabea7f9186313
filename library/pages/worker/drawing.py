"""Drawing a page, by the quickest way that shows it as it is."""

from __future__ import annotations

import io
from collections.abc import Callable

import pymupdf
from PIL import Image
from pymupdf import mupdf

from library.pages.worker.canvas import Clip, write_bgr, write_picture
from library.pages.worker.documents import OpenFile, OpenPdf, OpenPictures
from library.pages.worker.frames import open_picture
from library.pages.worker.pictures import Pictures, Placed
from library.pages.worker.scans import FullPageJpeg, full_page_jpeg

# Blue first, as the window wants it.  Without an alpha channel MuPDF draws twice as fast.
_BGR = pymupdf.Colorspace(mupdf.fz_device_bgr())
_WHITE = 255
_JPEG_QUALITY = 85


class Drawing:
    """Draws pages of opened files; remembers what helps with the next tile of a page."""

    def __init__(self, ask_for_time: Callable[[float], None]) -> None:
        self._pictures = Pictures(ask_for_time)
        self._last: object = None  # the page drawn last

    def draw(
        self,
        document: OpenFile,
        page: int,
        size: tuple[int, int],
        clip: Clip | None,
        canvas: memoryview,
    ) -> None:
        """Write the page, `size` pixels large, or its part `clip` to the canvas."""
        self._turn_to(document, page)
        placed = _placed(document, page)
        if placed is not None:
            write_picture(self._pictures.drawn(placed, *size, clip), canvas)
        elif isinstance(document, OpenPdf):
            drawn = _drawn_by_mupdf(document.pdf.load_page(page), size, clip)
            write_bgr(drawn.samples_mv, (drawn.width, drawn.height), canvas)
        if clip is None:
            _empty_store()

    def jpeg(self, document: OpenFile, page: int, box: tuple[int, int]) -> bytes:
        """The page as the bytes of a JPEG file, as large as fits into `box` pixels."""
        self._turn_to(document, page)
        size = _fitting(document.size(page), box)
        placed = _placed(document, page)
        if placed is not None:
            image = self._pictures.drawn(placed, *size, None)
        else:
            canvas = bytearray(size[0] * size[1] * 4)
            self.draw(document, page, size, None, memoryview(canvas))
            image = Image.frombuffer("RGB", size, canvas, "raw", "BGRX", 0, 1)
        _empty_store()
        return _encoded(image)

    def _turn_to(self, document: OpenFile, page: int) -> None:
        """Let go of what another page left behind."""
        now = document, page
        if now != self._last:
            self._pictures.forget()
            _empty_store()
        self._last = now


def _empty_store() -> None:
    """Free what MuPDF decoded: it would keep up to 256 MB of it."""
    pymupdf.TOOLS.store_shrink(100)


def _placed(document: OpenFile, page: int) -> Placed | None:
    """The picture that is all of the page, None where MuPDF must draw it."""
    if isinstance(document, OpenPictures):
        return _frame(document, page)
    if page not in document.scans:
        document.scans[page] = full_page_jpeg(document.pdf.load_page(page))
    scan = document.scans[page]
    return None if scan is None else _scan(document.pdf, scan)


def _frame(document: OpenPictures, page: int) -> Placed:
    frame = document.frames[page]

    def opened() -> Image.Image:
        image = open_picture(document.path, document.format)
        image.seek(frame.index)
        return image

    return Placed((document, page), frame.orientation, opened)


def _scan(pdf: pymupdf.Document, scan: FullPageJpeg) -> Placed:
    def opened() -> Image.Image:
        return Image.open(io.BytesIO(pdf.xref_stream_raw(scan.xref)), formats=("JPEG",))

    return Placed((pdf, scan.xref), scan.orientation, opened, scan.window)


def _drawn_by_mupdf(page: pymupdf.Page, size: tuple[int, int], clip: Clip | None) -> pymupdf.Pixmap:
    bounds = page.rect
    across, down = size[0] / bounds.width, size[1] / bounds.height
    matrix = mupdf.FzMatrix(across, 0, 0, down, -bounds.x0 * across, -bounds.y0 * down)
    pixels = pymupdf.Pixmap(_BGR, pymupdf.IRect(clip or (0, 0, *size)), False)
    pixels.clear_with(_WHITE)
    device = mupdf.fz_new_draw_device(matrix, pixels.this)
    mupdf.fz_run_page(page.this, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return pixels


def _fitting(points: tuple[float, float], box: tuple[int, int]) -> tuple[int, int]:
    scale = min(box[0] / points[0], box[1] / points[1])
    return (
        max(1, min(round(points[0] * scale), box[0])),
        max(1, min(round(points[1] * scale), box[1])),
    )


def _encoded(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=False)
    return out.getvalue()
