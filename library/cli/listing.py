"""The command `list`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from library.cli.as_json import shelf_json
from library.cli.as_text import shelf_lines
from library.cli.current import current_library
from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.cli.shelving import found_collection
from library.errors import LibraryMissing
from library.model.reading import ShelfEntry
from library.searching.echo import echo
from library.searching.parsing import parse
from library.shelving.question import Column, Facet, Order, Place, PlaceKind, ShelfQuestion
from library.store.store import Store

_PLACES = [kind.value for kind in PlaceKind if kind is not PlaceKind.COLLECTION]


@click.command("list")
@click.option("--where", metavar="QUERY", help="Those that a search finds; see `search`.")
@click.option(
    "--facet", "facets", multiple=True, metavar="NAME=VALUE",
    help=f"One of {', '.join(facet.value for facet in Facet)}; may be given again.",
)  # fmt: skip
@click.option("--place", type=click.Choice(_PLACES), default=None, help="A part of the library.")
@click.option("--in", "within", metavar="PATH", help="A collection, as `collections` shows it.")
@click.option(
    "--sort", "sorts", multiple=True, metavar="COLUMN[:desc]",
    help="By a column, the weightiest first; may be given again.",
)  # fmt: skip
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="So many at most.")
@library_option
@json_option
def list_command(
    where: str | None,
    facets: tuple[str, ...],
    place: str | None,
    within: str | None,
    sorts: tuple[str, ...],
    limit: int | None,
    library: Path,
    *,
    as_json: bool,
) -> None:
    """List the documents in the library, or those that are asked for."""
    chosen, order = _chosen(facets), tuple(map(_order, sorts))
    try:
        if any((where, facets, place, within, sorts)):
            with current_library(library) as current:
                spot = Place(PlaceKind(place)) if place else Place()
                if within:
                    collection = found_collection(current.store, within).id
                    spot = Place(PlaceKind.COLLECTION, collection)
                query = parse(where) if where else None
                for problem in query.problems if query else ():
                    remark(problem)
                if query is not None:
                    remark(echo(query))
                asked = ShelfQuestion(spot, query, chosen, order=order or _AS_ADDED)
                numbers = current.catalogue.arrange(asked).numbers[:limit]
                entries = current.catalogue.rows(numbers)
        else:
            with Store.open(library, read_only=True) as store:
                entries = store.shelf()[:limit]
    except LibraryMissing as error:
        remark(str(error))
        entries = ()
    _say(entries, as_json=as_json)


_AS_ADDED = (Order(Column.ADDED),)


def _say(entries: Sequence[ShelfEntry], *, as_json: bool) -> None:
    if as_json:
        say_json([shelf_json(entry) for entry in entries])
        return
    for line in shelf_lines(entries):
        say(line)


def _chosen(facets: Sequence[str]) -> dict[Facet, frozenset[str]]:
    chosen: dict[Facet, frozenset[str]] = {}
    for each in facets:
        name, equals, value = each.partition("=")
        if not equals or name not in [facet.value for facet in Facet]:
            raise click.UsageError(f"“{each}” names no facet: it is NAME=VALUE.")
        facet = Facet(name)
        chosen[facet] = chosen.get(facet, frozenset()) | {value}
    return chosen


def _order(sort: str) -> Order:
    name, _, way = sort.partition(":")
    if name not in [column.value for column in Column] or way not in ("", "asc", "desc"):
        raise click.UsageError(f"“{sort}” names no column of the list.")
    return Order(Column(name), way == "desc")
