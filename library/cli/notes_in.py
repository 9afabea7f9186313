"""The command `import-notes`: annotations from files of Web Annotations."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from library.cli.file_notes import all_annotations
from library.cli.finding import known_id
from library.cli.options import library_option
from library.cli.output import complain, say
from library.errors import DiptychError
from library.export.placing import Placed, Placing
from library.export.web_annotation import DOCUMENT, VERSION
from library.export.web_file import NamedDocument, WebFile, read_web_file
from library.export.web_reading import annotation_of
from library.export.web_selectors import Json
from library.model.anchor import Anchor
from library.model.annotation import Annotation, Passage
from library.model.change import Change, Edit
from library.model.document import Document
from library.store.store import Store

SOME_FAILED = 3  # exit code


@click.command("import-notes")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--into", metavar="ID|FILE", help="The document they belong to, if FILE is silent.")
@library_option
@click.pass_context
def import_notes_command(
    context: click.Context, path: Path, into: str | None, library: Path
) -> None:
    """Take in annotations that were exported as JSON-LD, by Diptych or another program."""
    found = read_web_file(path)
    with Store.open(library) as store:
        by_document, homeless = _sorted(store, found, into)
        for document_id, items in by_document.items():
            say(_take_in(store, store.document(document_id), items))
    if homeless:
        complain(
            f"{homeless} annotations are about documents that are not in the library. "
            "Name the document with --into."
        )
        context.exit(SOME_FAILED)


def _sorted(store: Store, found: WebFile, into: str | None) -> tuple[Mapping[str, list[Json]], int]:
    """The items by the document they belong to, and how many belong to none."""
    home = known_id(store, into) if into is not None else None
    by_document: dict[str, list[Json]] = defaultdict(list)
    homeless = 0
    for item in found.items:
        name = str(item.get("diptych:document", "")).removeprefix(DOCUMENT)
        document_id = home or _home(store, found.documents.get(name, NamedDocument(name)))
        if document_id is None:
            homeless += 1
        else:
            by_document[document_id].append(item)
    return by_document, homeless


def _home(store: Store, named: NamedDocument) -> str | None:
    if named.files and (known := store.document_with(named.files)):
        return known
    for asked in (named.id, named.record.rstrip("/").rpartition("/")[2]):
        try:
            return store.resolve(asked)
        except DiptychError:
            continue
    return None


def _take_in(store: Store, document: Document, items: Iterable[Json]) -> str:
    """Store them in one change, and say what came of it."""
    here = {each.id: each for each in all_annotations(store, document.id)}
    placing = Placing(document, store.texts.texts)
    taken: dict[str, Placed] = {}
    unreadable = 0
    for item in items:
        try:
            found = annotation_of(item, document.id).annotation
        except ValueError:
            unreadable += 1
            continue
        named = found if found.id else replace(found, id=_made_up_id(item))
        if _is_newer(named, here.get(named.id)):
            taken[named.id] = placing.placed(named, _labels(item))
    _keep(store, here, taken)
    return _told(document, taken.values(), unreadable)


def _keep(store: Store, here: Mapping[str, Annotation], taken: Mapping[str, Placed]) -> None:
    """Where passages stand first: else they would be taken to stand where they say."""
    found: dict[str, dict[Passage, Anchor]] = defaultdict(dict)
    for placed in taken.values():
        for passage, anchor in placed.anchors.items():
            found[passage.version][passage] = anchor
    for version_id, anchors in found.items():
        store.texts.keep_anchors(version_id, anchors)
    edits = [Edit(here.get(name), placed.annotation) for name, placed in taken.items()]
    if edits:
        store.apply(Change("Import Notes", tuple(edits)))


def _told(document: Document, taken: Collection[Placed], unreadable: int) -> str:
    told = f"{document.record.title}: {len(taken)} annotations were taken in."
    doubtful = sum(placed.is_doubtful for placed in taken)
    unplaced = sum(not placed.whole for placed in taken)
    if doubtful:
        told += f" Please check the places of {doubtful}: `diptych annotations` tells which."
    if unplaced:
        told += f" {unplaced} found no place and are kept as notes on the document."
    if unreadable:
        told += f" {unreadable} could not be read."
    return told


def _made_up_id(item: Json) -> str:
    """For an item without one: taken in again, it has the same."""
    told = json.dumps(item, sort_keys=True).encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()[:16]


def _is_newer(annotation: Annotation, known: Annotation | None) -> bool:
    return known is None or annotation.changed > known.changed


def _labels(item: Json) -> Mapping[str, str]:
    """What the item calls the texts that its targets are in, by their ids."""
    targets = item.get("target")
    found: dict[str, str] = {}
    for target in targets if isinstance(targets, list) else (targets,):
        source = target.get("source") if isinstance(target, Mapping) else None
        if isinstance(source, Mapping):
            name = str(source.get("id", "")).removeprefix(VERSION)
            found[name] = str(source.get("diptych:label", ""))
    return found
