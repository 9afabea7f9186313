"""Builds the guide, a PDF in the shape of an archive record: cover, scan, transcript.

Run by hand where its words or looks change: ``python -m resources.guide.build_guide``.
The same versions of Pillow and MuPDF give the same bytes; the file's producer names them.
"""

import platform
import sys
from html import escape
from io import BytesIO
from pathlib import Path

import pymupdf
from PIL import features

from resources import guide_file
from resources.guide import memorandum
from resources.guide.typescript import DPI, SIZE, typed_page

PAPER = pymupdf.Rect(0, 0, SIZE[0] * 72 / DPI, SIZE[1] * 72 / DPI)  # points
MARGINS = (63, 63, -63, -63)  # and a story keeps 12 more
JPEG_QUALITY = 68

STYLE = """
p { font-family: sans-serif; font-size: 11pt; line-height: 1.35; margin: 0 0 11pt 0 }
p.title { font-size: 16.5pt; font-weight: bold }
p.label { font-weight: bold }
"""


def build(path: Path) -> None:
    """Write the guide to `path`."""
    with pymupdf.open() as pdf:
        _append(pdf, _cover())
        for number, paragraphs in enumerate(memorandum.PAGES, start=1):
            page = pdf.new_page(width=PAPER.width, height=PAPER.height)
            page.insert_image(page.rect, stream=_scan(number, paragraphs))
        _append(pdf, "".join(_paragraph(text) for text in memorandum.transcript()))
        pdf.set_metadata({"title": memorandum.TITLE, "producer": producer()})
        pdf.save(path, garbage=4, deflate=True, no_new_id=True)


def producer() -> str:
    """What made the file; where it differs, the pictures' bytes may."""
    parts = {
        "MuPDF": pymupdf.mupdf_version,
        "Pillow": features.version("pil"),
        "FreeType": features.version("freetype2"),
        "libjpeg-turbo": features.version("libjpeg_turbo"),
    }
    versions = ", ".join(f"{name} {part}" for name, part in parts.items())
    return f"Diptych, with {versions} on {platform.machine()}"


def _scan(number: int, paragraphs: tuple[str, ...]) -> bytes:
    jpeg = BytesIO()
    picture = typed_page(number, paragraphs)
    picture.save(jpeg, "JPEG", quality=JPEG_QUALITY, optimize=True, dpi=(DPI, DPI))
    return jpeg.getvalue()


def _cover() -> str:
    fields = {
        "Citation:": (memorandum.CITATION,),
        "Summary:": (memorandum.SUMMARY,),
        "Original Language:": (memorandum.LANGUAGE,),
        "Contents:": memorandum.CONTENTS,
    }
    html = _paragraph(memorandum.DATE) + _paragraph(memorandum.TITLE, "title")
    for label, values in fields.items():
        html += _paragraph(label, "label") + "".join(_paragraph(value) for value in values)
    return html


def _paragraph(text: str, style: str = "value") -> str:
    return f'<p class="{style}">{escape(text)}</p>'


def _append(pdf: pymupdf.Document, html: str) -> None:
    """Set the paragraphs on as many new pages as they need."""
    story = pymupdf.Story(html, user_css=STYLE)
    typeset = BytesIO()
    writer = pymupdf.DocumentWriter(typeset)
    more = True
    while more:
        device = writer.begin_page(PAPER)
        more, _ = story.place(PAPER + MARGINS)
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open("pdf", typeset) as pages:
        pdf.insert_pdf(pages)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else guide_file())
