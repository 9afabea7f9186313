"""What stands on the pages of an opened file: lines of text, pictures and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pymupdf

from library.errors import PageDamaged
from library.pages.contents import Line, PageContents, Span
from library.pages.requests import FileSource
from library.pages.worker.documents import MUPDF_ERRORS, OpenFile, OpenPdf
from library.pages.worker.sizes import Size

# Ligatures are taken apart, blanks kept; characters that the font gives no meaning come
# as U+FFFD, since their codes would only look like text.
TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_PAINTED = pymupdf.mupdf.FZ_STEXT_FILLED | pymupdf.mupdf.FZ_STEXT_STROKED
_PICTURES = {"fill-image", "fill-imgmask"}
_SAME_STRIP = 2.0  # points that the edges of strips of one picture may differ by
_UNDER = 0.8  # part of a page that a picture must cover to hide what was set before it

_Painted = Sequence[tuple[str, tuple[float, float, float, float]]]


def read_pages(
    document: OpenFile, source: FileSource, first: int, last: int
) -> tuple[PageContents, ...]:
    """The contents of pages `first` to `last - 1` (from 0); a bad page stops no other."""
    numbers = range(first, min(last, len(document.sizes)))
    if not isinstance(document, OpenPdf):
        return tuple(_picture(number, document.sizes[number]) for number in numbers)
    pages = tuple(_page(document, source, number) for number in numbers)
    pymupdf.TOOLS.store_shrink(100)
    return pages


def _picture(number: int, size: Size) -> PageContents:
    return PageContents(number, *size, (), 1.0, hidden_text=False, links=())


def _page(document: OpenPdf, source: FileSource, number: int) -> PageContents:
    size = document.sizes[number]
    try:
        return _contents(document.pdf.load_page(number), number, size)
    except MUPDF_ERRORS:
        problem = str(PageDamaged(source.shown, number))
        return PageContents(number, *size, (), 0.0, hidden_text=False, links=(), problem=problem)


def _contents(page: pymupdf.Page, number: int, size: Size) -> PageContents:
    scale = size[0] / page.rect.width if page.rect.width else 1.0
    upright = page.rotation_matrix * pymupdf.Matrix(scale, scale)
    blocks = page.get_text("dict", flags=TEXT_FLAGS)["blocks"]
    found = [(block["number"], line) for block in blocks for line in block.get("lines", ())]
    painted = page.get_bboxlog()  # everything on the page, in the order it is painted
    return PageContents(
        number,
        *size,
        lines=tuple(_lines(found, upright)),
        picture_cover=_picture_cover(page, painted),
        hidden_text=_is_hidden(page, [line for _, line in found], painted),
        links=tuple(dict.fromkeys(link["uri"] for link in page.get_links() if link.get("uri"))),
    )


def _lines(
    found: Iterable[tuple[int, Mapping[str, Any]]], upright: pymupdf.Matrix
) -> Iterator[Line]:
    for block, line in found:
        spans = tuple(_spans(line["spans"]))
        if spans:
            box = pymupdf.Rect(line["bbox"]) * upright
            yield Line(spans, box.x0, box.y0, box.x1, box.y1, block)


def _spans(spans: Iterable[Mapping[str, Any]]) -> Iterator[Span]:
    """The spans, those of one font joined: a hidden layer has one for each word."""
    joined: Span | None = None
    for span in spans:
        style = span["font"], float(span["size"]), bool(span["flags"] & pymupdf.TEXT_FONT_BOLD)
        if joined is not None and style == (joined.font, joined.size, joined.bold):
            joined = Span(joined.text + span["text"], *style)
            continue
        if joined is not None:
            yield joined
        joined = Span(span["text"], *style)
    if joined is not None:
        yield joined


def _picture_cover(page: pymupdf.Page, painted: _Painted) -> float:
    """Strips that lie between the same edges are one picture: some scanners cut pages so."""
    area = abs(page.rect.get_area())
    if not area:
        return 0.0
    columns: dict[tuple[int, int], float] = {}
    for kind, bounds in painted:
        if kind in _PICTURES:
            box = pymupdf.Rect(bounds) & page.rect
            edges = round(box.x0 / _SAME_STRIP), round(box.x1 / _SAME_STRIP)
            columns[edges] = columns.get(edges, 0.0) + max(box.get_area(), 0.0)
    return float(min(max(columns.values(), default=0.0) / area, 1.0))


def _is_hidden(page: pymupdf.Page, lines: Iterable[Mapping[str, Any]], painted: _Painted) -> bool:
    """Whether most of the text is not painted, or lies under a picture of the whole page."""
    hidden = shown = 0
    for span in (span for line in lines for span in line["spans"]):
        length = len(span["text"].strip())
        if span["alpha"] == 0 or not span["char_flags"] & _PAINTED:
            hidden += length
        else:
            shown += length
    if not hidden + shown:
        return False
    return hidden > shown or _is_painted_over(page, painted)


def _is_painted_over(page: pymupdf.Page, painted: _Painted) -> bool:
    """Whether a picture of the whole page is painted after the last text."""
    area = abs(page.rect.get_area())
    for kind, bounds in reversed(painted):
        if kind in {"fill-text", "stroke-text"}:
            return False
        covered = (pymupdf.Rect(bounds) & page.rect).get_area()
        if kind == "fill-image" and covered >= _UNDER * area:
            return True
    return False
