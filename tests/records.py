"""Small files in the shapes that Diptych reads, made for tests (not a test itself).

Everything in them is invented.  Lengths are in points, pages and frames count from 0.
Each function writes to `path` and returns it; the same arguments give the same file.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import pymupdf

from tests.layouts import LAYOUTS, Layout
from tests.pictures import (
    SCAN_LEADING,
    SCAN_MARGIN,
    SCAN_SCALE,
    SCAN_SIZE,
    WORDS,
    make_multipage_tiff,
    make_pictures,
    make_turned_picture,
    typed_picture,
)

__all__ = [
    "make_encrypted",
    "make_multipage_tiff",
    "make_pictures",
    "make_plain_pdf",
    "make_record",
    "make_turned_picture",
]

TITLE = "A Talk about the New Bridge"
DATE = "March 3, 1944"
SCANS = (
    "MEMORANDUM\n\nSubject: The new bridge.\n\nThe engineer said that the bridge\nwould bear",
    "-2-\n\nforty tons. The mayor asked\nwhether that was enough.",
)
TRANSCRIPT = (
    "MEMORANDUM",
    "Subject: The new bridge.",
    "□ The engineer said that the bridge would bear",
    "-2-",
    "forty tons. The mayor asked whether that was enough.",
)
SUMMARY = "An engineer and a mayor discuss the new bridge. Invented for a test."
SHELF_MARK = "Box 12, Bridge Papers, Harbour Office, Invented Archive"
URL = "https://archive.example/document/900001"
LANGUAGE_OF_THE_SCAN = "English"

MARGIN = 75.0


def make_record(
    path: Path,
    *,
    title: str = TITLE,
    date: str | None = DATE,
    pages: Sequence[str] = SCANS,
    transcript: Sequence[str] | None = TRANSCRIPT,
    translation: Sequence[str] | None = None,
    layout: str = "new",
    text_layer: bool | Sequence[bool] = False,
    summary: str | None = SUMMARY,
    citation: str | None = None,
    shelf_mark: str = SHELF_MARK,
    contributors: Sequence[str] = (),
    credits_line: str | None = None,
    languages: Sequence[str] = (LANGUAGE_OF_THE_SCAN,),
    transcript_language: str | None = None,
    translation_language: str = "English",
    contents: Sequence[str] | None = None,
    url: str | None = URL,
    metadata_title: str = "",
) -> Path:
    """Write a record PDF as the archive makes them: cover, scan, transcript, translation.

    `pages` are the words on each scan, line by line; `text_layer` says whether (or which
    of) the scans carry them as hidden text too.  `transcript` and `translation` are
    paragraphs; a paragraph such as "-2-" is a page marker.  `languages` are those of the
    original as the cover shows them, the first is the transcript's unless
    `transcript_language` says otherwise.  `contributors` are phrases of the citation
    ("Obtained by A. Reader"); `citation` and `contents` replace what would be made up.
    """
    style = LAYOUTS[layout]
    transcript_label = style.transcript.format(language=transcript_language or languages[0])
    translation_label = style.translation.format(language=translation_language)
    with pymupdf.open() as pdf:
        parts = [(style.scan, pages), (transcript_label, transcript)]
        parts.insert(0 if style.translation_first else 2, (translation_label, translation))
        parts = [(label, body) for label, body in parts if body]
        shown = contents if contents is not None else [label for label, _ in parts]
        cited = citation or _citation(style, title, date, shelf_mark, contributors, url)
        fields = {
            "Citation:": [cited],
            "Summary:": [summary] if summary else [],
            "Credits:": [credits_line] if credits_line else [],
            "Original Language:": list(languages),
            "Contents:": list(shown),
        }
        _add_cover(pdf, style, date, title, fields, url)
        for label, body in parts:
            if label == style.scan:
                _add_scans(pdf, style, body, text_layer)
            else:
                _add_text(pdf, style, body)
        return _saved(pdf, path, metadata_title)


def make_plain_pdf(
    path: Path,
    pages: Iterable[str] = (WORDS.format(number=1), WORDS.format(number=2)),
    *,
    scanned: bool = False,
    text_layer: bool = False,
    metadata_title: str = "",
    size: tuple[float, float] = (612, 792),
) -> Path:
    """Write a PDF without a cover: pages set in type, or `scanned` pictures of them."""
    style = LAYOUTS["new"]
    with pymupdf.open() as pdf:
        for words in pages:
            if scanned:
                _add_scans(pdf, style, [words], text_layer, size)
            else:
                _add_text(pdf, style, words.split("\n\n"), size)
        return _saved(pdf, path, metadata_title)


def make_encrypted(path: Path, password: str) -> Path:
    """Write a plain PDF that only opens with `password` (AES-256)."""
    with pymupdf.open() as pdf:
        _add_text(pdf, LAYOUTS["new"], ["These words are protected."])
        pdf.save(
            path,
            encryption=pymupdf.PDF_ENCRYPT_AES_256,
            user_pw=password,
            owner_pw=password + "!",
        )
    return path


def _citation(
    style: Layout,
    title: str,
    date: str | None,
    shelf_mark: str,
    contributors: Sequence[str],
    url: str | None,
) -> str:
    opening = style.quotes.format(title=title, date=date) if date else f'"{title}"'
    cited = f"{opening}, {style.archive}, {shelf_mark}"
    if contributors:
        cited += ". " + " and ".join(contributors)
    if style.linked:
        return f"{cited}. {url}" if url else f"{cited}."
    return f"{cited} <{url}>" if url else cited


def _add_cover(
    pdf: pymupdf.Document,
    style: Layout,
    date: str | None,
    title: str,
    fields: dict[str, list[str]],
    url: str | None,
) -> None:
    page = pdf.new_page(width=style.width, height=style.height)
    setter = _Setter(page)
    for line in style.header:
        setter.put(line, 10)
    if date:
        setter.put(date, style.date_size, bold=style.date_bold)
    setter.put(title, style.title_size, bold=True)
    for label, values in fields.items():
        if values:
            setter.put(label, style.label_size, bold=True)
        for value in values:
            setter.put(value, style.value_size)
    setter.write()
    if style.linked and url:
        root = url[: url.index("/", len("https://")) + 1]
        for top, address in ((60, root), (150, url)):
            place = pymupdf.Rect(MARGIN, top, MARGIN + 200, top + 14)
            page.insert_link({"kind": pymupdf.LINK_URI, "from": place, "uri": address})


def _add_scans(
    pdf: pymupdf.Document,
    style: Layout,
    pages: Sequence[str],
    text_layer: bool | Sequence[bool],
    size: tuple[float, float] | None = None,
) -> None:
    width, height = size or (style.width, style.height)
    pixels = round(width * SCAN_SCALE), round(height * SCAN_SCALE)
    layers = [text_layer] * len(pages) if isinstance(text_layer, bool) else text_layer
    for words, layer in zip(pages, layers, strict=True):
        page = pdf.new_page(width=width, height=height)
        jpeg = BytesIO()
        typed_picture(words, pixels).save(jpeg, "JPEG", quality=50)
        page.insert_image(page.rect, stream=jpeg.getvalue())
        if layer:
            _hide_text(page, words)


def _hide_text(page: pymupdf.Page, words: str) -> None:
    writer = pymupdf.TextWriter(page.rect)
    for k, line in enumerate(words.split("\n")):
        if line:
            baseline = SCAN_MARGIN + k * SCAN_LEADING + SCAN_SIZE
            writer.append((SCAN_MARGIN, baseline), line, _FONTS["cour"], SCAN_SIZE)
    writer.write_text(page, render_mode=3)


def _add_text(
    pdf: pymupdf.Document,
    style: Layout,
    paragraphs: Sequence[str],
    size: tuple[float, float] | None = None,
) -> None:
    width, height = size or (style.width, style.height)
    setter = _Setter(pdf.new_page(width=width, height=height))
    for paragraph in paragraphs:
        if setter.full:
            setter.write()
            setter = _Setter(pdf.new_page(width=width, height=height))
        setter.put(paragraph, style.value_size)
    setter.write()


_FONTS = {name: pymupdf.Font(name) for name in ("helv", "hebo", "cour")}


class _Setter:
    """Sets paragraphs on a page from the top down, wrapped at the right margin."""

    def __init__(self, page: pymupdf.Page) -> None:
        self._page = page
        self._writer = pymupdf.TextWriter(page.rect)
        self._top = MARGIN

    @property
    def full(self) -> bool:
        return bool(self._top > self._page.rect.height - 2 * MARGIN)

    def put(self, paragraph: str, size: float, *, bold: bool = False) -> None:
        font = _FONTS["hebo" if bold else "helv"]
        for line in _wrapped(paragraph, font, size, self._page.rect.width - 2 * MARGIN):
            self._writer.append((MARGIN, self._top + size), line, font, size)
            self._top += size * 1.35
        self._top += 11

    def write(self) -> None:
        self._writer.write_text(self._page)


def _wrapped(paragraph: str, font: pymupdf.Font, size: float, width: float) -> Iterable[str]:
    for given in paragraph.split("\n"):
        line = ""
        for word in given.split(" "):
            longer = f"{line} {word}" if line else word
            if line and font.text_length(longer, size) > width:
                yield line
                line = word
            else:
                line = longer
        yield line


def _saved(pdf: pymupdf.Document, path: Path, title: str) -> Path:
    pdf.set_metadata({"title": title, "producer": "Diptych's tests"})
    pdf.save(path, garbage=3, deflate=True, no_new_id=True)
    return path
