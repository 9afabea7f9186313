"""The commands `annotate`, `annotations`, `bookmark` and `bookmarks`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from library.alignment.reading_order import reading_order
from library.cli.as_json import annotation_json, bookmark_json
from library.cli.as_text import annotation_text, bookmark_text
from library.cli.finding import known_id, known_id_or_imported, store_for_note
from library.cli.options import json_option, library_option, password_option
from library.cli.output import say, say_json
from library.cli.quoting import quoted_passage
from library.errors import PageNotFound
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Passage,
)
from library.model.change import Change
from library.model.document import Document
from library.store.ids import new_id
from library.store.store import Store


@click.command("annotate")
@click.argument("asked", metavar="ID|FILE")
@click.option("--quote", required=True, metavar="TEXT", help="The words to highlight.")
@click.option("--version", "label", metavar="LABEL", help="Which text: “Transcript - English”.")
@click.option("--note", default="", metavar="TEXT", help="What you want to say about them.")
@click.option(
    "--colour",
    type=click.Choice([colour.value for colour in Colour]),
    default=Colour.YELLOW.value,
    show_default=True,
    help="The colour of the highlight.",
)
@click.option("--tag", "tags", multiple=True, metavar="T", help="A tag; may be given again.")
@library_option
@password_option
@json_option
def annotate_command(
    asked: str,
    quote: str,
    label: str | None,
    note: str,
    colour: str,
    tags: tuple[str, ...],
    library: Path,
    password: str | None,
    *,
    as_json: bool,
) -> None:
    """Highlight words of a document.  A FILE is added to the library first."""
    with store_for_note(asked, library) as store:
        document = store.document(known_id_or_imported(store, asked, password))
        passage = quoted_passage(document, quote, label)
        annotation = _highlight(document, passage, Colour(colour), note, tags)
        store.apply(Change.add("Highlight", annotation))
    if as_json:
        say_json(annotation_json(annotation, document))
    else:
        say(annotation_text(annotation, document))


@click.command("annotations")
@click.argument("asked", metavar="ID|FILE")
@library_option
@json_option
def annotations_command(asked: str, library: Path, *, as_json: bool) -> None:
    """List the annotations of a document, in reading order."""
    with Store.open(library, read_only=True) as store:
        document = store.document(known_id(store, asked))
        anchors = store.texts.anchors(document.id)
        found = reading_order(document, store.annotations(document.id), anchors)
    annotations = [item for item in found if isinstance(item, Annotation)]
    if as_json:
        say_json([annotation_json(annotation, document, anchors) for annotation in annotations])
    else:
        say("\n".join(annotation_text(each, document, anchors) for each in annotations))


@click.command("bookmark")
@click.argument("asked", metavar="ID|FILE")
@click.option(
    "--page", "number", type=int, metavar="N", help="The page of the file, as `show` counts them."
)
@library_option
@password_option
@json_option
def bookmark_command(
    asked: str, number: int | None, library: Path, password: str | None, *, as_json: bool
) -> None:
    """Bookmark a document, or a page of it.  A FILE is added to the library first."""
    with store_for_note(asked, library) as store:
        document = store.document(known_id_or_imported(store, asked, password))
        bookmark = _bookmark(document, number)
        store.apply(Change.add("Bookmark", bookmark))
    if as_json:
        say_json(bookmark_json(bookmark, document))
    else:
        say(bookmark_text(bookmark))


@click.command("bookmarks")
@click.argument("asked", metavar="ID|FILE")
@library_option
@json_option
def bookmarks_command(asked: str, library: Path, *, as_json: bool) -> None:
    """List the bookmarks of a document, in reading order."""
    with Store.open(library, read_only=True) as store:
        document = store.document(known_id(store, asked))
        anchors = store.texts.anchors(document.id)
        found = reading_order(document, store.bookmarks(document.id), anchors)
    bookmarks = [item for item in found if isinstance(item, Bookmark)]
    if as_json:
        say_json([bookmark_json(bookmark, document, anchors) for bookmark in bookmarks])
    else:
        say("\n".join(bookmark_text(bookmark) for bookmark in bookmarks))


def _highlight(
    document: Document, passage: Passage, colour: Colour, note: str, tags: tuple[str, ...]
) -> Annotation:
    now = datetime.now(UTC)
    return Annotation(
        id=new_id(),
        document=document.id,
        kind=AnnotationKind.HIGHLIGHT,
        colour=colour,
        targets=(passage,),
        made=now,
        changed=now,
        note=note,
        tags=tuple(dict.fromkeys(tags)),
    )


def _bookmark(document: Document, number: int | None) -> Bookmark:
    if number is not None and not 1 <= number <= len(document.pages):
        raise PageNotFound(number, len(document.pages))
    return Bookmark(
        id=new_id(),
        document=document.id,
        name=document.record.title if number is None else document.page_name(number - 1),
        made=datetime.now(UTC),
        page=None if number is None else number - 1,
    )
