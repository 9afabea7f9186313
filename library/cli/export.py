"""The command `export`: annotations for other programs, and for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from library.cli.export_pdf import write_pdfs
from library.cli.finding import known_id
from library.cli.joined import joined_as_known
from library.cli.options import library_option, password_option
from library.cli.output import say_text
from library.errors import FileUnwritable
from library.export.gathering import NotedDocument, gathered
from library.export.html import html
from library.export.markdown import markdown
from library.export.table import csv_table
from library.export.web_annotation import Exported, annotation_page
from library.joining.deriving import derived
from library.store.durable import publish
from library.store.store import Store


def json_ld(documents: Sequence[NotedDocument]) -> str:
    page = annotation_page(
        [
            (
                each.document,
                [
                    exported
                    for note in each.notes
                    for exported in (
                        Exported(note.annotation, note.derived),
                        *map(Exported, note.replies),
                    )
                ],
            )
            for each in documents
        ]
    )
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


PDF = "pdf"
TEXTS: Mapping[str, Callable[[Sequence[NotedDocument]], str]] = {
    "markdown": markdown,
    "html": html,
    "csv": csv_table,
    "jsonld": json_ld,
}


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
def export_command(
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
        if output is None or form != PDF:
            write_text(TEXTS[form](documents), output)
        else:
            write_pdfs(store, documents, output, password)


def noted_document(store: Store, document_id: str, password: str | None) -> NotedDocument:
    """With the other side of each note; joined for it where it was not before."""
    document, annotations = store.document(document_id), store.annotations(document_id)
    known = store.derived(document_id)
    if any(each.targets and each.id not in known for each in annotations):
        joined = joined_as_known(store, document, password)
        known = derived(document, joined, annotations)
    return gathered(document, annotations, known)


def write_text(text: str, output: Path | None) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output is None:
        say_text(text)
        return
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_text(text, "utf-8", newline="")
        publish(part, output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FileUnwritable(output, (error.strerror or "an error of the disk").lower()) from error
