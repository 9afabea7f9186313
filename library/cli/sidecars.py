"""The commands `sidecars` and `rebuild`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from library.cli.options import json_option, library_option
from library.cli.output import say, say_json
from library.cli.progress import shown
from library.store.sidecars.rebuilding import Rebuilt, rebuilding
from library.store.store import Store

NOT_WHOLE = 3  # exit code


@click.command("sidecars")
@library_option
def sidecars_command(library: Path) -> None:
    """Write all notes and records as files beside the documents, where they have changed."""
    with Store.open(library) as store:
        count = shown(store.sidecars.writing_changed())
    say(f"{count} written." if count else "All were as they should be.")


@click.command("rebuild")
@library_option
@json_option
@click.option(
    *("--from", "source"),
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="The folder with “files” and “sidecars”; the library's own unless named.",
)
@click.pass_context
def rebuild_command(
    context: click.Context, library: Path, source: Path | None, *, as_json: bool
) -> None:
    """Make a whole library of files and sidecars alone.

    Where a library.db is there already, nothing is changed.
    """
    rebuilt = shown(rebuilding(source or library, library))
    if as_json:
        say_json(asdict(rebuilt))
    else:
        _say(rebuilt)
    if rebuilt.hurt or rebuilt.missing:
        context.exit(NOT_WHOLE)


def _say(rebuilt: Rebuilt) -> None:
    one = rebuilt.documents == 1
    say(f"{rebuilt.documents} {'document is' if one else 'documents are'} in the library again.")
    for name in rebuilt.hurt:
        say(f"{name} is damaged and was left out.")
    for name in rebuilt.missing:
        say(f"The file of {name} is not there; its notes are. Import it again.")
