"""The cover page of an archive's record: date, title, and what follows each label.

    [site header lines] date line / title / Citation: / Summary: / Credits: /
    Original Language: / Contents:

A label stands at the head of its value and in another font; body text that happens to say
"Summary:" does not, or it comes out of order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from library.composing.blanks import folded
from library.importers.paragraphs import lay_out
from library.model.dates import read_date
from library.model.record import ArchiveDate
from library.pages.contents import Line, PageContents

_LABELS = ("Citation", "Summary", "Credits", "Original Language", "Contents")
_NEEDED = {"Citation", "Contents"}
_LABEL = re.compile(rf"(?P<name>{'|'.join(_LABELS)})s?\s?:\s*(?P<rest>.*)")
_UNDATED = re.compile(r"\W*(?:undated|no date|n\.\s?d\.|date unknown)\W*", re.IGNORECASE)
_PAGES = 3  # a long summary runs on to the next page
_TITLE_LINES = 6
# A title may go on so in its next line; a date of its own does not begin so.
_GOES_ON = re.compile(r"(?:in|of|on|at|from|to|by|until|till|up to|the|and|or)\b", re.IGNORECASE)
_DATE_LENGTH = 60  # characters

Style = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover shows, value by value; `pages` is how many pages it takes."""

    title: str
    date: ArchiveDate | None
    citation: tuple[str, ...]  # its lines
    summary: str | None
    credits: str | None
    original_language: tuple[str, ...]
    contents: tuple[str, ...]
    links: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    place: int  # among the lines
    style: Style
    rest: str  # what stands on the label's own line


def read_cover(pages: Sequence[PageContents]) -> Cover | None:
    """The cover at the head of these pages, None where they have none."""
    for count in range(1, min(_PAGES, len(pages)) + 1):
        if cover := _read(pages[:count]):
            return cover
    return None


def _read(pages: Sequence[PageContents]) -> Cover | None:
    lines = [line for page in pages for line in page.lines if folded(line.text)]
    labels = _labels(lines)
    if not labels.keys() >= _NEEDED:
        return None
    values = {name: _value(lines, label, labels) for name, label in labels.items()}
    cited = " ".join(folded(line.text) for line in values["Citation"])
    title, date = _title_and_date(lines[: labels["Citation"].place], cited)
    if not title:
        return None
    return Cover(
        title=title,
        date=date,
        citation=tuple(folded(line.text) for line in values["Citation"]),
        summary=_prose(values.get("Summary", ())),
        credits=_prose(values.get("Credits", ())),
        original_language=_languages(values.get("Original Language", ())),
        contents=tuple(folded(line.text).lstrip("•·- ") for line in values["Contents"]),
        links=tuple(link for page in pages for link in page.links),
        pages=len(pages),
    )


def _labels(lines: Sequence[Line]) -> dict[str, _Label]:
    """The labels in their order, set like the first "Citation:" (the others are body text)."""
    candidates = [
        _Label(match["name"], place, _style(line), match["rest"])
        for place, line in enumerate(lines)
        if (match := _LABEL.fullmatch(folded(line.text)))
    ]
    first = next((label for label in candidates if label.name == "Citation"), None)
    if first is None:
        return {}
    found = {first.name: first}
    for label in candidates:
        is_next = _LABELS.index(label.name) > max(_LABELS.index(name) for name in found)
        if is_next and label.place > first.place and _is_alike(label, first):
            found[label.name] = label
    return found


def _is_alike(label: _Label, first: _Label) -> bool:
    same_style = label.style[1] == first.style[1] and abs(label.style[0] - first.style[0]) < 0.5
    return same_style and (first.style[1] or bool(label.rest) == bool(first.rest))


def _style(line: Line) -> Style:
    """Size and boldness of the line's first words."""
    span = next(span for span in line.spans if folded(span.text))
    return span.size, span.bold


def _value(lines: Sequence[Line], label: _Label, labels: dict[str, _Label]) -> Sequence[Line]:
    """The lines up to the next label; the label's own line where the value begins on it."""
    later = [other.place for other in labels.values() if other.place > label.place]
    value = list(lines[label.place + 1 : min(later, default=len(lines))])
    if not label.rest:
        return value
    own = lines[label.place]
    spans = own.spans[1:] or own.spans
    shortened = Line(spans, own.left, own.top, own.right, own.bottom, own.block)
    if spans is own.spans:
        text = folded(own.text).partition(":")[2].strip()
        span = type(spans[0])(text, spans[0].font, spans[0].size, spans[0].bold)
        shortened = Line((span,), own.left, own.top, own.right, own.bottom, own.block)
    return [shortened, *value]


def _title_and_date(lines: Sequence[Line], cited: str) -> tuple[str, ArchiveDate | None]:
    """The title is what stands last in one style; the date is its first line or the one above."""
    if not lines:
        return "", None
    start = len(lines) - 1
    while start and _same_style(lines[start - 1], lines[-1]):
        start -= 1
    titles = [folded(line.text) for line in lines[start:]]
    dates = [place for place, text in enumerate(titles[:-1]) if _is_date(text)]
    if dates:  # old covers set date and title alike, and without fonts all lines are alike
        return _title(titles[dates[0] + 1 :]), read_date(titles[dates[0]])
    if len(titles) > 1 and not _cites(cited, titles) and _cites(cited, titles[1:]):
        return _title(titles[1:]), read_date(titles[0])
    above = folded(lines[start - 1].text) if start else ""
    return _title(titles), read_date(above) if _looks_like_date(above) else None


def _cites(cited: str, titles: Sequence[str]) -> bool:
    """Whether the citation begins with these words."""
    words = re.findall(r"\w+", " ".join(titles))
    return re.findall(r"\w+", cited)[: len(words)] == words


def _title(lines: Sequence[str]) -> str:
    return " ".join(lines) if len(lines) <= _TITLE_LINES else ""


def _same_style(line: Line, other: Line) -> bool:
    (size, bold), (other_size, other_bold) = _style(line), _style(other)
    return bold == other_bold and abs(size - other_size) < 0.5


def _is_date(text: str) -> bool:
    if _GOES_ON.match(text):
        return False
    return read_date(text).edtf is not None or bool(_UNDATED.fullmatch(text))


def _looks_like_date(text: str) -> bool:
    """Also a date that cannot be understood: it has numbers, and is no sentence."""
    has_number = any(character.isdigit() for character in text)
    return len(text) <= _DATE_LENGTH and (has_number or _is_date(text))


def _prose(lines: Sequence[Line]) -> str | None:
    page = PageContents(0, 0, 0, tuple(lines), 0.0, hidden_text=False, links=())
    return lay_out([page]).text or None


def _languages(lines: Sequence[Line]) -> tuple[str, ...]:
    names = (name for line in lines for name in re.split(r"[,;/]| and ", folded(line.text)))
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
