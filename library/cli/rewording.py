"""The command `replace-text`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from library.cli.finding import known_id
from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.cli.progress import shown
from library.errors import FileEmpty, VersionNotFound
from library.importers.texts import PAGE_BREAK, compose, read_text
from library.model.anchor import AnchorState
from library.model.document import Document, Version
from library.rewording.page_starts import with_pages_of
from library.rewording.rewording import Rewording, replacing_text
from library.store.store import Store

_TOLD = {  # of one passage, and of several
    AnchorState.ANCHORED: ("stands where it stood", "stand where they stood"),
    AnchorState.MOVED: ("has moved", "have moved"),
    AnchorState.PLEASE_CHECK: ("is to be checked", "are to be checked"),
    AnchorState.LOST: ("is not in it any more", "are not in it any more"),
}


@click.command("replace-text")
@click.argument("asked", metavar="ID|FILE")
@click.argument("path", metavar="TEXT", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--version", "label", metavar="LABEL", help="Which text: “Transcript - English”.")
@library_option
@json_option
def replace_text_command(
    asked: str, path: Path, label: str | None, library: Path, *, as_json: bool
) -> None:
    """Give a text of a document the wording of the file TEXT; your notes follow.

    Undo in the window takes it back.  `annotations` tells which notes are to be checked.
    """
    with Store.open(library) as store:
        document = store.document(known_id(store, asked))
        version = _version(document, label)
        new = _reworded(version, path)
        found = shown(replacing_text(store, document.id, new))
    if as_json:
        say_json({state.value: count for state, count in found.counts.items()})
    else:
        say(_told(found, version.label))


def tell_rewordings(found: Iterable[tuple[Version, Rewording]]) -> None:
    """What came of each text, beside what the command answers."""
    for version, rewording in found:
        remark(_told(rewording, version.label))


def _version(document: Document, label: str | None) -> Version:
    found = [v for v in document.versions if label is None or v.label == label]
    if not found:
        raise VersionNotFound(label or "")
    if len(found) > 1:
        labels = ", ".join(f"“{version.label}”" for version in found)
        raise click.UsageError(f"Say with --version which text is meant: {labels}.")
    return found[0]


def _reworded(version: Version, path: Path) -> Version:
    """Page by page where the file has as many page breaks as that takes."""
    parts = read_text(path).rstrip(PAGE_BREAK + "\n ").split(PAGE_BREAK)
    paged = len(parts) == len(version.pages)
    composed = compose(parts if paged else [PAGE_BREAK.join(parts)])
    if not composed.text:
        raise FileEmpty(path.name)
    new = replace(version, text=composed.text, paragraphs=composed.paragraphs)
    if paged:
        return replace(new, page_starts=composed.page_starts)
    return with_pages_of(version, new)


def _told(found: Rewording, label: str) -> str:
    if found.change is None:
        return f"{label} says that already."
    told = [
        f"1 passage that you marked {_TOLD[state][0]}."
        if count == 1
        else f"{count} passages that you marked {_TOLD[state][1]}."
        for state, count in found.counts.items()
        if count
    ]
    return " ".join([f"{label} has its new wording.", *told])
