"""The commands `links` and `recognise`: where words stand on the scan."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import click

from library.cli.finding import known_id_or_imported, reading_pool
from library.cli.joined import JoinedDocument, joined_document, present_links, told
from library.cli.links_json import links_json
from library.cli.options import json_option, library_option, password_option
from library.cli.output import complain, remark, say, say_json, sentence_of
from library.cli.progress import shown
from library.errors import DiptychError, LibraryError
from library.joining.executing import JoiningProcess
from library.joining.keeping import keep_what_joining_tells
from library.joining.working import Means, join_document
from library.pages.requests import FileSource
from library.progress import Progress
from library.recognition.engines import Engines
from library.store.store import Store

SOME_FAILED = 3  # exit code


@click.command("links")
@click.argument("asked", metavar="FILE|ID")
@click.option("--no-ocr", is_flag=True, help="Find no new words: take what is known.")
@library_option
@password_option
@json_option
def links_command(
    asked: str,
    library: Path,
    password: str | None,
    *,
    no_ocr: bool,
    as_json: bool,
) -> None:
    """Show where the words of a document's texts stand on its scan.

    A FILE is read where it is and not added to the library.
    """
    with reading_pool() as pool:
        found = shown(joined_document(asked, library, password, pool, recognises=not no_ocr))
    if found.problem:
        remark(found.problem)
    if as_json:
        say_json(links_json(found.document, found.joined))
    else:
        _say_counts(found)


@click.command("recognise")
@click.argument("asked", metavar="FILE|ID...", nargs=-1, required=True)
@library_option
@password_option
@click.pass_context
def recognise_command(
    context: click.Context, asked: tuple[str, ...], library: Path, password: str | None
) -> None:
    """Find the words on the scans of documents ahead of reading them.

    A FILE that is not in the library yet is added to it.
    """
    failed = False
    with (
        Store.open(library) as store,
        reading_pool() as pool,
        JoiningProcess() as joiner,
        Engines() as engines,
    ):
        means = Means(pool, store, joiner, engines.engine_for)
        for each in asked:
            try:
                found = shown(_recognised(each, password, store, means))
            except LibraryError:
                raise
            except DiptychError as error:
                complain(sentence_of(error))
                failed = True
                continue
            failed |= bool(found.problem)
            if found.problem:
                complain(found.problem)
            _say_counts(found)
    if failed:
        context.exit(SOME_FAILED)


def _recognised(
    asked: str, password: str | None, store: Store, means: Means
) -> Generator[Progress, None, JoinedDocument]:
    document = store.document(known_id_or_imported(store, asked, password))
    sources = [FileSource(store.path_of(file), password, file.name) for file in document.files]
    own_links = present_links(store, document.id)
    found = yield from told(document, join_document(document, sources, means, own_links))
    keep_what_joining_tells(document, found.joined, store)
    return found


def _say_counts(found: JoinedDocument) -> None:
    """How much of each text stands on the scan."""
    document, joined = found.document, found.joined
    say(document.record.title)
    recognised = (joined.recognised,) if joined.recognised else ()
    for version in dict.fromkeys((*document.versions, *recognised)):
        count, pairing = joined.counts.get(version.id), joined.pairing(version.id)
        if count is not None:
            say(f"  {version.label}: {count.linked} of {count.words} words stand on the scan")
        elif pairing is not None:
            paired = len({pair.first for pair in pairing.pairs if pair.probability >= 0.9})
            total = len(version.paragraphs)
            say(f"  {version.label}: {paired} of {total} paragraphs are joined")
