"""Putting the documents that were asked for in order, and into groups."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from itertools import groupby

from sqlite_utils import Database

from library.shelving.answer import Arranged, Group
from library.shelving.question import Column, Order
from library.store.catalogue.asking import Condition
from library.store.catalogue.writing import KEYS

# What a group is called, as SQL of a row; other columns by the value that is shown.
_GROUPS = {
    Column.TITLE: "upper(substr(by_title, 1, 1))",
    Column.DATE: "substr(date(first_day + 1721424.5), 1, 4)",
    Column.LANGUAGE: "json_extract(entry, '$.languages[0]')",
    Column.PEOPLE: "json_extract(entry, '$.people[0]')",
    Column.TAGS: "json_extract(entry, '$.tags[0]')",
    Column.HAS: "replace(by_has, ' ', ', ')",
    Column.LAST_READ: "substr(by_last_read, 1, 10)",
    Column.ADDED: "substr(by_added, 1, 10)",
}


def arranged(
    db: Database, holds: Condition, order: Sequence[Order], group: Column | None
) -> Arranged:
    """The numbers in order; where they are grouped, each group in that order."""
    steps = [*order]
    if group is not None:
        own = next((each for each in order if each.column is group), Order(group))
        steps = [own, *(each for each in order if each.column is not group)]
    if len(steps) == 1 and group is None:
        return Arranged(array("q", _by_one(db, holds, steps[0])))
    by = ", ".join([*(_term(step) for step in steps), "number"])
    if group is None:
        sql = f"SELECT number FROM shelf_row WHERE {holds.sql} ORDER BY {by}"  # noqa: S608
        return Arranged(array("q", (row[0] for row in db.conn.execute(sql, holds.values))))
    sql = f"SELECT number, {_group(group)} FROM shelf_row WHERE {holds.sql} ORDER BY {by}"  # noqa: S608
    found = db.conn.execute(sql, holds.values).fetchall()
    return Arranged(array("q", (row[0] for row in found)), tuple(_groups(found)))


def _by_one(db: Database, holds: Condition, step: Order) -> list[int]:
    """First those with a value, which an index has in order, then those without."""
    key = KEYS[step.column]
    way = "DESC" if step.descending else "ASC"
    with_value = f"{holds.sql} AND {key} IS NOT NULL ORDER BY {key} {way}, number"
    without = f"{holds.sql} AND {key} IS NULL ORDER BY number"
    numbers: list[int] = []
    for rest in (with_value, without):
        sql = f"SELECT number FROM shelf_row WHERE {rest}"  # noqa: S608
        numbers += [row[0] for row in db.conn.execute(sql, holds.values)]
    return numbers


def _term(step: Order) -> str:
    return f"{KEYS[step.column]} {'DESC' if step.descending else 'ASC'} NULLS LAST"


def _group(column: Column) -> str:
    field = json.dumps(f"$.{column.value.replace(' ', '_')}").replace('"', "'")
    return _GROUPS.get(column) or f"json_extract(entry, {field})"


def _groups(found: Sequence[tuple[int, object]]) -> list[Group]:
    groups, start = [], 0
    for value, members in groupby(found, key=lambda row: row[1]):
        count = sum(1 for _ in members)
        groups.append(Group("" if value is None else str(value), start, count))
        start += count
    return groups
