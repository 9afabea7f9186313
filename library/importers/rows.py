"""Lines of a file's page as they are read: pieces on one height joined, white space folded."""

from __future__ import annotations

from collections.abc import Iterator

from library.composing.blanks import folded, indent_of
from library.composing.rows import Row, are_one_row, joined
from library.pages.contents import Line, PageContents


def page_rows(page: PageContents, place: int) -> Iterator[Row]:
    """Every line of the page that has text; `place` is that of the page among the others."""
    row: Row | None = None
    for line in page.lines:
        new = _row(line, place, hidden=page.hidden_text)
        if not new.text:
            continue
        if row is not None and are_one_row(row, new):
            row = joined(row, new)
            continue
        if row is not None:
            yield row
        row = new
    if row is not None:
        yield row


def _row(line: Line, place: int, *, hidden: bool) -> Row:
    widest = max(line.spans, key=lambda span: len(span.text.strip()))
    text = line.text
    return Row(
        text=folded(text),
        indent=indent_of(text),
        left=line.left,
        top=line.top,
        right=line.right,
        bottom=line.bottom,
        size=widest.size or 1.0,
        block=line.block,
        page=place,
        hidden=hidden,
    )
