"""The commands `collections` and `tag`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from library.cli.finding import known_id
from library.cli.options import json_option, library_option
from library.cli.output import say, say_json
from library.errors import CollectionNotFound
from library.model.change import Change, Edit
from library.model.shelved import Collection
from library.shelving.changing import deleted, new_place, put_in, tagged, taken_out
from library.shelving.question import Place, PlaceKind
from library.store.ids import new_id
from library.store.store import Store


@click.command("collections")
@click.option("--new", metavar="PATH", help="Make a collection, “Thesis/Chapter 2” inside another.")
@click.option("--delete", metavar="PATH", help="Take one away; its documents stay.")
@click.option("--add", metavar="PATH", help="Put the named documents into this collection.")
@click.option("--remove", metavar="PATH", help="Take the named documents out of it.")
@click.argument("asked", metavar="[ID|FILE...]", nargs=-1)
@library_option
@json_option
def collections_command(
    new: str | None,
    delete: str | None,
    add: str | None,
    remove: str | None,
    asked: tuple[str, ...],
    library: Path,
    *,
    as_json: bool,
) -> None:
    """List the collections, or change them.  A PATH names the outer collections, too."""
    if bool(asked) is not bool(add or remove):
        raise click.UsageError("Name documents together with --add or --remove.")
    changes = any((new, delete, add, remove))
    with Store.open(library, read_only=not changes) as store:
        documents = [known_id(store, each) for each in asked]
        if new:
            _make(store, new)
        if add:
            found = put_in(found_collection(store, add).id, documents, store.collections.members)
            _apply(store, "Add to Collection", found)
        if remove:
            found = taken_out(
                found_collection(store, remove).id, documents, store.collections.members
            )
            _apply(store, "Take from Collection", found)
        if delete:
            gone = found_collection(store, delete)
            edits = deleted(store.collections.all(), gone, store.collections.members)
            _apply(store, "Delete Collection", edits)
        _show(store, as_json=as_json)


@click.command("tag")
@click.argument("asked", metavar="ID|FILE...", nargs=-1, required=True)
@click.option("--add", "added", multiple=True, metavar="TAG", help="May be given again.")
@click.option("--remove", "removed", multiple=True, metavar="TAG", help="May be given again.")
@library_option
@json_option
def tag_command(
    asked: tuple[str, ...],
    added: tuple[str, ...],
    removed: tuple[str, ...],
    library: Path,
    *,
    as_json: bool,
) -> None:
    """Give documents tags, or take some away; without either, list those that they have."""
    with Store.open(library, read_only=not (added or removed)) as store:
        documents = [known_id(store, each) for each in asked]
        names = [" ".join(name.split()) for name in added]
        edits = tagged(documents, store.tags.of_document, filter(None, names), removed)
        _apply(store, "Change Tags", edits)
        found = {each: list(store.tags.of_document(each)) for each in documents}
    if as_json:
        say_json([{"id": each, "tags": tags} for each, tags in found.items()])
    else:
        say("\n".join(f"{each}  {', '.join(tags)}" for each, tags in found.items()))


def _apply(store: Store, label: str, edits: tuple[Edit, ...]) -> None:
    if edits:
        store.apply(Change(label, edits))


def _make(store: Store, path: str) -> None:
    """With the outer collections that are not there yet."""
    parent = ""
    for name in _names(path):
        found = _inside(store, parent, name)
        if found is None:
            place = new_place(store.collections.all(), parent)
            found = Collection(new_id(), name, parent, place)
            _apply(store, "New Collection", (Edit(None, found),))
        parent = found.id


def found_collection(store: Store, path: str) -> Collection:
    """The collection at this path.  Raises `CollectionNotFound`."""
    found, parent = None, ""
    for name in _names(path):
        found = _inside(store, parent, name)
        if found is None:
            raise CollectionNotFound(path)
        parent = found.id
    if found is None:
        raise CollectionNotFound(path)
    return found


def _names(path: str) -> list[str]:
    return [name for part in path.split("/") if (name := " ".join(part.split()))]


def _inside(store: Store, parent: str, name: str) -> Collection | None:
    beside = (each for each in store.collections.all() if each.parent == parent)
    return next((each for each in beside if each.name.casefold() == name.casefold()), None)


def _show(store: Store, *, as_json: bool) -> None:
    collections, sizes = store.collections.all(), store.catalogue.sizes()
    tree = list(_tree(collections, "", 0))
    if as_json:
        say_json([_as_json(store, each, sizes.get(_place(each), 0)) for _, each in tree])
        return
    for depth, each in tree:
        say(f"{'  ' * depth}{each.name}  {sizes.get(_place(each), 0)}")


def _place(collection: Collection) -> Place:
    return Place(PlaceKind.COLLECTION, collection.id)


def _as_json(store: Store, collection: Collection, size: int) -> dict[str, Any]:
    return {
        "id": collection.id,
        "name": collection.name,
        "parent": collection.parent or None,
        "documents": list(store.collections.members(collection.id)),
        "count": size,
    }


def _tree(
    collections: Sequence[Collection], parent: str, depth: int
) -> Iterator[tuple[int, Collection]]:
    for each in collections:
        if each.parent == parent:
            yield depth, each
            yield from _tree(collections, each.id, depth + 1)
