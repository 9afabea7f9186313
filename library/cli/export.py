"""The command `export`: annotations for other programs, and for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from library.cli.finding import known_id, reading_pool
from library.cli.joined import joined_as_known
from library.cli.options import library_option, password_option
from library.cli.output import complain, say, say_text, sentence_of
from library.cli.progress import shown
from library.export.gathering import NotedDocument, gathered
from library.export.writing import PDF, TEXTS, write_pdfs, write_text
from library.joining.deriving import derived
from library.store.store import Store

SOME_FAILED = 3  # exit code


@click.command("export")
@click.argument("asked", metavar="ID|FILE", required=False)
@click.option("--all", "everything", is_flag=True, help="The annotations of the whole library.")
@click.option(
    "--format", "form", type=click.Choice([*TEXTS, PDF]), required=True, help="What to write."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to, if not here; for several PDFs a folder.",
)
@library_option
@password_option
@click.pass_context
def export_command(
    context: click.Context,
    asked: str | None,
    form: str,
    output: Path | None,
    library: Path,
    password: str | None,
    *,
    everything: bool,
) -> None:
    """Write the annotations of a document, or of all documents, for others to read.

    As pdf: a copy of the document with the annotations in it.
    """
    if (asked is None) is not everything:
        raise click.UsageError("Name a document, or give --all for the whole library.")
    if form == PDF and output is None:
        raise click.UsageError("Say with --output where the PDF is to go.")
    with Store.open(library, read_only=True) as store:
        ids = [e.id for e in store.shelf()] if asked is None else [known_id(store, asked)]
        documents = [noted_document(store, each, password) for each in ids]
        if everything:
            documents = [each for each in documents if each.notes]
        if output is None:
            say_text(TEXTS[form](documents))
        elif form != PDF:
            write_text(TEXTS[form](documents), output)
        else:
            _write_pdfs(context, store, documents, output, password)


def noted_document(store: Store, document_id: str, password: str | None) -> NotedDocument:
    """With the other side of each note; joined for it where it was not before."""
    document, annotations = store.document(document_id), store.annotations(document_id)
    known = store.derived(document_id)
    if any(each.targets and each.id not in known for each in annotations):
        joined = joined_as_known(store, document, password)
        known = derived(document, joined, annotations)
    return gathered(document, annotations, known)


def _write_pdfs(
    context: click.Context,
    store: Store,
    documents: Sequence[NotedDocument],
    output: Path,
    password: str | None,
) -> None:
    with reading_pool() as pool:
        written, failed = shown(write_pdfs(store, pool, documents, output, password))
    for path in written:
        say(str(path))
    for error in failed:
        complain(sentence_of(error))
    if failed:
        context.exit(SOME_FAILED if len(documents) > 1 else 1)
