"""Documents whose words lie on the lines of pages, as they would be joined."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    Version,
    VersionKind,
)
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind
from library.model.record import Record

LINE = "the engineer said that the bridge would bear "  # 45 code points, 8 words
PITCH = 0.03  # from one line to the next
TOP = 0.1


def make_text(lines: int) -> str:
    return LINE * lines


def make_version(text: str, version_id="transcript", kind=VersionKind.TRANSCRIPT, paragraphs=()):
    return Version(version_id, version_id, kind, "en", (), text, tuple(paragraphs))


def make_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, parted by blank lines; "-2-" is a page marker."""
    made, start = [], 0
    for words in text.split("\n\n"):
        is_marker = words.startswith("-") and words.endswith("-")
        role = ParagraphRole.PAGE_MARKER if is_marker else ParagraphRole.BODY
        number = int(words.strip("-")) if is_marker else None
        made.append(Paragraph(start, start + len(words), 0, role, number))
        start += len(words) + 2
    return tuple(made)


def make_document(*versions: Version, pages: int) -> Document:
    leaf = Page(PageKind.SCAN, 600, 800, text_layer=False)
    return Document("document", Record("Bridge"), (), (leaf,) * pages, versions, is_record=True)


def words_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for word in text[start:end].split(" "):
        if word:
            spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


def line(text: str, nth: int, page: int, top: float, left=0.1, right=0.9) -> list[Link]:
    """The links of the nth line of a made text, side by side at this height of a page."""
    spans = words_of(text, nth * len(LINE), (nth + 1) * len(LINE))
    width = (right - left) / len(spans)
    return [
        Link(
            *(start, end, page),
            (Box(left + n * width, top, left + (n + 0.9) * width, top + PITCH * 0.6),),
            *(1.0, LinkKind.WORD),
        )
        for n, (start, end) in enumerate(spans)
    ]


def column(text: str, lines: Sequence[int], page: int, top=TOP, left=0.1, right=0.9) -> list[Link]:
    """Lines of a made text below each other on a page."""
    rows = (line(text, nth, page, top + row * PITCH, left, right) for row, nth in enumerate(lines))
    return [link for row in rows for link in row]


def middle(row: int) -> float:
    """The height of a line's middle in a `column` that begins at `TOP`."""
    return TOP + row * PITCH + PITCH * 0.3


def joined(version: Version, links: Iterable[Link], **more) -> Joined:
    ordered = tuple(sorted(links, key=lambda link: link.start))
    return Joined({version.id: Alignment(version.id, ordered)}, **more)


def less_sure(links: Iterable[Link]) -> list[Link]:
    return [replace(link, certainty=0.8) for link in links]
