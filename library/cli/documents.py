"""The commands `import` and `show`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from library.cli.as_json import document_json, report_json
from library.cli.as_text import document_text
from library.cli.finding import id_in_library, names_file, parcel_at, reading_pool, restore
from library.cli.options import json_option, library_option, password_option
from library.cli.output import complain, remark, say, say_json, sentence_of
from library.cli.progress import shown
from library.cli.rewording import tell_rewordings
from library.errors import DocumentError
from library.importers.formats import Parcel, find_parcels
from library.importers.importing import ImportReport, import_parcels, read_document
from library.model.document import Document
from library.pages.pool import ReadingPool
from library.progress import quietly
from library.rewording.rewording import replacing_texts
from library.store.store import Store
from library.store.whereabouts import shared_place

SOME_FAILED = 3  # exit code


@click.command("import")
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
@click.option(
    "--again", is_flag=True, help="Read anew the texts of what is there; your notes follow."
)
@library_option
@password_option
@json_option
@click.pass_context
def import_command(
    context: click.Context,
    paths: tuple[Path, ...],
    library: Path,
    password: str | None,
    *,
    again: bool,
    as_json: bool,
) -> None:
    """Add files, and the folders of files, to the library."""
    parcels = find_parcels(paths)
    bad = [(parcel, parcel.problem) for parcel in parcels if parcel.problem is not None]
    if len(bad) < len(parcels):
        report = _imported(parcels, library, password, again=again)
    else:
        report = ImportReport(failed=[*bad])  # nothing to make a library for
    _say_report(report, as_json=as_json)
    if report.failed:
        context.exit(SOME_FAILED)


@click.command("show")
@click.argument("asked", metavar="FILE|ID")
@library_option
@password_option
@json_option
def show_command(asked: str, library: Path, password: str | None, *, as_json: bool) -> None:
    """Show a document: its record, its pages and its texts.

    A FILE is read where it is and not added to the library.
    """
    document = _document(asked, library, password)
    if as_json:
        say_json(document_json(document))
    else:
        say(document_text(document))


def _imported(
    parcels: Sequence[Parcel], library: Path, password: str | None, *, again: bool
) -> ImportReport:
    with Store.open(library) as store:
        place = shared_place(library)
        if place is not None:
            remark(place.sentence())
        with reading_pool() as pool:
            report = shown(import_parcels(parcels, store, pool, password))
            if again:
                _read_again(report, store, pool, password)
        restore(store, report)
    return report


def _read_again(
    report: ImportReport, store: Store, pool: ReadingPool, password: str | None
) -> None:
    """Give what was known already the texts that its files have for us now."""
    for parcel, known in report.known:
        try:
            read = shown(read_document(parcel, pool, password))
        except DocumentError as error:
            report.failed.append((parcel, error))
        else:
            tell_rewordings(shown(replacing_texts(store, known, read)))


def _say_report(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        say_json(report_json(report))
    else:
        for parcel, name in report.added:
            say(f"{name}  {parcel.name}")
        for parcel, name in report.known:
            say(f"{name}  {parcel.name} (was in the library already)")
    for _, error in report.failed:
        complain(sentence_of(error))


def _document(asked: str, library: Path, password: str | None) -> Document:
    if not names_file(asked):
        with Store.open(library, read_only=True) as store:
            return store.document(store.resolve(asked))
    parcel = parcel_at(asked)
    with reading_pool() as pool:
        document = quietly(read_document(parcel, pool, password))
    return replace(document, id=id_in_library(library, parcel) or "")
