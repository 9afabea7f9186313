"""From lines as the PDF wraps them to paragraphs as the author wrote them.

A new paragraph shows by a wider gap, an indent, another size of type, or a last line so
short that the next word would have fitted on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Sequence
from enum import Enum, auto

from library.composing.columns import GAP, Column, Columns, ends_sentence
from library.composing.composer import Composed, Composer, words_of
from library.composing.rows import Row
from library.model.document import ParagraphRole
from library.progress import Progress

_INDENT = 0.8  # font sizes
_OTHER_SIZE = 0.15
_ROWS_A_STEP = 1000  # some 20 ms of work
_LIST_MARK = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]|[•·*–—-])\s")


class _Joint(Enum):
    """How a line stands to the one before it."""

    GOES_ON = auto()
    NEW_LINE = auto()  # a break that was set on purpose
    NEW_PARAGRAPH = auto()


def composing(
    rows: Sequence[Row], pages: int, composer: Composer | None = None
) -> Generator[Progress, None, Composed]:
    """The text of so many pages in paragraphs, going on over page breaks where it evidently does.

    Work that can be shown and stopped: 2000 pages take seconds.
    """
    columns = Columns(rows)
    composer = composer or Composer(_known_words(rows))
    for place, row in enumerate(rows):
        if place % _ROWS_A_STEP == _ROWS_A_STEP - 1:
            yield Progress(row.page, pages, "Joining lines")
        joint = _joint(rows, place, columns)
        if joint is _Joint.NEW_PARAGRAPH:
            _begin(composer, row, columns.of(row))
        composer.add(row.text, row.page, break_before=joint is _Joint.NEW_LINE)
    return composer.composed(pages)


def _known_words(rows: Sequence[Row]) -> Collection[str]:
    """What broken words are mended by; where none is, nothing."""
    broken = any(row.text.endswith("-") for row in rows)
    return words_of(row.text for row in rows) if broken else ()


def _begin(composer: Composer, row: Row, column: Column) -> None:
    if row.marker is not None:
        composer.begin(row.indent, ParagraphRole.PAGE_MARKER, row.marker)
    else:
        composer.begin(row.indent or int(_is_set_in(row, column)))


def _joint(rows: Sequence[Row], place: int, columns: Columns) -> _Joint:
    row = rows[place]
    if place == 0:
        return _Joint.NEW_PARAGRAPH
    above = rows[place - 1]
    if _stands_alone(above, row):
        return _Joint.NEW_PARAGRAPH
    column = columns.of(above)
    if row.page != above.page or row.top < above.top:
        goes_on = not _is_set_in(row, columns.of(row)) and _goes_on_elsewhere(above, row, column)
        return _Joint.GOES_ON if goes_on else _Joint.NEW_PARAGRAPH
    below = rows[place + 1] if place + 1 < len(rows) else None
    if _has_gap(above, row, column) or _is_first_line(above, row, below):
        return _Joint.NEW_PARAGRAPH
    return _within_block(above, row, column)


def _stands_alone(above: Row, row: Row) -> bool:
    """Page markers, lines that begin with marks of indentation, another size of type."""
    other_size = abs(above.size - row.size) > _OTHER_SIZE * max(above.size, row.size)
    marker = row.marker is not None or above.marker is not None
    return marker or row.indent > 0 or (other_size and not row.hidden)


def _has_gap(above: Row, row: Row, column: Column) -> bool:
    return row.top - above.top > GAP * column.leading * max(row.size, above.size)


def _is_set_in(row: Row, column: Column) -> bool:
    if row.is_right_to_left:
        return column.right - row.right > _INDENT * row.size
    return row.left - column.left > _INDENT * row.size


def _is_first_line(above: Row, row: Row, below: Row | None) -> bool:
    """Whether the line is set in more than its neighbours, as first lines are."""
    if _LIST_MARK.match(row.text):
        return True
    if row.is_right_to_left or _LIST_MARK.match(above.text):
        return False
    step = _INDENT * row.size
    if row.left - above.left <= step:
        return False
    return below is None or below.page != row.page or row.left - below.left > step


def _goes_on_elsewhere(above: Row, row: Row, column: Column) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if column.has_line_paragraphs:
        return False
    if column.has_full_lines and not _has_room(above, row, column):
        return True
    return row.text[:1].islower() and not ends_sentence(above.text)


def _within_block(above: Row, row: Row, column: Column) -> _Joint:
    if column.has_line_paragraphs:
        return _Joint.NEW_PARAGRAPH
    if not _has_room(above, row, column):
        return _Joint.GOES_ON
    if column.is_loose or ends_sentence(above.text):
        return _Joint.NEW_PARAGRAPH
    return _Joint.NEW_LINE


def _has_room(above: Row, row: Row, column: Column) -> bool:
    """Whether the first word of `row` would evidently have fitted on the line above."""
    at_left, at_right = above.left - column.left, column.right - above.right
    room = at_left if above.is_right_to_left else at_right
    letter = (row.right - row.left) / max(len(row.text), 1)
    word = len(row.text.split(" ", 1)[0]) * letter
    # Typists broke lines where they liked, and recognised edges tremble.
    return room > (2.5 * word + 2 * row.size if row.hidden else 1.3 * word + row.size)
