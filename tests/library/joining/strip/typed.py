"""Pages typed by hand: lines of words with their places, turned and set askew at will."""

from dataclasses import replace

from library.joining.strip.lines import Line, PageBreak
from library.joining.strip.sections import sectioning
from library.joining.strip.setting import Setting
from library.joining.strip.turning import Turn
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    StoredFile,
    Version,
    VersionKind,
)
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind
from library.model.record import Record

LETTER, PITCH, HEIGHT = 7.2, 18.0, 14.0  # points
MARGIN = 72.0
SIZE = (612.0, 792.0)


def box_at(left, top, width, height=HEIGHT, angle=0.0, size=SIZE):
    """The box around a word of a page whose writing is turned by so much about its middle."""
    turn = Turn(angle, size)
    middle_u, middle_v = turn.level(0.5, 0.5)
    off_u, off_v = middle_u - size[0] / 2, middle_v - size[1] / 2
    edges = [
        turn.on_page(u + off_u, v + off_v)
        for u in (left, left + width)
        for v in (top, top + height)
    ]
    across, down = zip(*edges, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def typed(lines, page=0, *, angle=0.0, left=MARGIN, top=MARGIN, size=SIZE):
    """The places of words of lines: one list of (word, page, box) a line."""
    placed = []
    for nth, words in enumerate(lines):
        x = left
        row = []
        for word in words.split():
            width = len(word) * LETTER
            row.append((word, page, box_at(x, top + nth * PITCH, width, angle=angle, size=size)))
            x += width + LETTER
        placed.append(row)
    return placed


def version_of(paragraphs, kind=VersionKind.TRANSCRIPT):
    """A text of these paragraphs; “-2-” is a page marker."""
    text, made = "", []
    for words in paragraphs:
        text += "\n\n" if made else ""
        marks = words.startswith("-") and words.endswith("-")
        role = ParagraphRole.PAGE_MARKER if marks else ParagraphRole.BODY
        number = int(words.strip("-")) if marks else None
        made.append(Paragraph(len(text), len(text) + len(words), 0, role, number))
        text += words
    return Version("text", "Transcript", kind, "en", (), text, tuple(made))


def document_of(version, pages=1, size=SIZE):
    leaves = tuple(Page(PageKind.SCAN, *size, text_layer=False, frame=n) for n in range(pages))
    file = StoredFile("ab", "scan.pdf", 1, "application/pdf")
    return Document("doc", Record("A scan"), (file,), leaves, (version,))


def linked(version, rows, skipping=()):
    """Links of the words of rows to the text, word by word in their order.

    A word that ends in a hyphen goes on with the next; words in `skipping` have no link.
    """
    links, at = [], 0
    parts = [part for row in rows for part in row]
    while parts:
        word, page, box = parts.pop(0)
        boxes = [box]
        while word[0].isalpha() and word.endswith("-") and parts:
            more, _, other = parts.pop(0)
            word = word + more if word + more in version.text else word[:-1] + more
            boxes.append(other)
        if word not in skipping:
            at = version.text.index(word, at)
            links.append(Link(at, at + len(word), page, tuple(boxes), 1.0, LinkKind.WORD))
            at += len(word)
    return Alignment(version.id, tuple(links))


def finished(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def strip_of(version, alignment, pages=1, only_on_scan=None, size=SIZE):
    """Everything the strip shows of a text."""
    document = document_of(version, pages, size)
    sections = finished(sectioning(version, alignment, document.scan_pages))
    setting = Setting(document, version, alignment, only_on_scan or {})
    return [item for section in sections for item in setting.items(section)]


def shown(version, items):
    """Each item as a reader would see it, in short."""
    told = []
    for item in items:
        words = version.text[item.start : item.end].strip()
        if isinstance(item, PageBreak):
            told.append(("page", item.page, words))
        elif item.slip is None:
            told.append(("text", words))
        elif item.start == item.end:
            told.append(("scan", item.slip.page))
        else:
            told.append(("line", words + ("-" if item.goes_on else "")))
    return told


def slips(items):
    return [item.slip for item in items if isinstance(item, Line) and item.slip is not None]


def without_links(alignment, *starts):
    kept = tuple(link for link in alignment.links if link.start not in starts)
    return replace(alignment, links=kept)
