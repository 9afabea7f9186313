"""The command `cite`."""

from __future__ import annotations

from pathlib import Path

import click

from library.citing.cited import Cited, cited
from library.citing.style import Style
from library.citing.styles import ENDINGS, with_quotation, written
from library.cli.finding import known_id
from library.cli.joined import joined_as_known
from library.cli.options import library_option, password_option
from library.cli.output import say_text
from library.cli.quoting import quoted_passage
from library.errors import PageNotFound
from library.export.writing import write_text
from library.joining.citable import pages_of
from library.model.document import Document
from library.store.store import Store


@click.command("cite")
@click.argument("asked", metavar="ID|FILE...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every document of the library.")
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    default=Style.CHICAGO_NOTE.value,
    show_default=True,
    help="How to cite.",
)
@click.option("--quote", metavar="TEXT", help="Words of a text, to stand before the citation.")
@click.option("--version", "label", metavar="LABEL", help="Which text: “Transcript - English”.")
@click.option("--page", type=int, metavar="N", help="A page of the scan.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to, if not here."
)
@library_option
@password_option
def cite_command(
    asked: tuple[str, ...],
    style: str,
    quote: str | None,
    label: str | None,
    page: int | None,
    output: Path | None,
    library: Path,
    password: str | None,
    *,
    everything: bool,
) -> None:
    """Cite documents: a sentence each, or a file for a program that keeps references.

    With --quote, the citation names the pages of the scan on which the words stand.
    """
    manner = Style(style)
    _check_usage(asked, manner, quote, page, everything=everything)
    with Store.open(library, read_only=True) as store:
        ids = [e.id for e in store.shelf()] if everything else [known_id(store, a) for a in asked]
        documents = [store.document(each) for each in ids]
        if quote is not None:
            text = _quoted(store, documents[0], manner, quote, label, password)
        elif page is not None:
            text = written([_at_page(documents[0], page)], manner)
        else:
            text = written([cited(document) for document in documents], manner)
    if output is None:
        say_text(text)
    else:
        write_text(text, output)


def _check_usage(
    asked: tuple[str, ...], style: Style, quote: str | None, page: int | None, *, everything: bool
) -> None:
    if bool(asked) is everything:
        raise click.UsageError("Name a document, or give --all for the whole library.")
    if (quote is not None or page is not None) and len(asked) != 1:
        raise click.UsageError("A quotation or a page is of one document.")
    if quote is not None and style in ENDINGS:
        raise click.UsageError("A quotation goes with a style of sentences, such as mla.")


def _quoted(
    store: Store,
    document: Document,
    style: Style,
    quote: str,
    label: str | None,
    password: str | None,
) -> str:
    passage = quoted_passage(document, quote, label)
    version = next(each for each in document.versions if each.id == passage.version)
    joined = joined_as_known(store, document, password)
    pages = pages_of(document, version, joined, passage.start, passage.end)
    return with_quotation(passage.quote, cited(document, pages), style).plain + "\n"


def _at_page(document: Document, number: int) -> Cited:
    """`number` counts the pages of the scan, from 1.  Raises `PageNotFound`."""
    scan = document.scan_pages
    if not 1 <= number <= len(scan):
        raise PageNotFound(number, len(scan))
    return cited(document, (scan[number - 1],))
