"""Which columns the reader has chosen, in which order and how wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from library.shelving.question import Column

COLUMNS = tuple(Column)  # in the order in which the model has them
NARROWEST, WIDEST = 48, 1200  # px
TITLE_AT_LEAST = 200  # px
_ROOMY = 900  # px of table: less has no room for the collection
_TITLE_AT_EASE = 340  # px: what is over may go to the other columns
_MOST_GROWN = 0.6  # of their usual width
_USUAL = (
    *(Column.TITLE, Column.DATE, Column.LANGUAGE, Column.ARCHIVE_COLLECTION),
    *(Column.HAS, Column.NOTES),
)
_WIDTHS = {
    Column.DATE: 160,
    Column.LANGUAGE: 84,
    Column.REPOSITORY: 160,
    Column.ARCHIVE_COLLECTION: 150,
    Column.CONTAINER: 110,
    Column.PEOPLE: 180,
    Column.TAGS: 120,
    Column.HAS: 146,
    Column.PAGES: 64,
    Column.NOTES: 84,
    Column.CHECKED: 76,
    Column.LAST_READ: 112,
    Column.ADDED: 112,
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The title takes the room that the others leave."""

    shown: tuple[Column, ...] = _USUAL  # from left to right; the title is always among them
    widths: Mapping[Column, int] = field(default_factory=dict)  # px, where the reader set one

    def width(self, column: Column) -> int:
        return self.widths.get(column, _WIDTHS.get(column, TITLE_AT_LEAST))

    def shown_in(self, room: int) -> tuple[Column, ...]:
        """Those that there is room for; what the reader has chosen is always shown."""
        if self.shown != _USUAL or room >= _ROOMY:
            return self.shown
        return tuple(column for column in self.shown if column is not Column.ARCHIVE_COLLECTION)

    def in_room(self, room: int) -> dict[Column, int]:
        """The width of each column that there is room for.

        In a wide window half of what the title can spare goes to the others, but for those
        that the reader has made as wide as they are.
        """
        others = [column for column in self.shown_in(room) if column is not Column.TITLE]
        free = sum(self.width(column) for column in others if column not in self.widths)
        spare = room - sum(map(self.width, others)) - _TITLE_AT_EASE
        grown = 1 + min(max(spare / 2 / max(free, 1), 0.0), _MOST_GROWN)
        widths = {
            column: self.width(column) if column in self.widths else int(self.width(column) * grown)
            for column in others
        }
        title = max(TITLE_AT_LEAST, room - sum(widths.values()))
        return widths | {Column.TITLE: title}

    def with_width(self, column: Column, width: int) -> Columns:
        width = min(max(width, NARROWEST), WIDEST)
        return replace(self, widths={**self.widths, column: width})

    def toggled(self, column: Column) -> Columns:
        """Show a column on the right, or hide it; the title stays."""
        if column is Column.TITLE:
            return self
        if column in self.shown:
            return replace(self, shown=tuple(each for each in self.shown if each is not column))
        return replace(self, shown=(*self.shown, column))

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        widths = {column.value: width for column, width in self.widths.items()}
        return {"shown": [column.value for column in self.shown], "widths": widths}


def columns_in(plain: object) -> Columns:
    """What `plain` gave; what cannot be read of it is as usual."""
    if not isinstance(plain, dict):
        return Columns()
    named, widths = plain.get("shown"), plain.get("widths")
    known = {column.value: column for column in Column}
    shown = tuple(dict.fromkeys(known[each] for each in _strings(named) if each in known))
    columns = Columns(shown if Column.TITLE in shown else _USUAL)
    for name, width in widths.items() if isinstance(widths, dict) else ():
        if name in known and isinstance(width, int):
            columns = columns.with_width(known[name], width)
    return columns


def _strings(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
