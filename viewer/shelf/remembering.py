"""How the shelf was left, as data that a library keeps from one time to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from library.shelving.question import Column, Facet, Order, ShelfQuestion
from viewer.shelf.columns import Columns, columns_in

_USUAL = ShelfQuestion().order
E = TypeVar("E", Column, Facet)


@dataclass(frozen=True, slots=True)
class Left:
    """The place and the filters are not kept: each time begins with all documents."""

    columns: Columns = field(default_factory=Columns)
    order: tuple[Order, ...] = _USUAL
    group: Column | None = None
    folded: frozenset[Facet] = frozenset()  # facets
    side: int = 0  # px of the places' width, 0 for the usual

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "columns": self.columns.plain(),
            "order": [[each.column.value, each.descending] for each in self.order],
            "group": self.group.value if self.group else None,
            "folded": sorted(facet.value for facet in self.folded),
            "side": self.side,
        }


def left_in(plain: object) -> Left:
    """What `plain` gave; what cannot be read of it is as usual."""
    if not isinstance(plain, dict):
        return Left()
    side = plain.get("side")
    return Left(
        columns_in(plain.get("columns")),
        tuple(_orders(plain.get("order"))) or _USUAL,
        next(iter(_known(Column, [plain.get("group")])), None),
        frozenset(_known(Facet, plain.get("folded"))),
        side if isinstance(side, int) and 0 < side < 2000 else 0,
    )


def _orders(plain: object) -> Iterable[Order]:
    for each in plain if isinstance(plain, list) else ():
        if isinstance(each, list) and len(each) == 2:
            for column in _known(Column, each[:1]):
                yield Order(column, bool(each[1]))


def _known(kind: type[E], plain: object) -> list[E]:
    """Those of a kind that are known by these names."""
    names = {member.value: member for member in kind}
    values = plain if isinstance(plain, list) else []
    return [names[each] for each in values if isinstance(each, str) and each in names]
