"""The command `search`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from library.cli.current import current_library
from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json, say_text
from library.cli.progress import shown
from library.errors import LibraryMissing
from library.searching.concordance import MOST_WORDS, Line, LineOrder, sorted_lines
from library.searching.concordance import as_csv as csv_of
from library.searching.echo import echo
from library.searching.hits import Found, Hit, HitKind
from library.searching.parsing import parse
from library.searching.query import Query
from library.store.search.inquiry import MOST_LINES

HITS = 20  # that are shown where no limit is given
_SIDE = 40  # characters of a concordance to each side of the keyword


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N",
    help=f"Show so many hits or lines at most; {HITS} hits and all lines if not given.",
)  # fmt: skip
@click.option("--concordance", is_flag=True, help="Show every hit in its line.")
@click.option("--csv", "as_csv", is_flag=True, help="Write the concordance as CSV.")
@click.option(
    "--sort", type=click.Choice([order.value for order in LineOrder]), default="right",
    show_default=True, help="What the lines of the concordance are sorted by.",
)  # fmt: skip
@click.option(
    "--beside", type=click.IntRange(1, MOST_WORDS), default=1, show_default=True, metavar="N",
    help="Sort by so many words to the left or right.",
)  # fmt: skip
@library_option
@json_option
def search_command(
    words: tuple[str, ...],
    limit: int | None,
    sort: str,
    beside: int,
    library: Path,
    *,
    concordance: bool,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Search the whole library: texts, notes and records.

    Words are all looked for, whatever their case and accents. “AND OR NOT”, "phrases", begin*,
    a NEAR b and brackets are understood, and so are title: person: tag: note: repository:
    lang:ru date:1944-03..1944-06 and in:notes. Other spellings, and words that recognition
    misread, come after the exact hits.
    """
    asked = " ".join(words)
    query = parse(asked)
    for problem in query.problems:
        remark(problem)
    if concordance or as_csv:
        lines = sorted_lines(_concordance(query, library, limit), LineOrder(sort), beside)
        say_text(csv_of(lines)) if as_csv else _say_lines(lines)
        return
    exact, similar = _found(query, library, HITS if limit is None else limit)
    if as_json:
        hits = [_hit_json(hit) for hit in (*exact.hits, *similar.hits)]
        say_json({"query": asked, "total": exact.total + similar.total, "hits": hits})
        return
    remark(echo(query))
    for line in _lines(exact, similar):
        say(line)


def _found(query: Query, library: Path, limit: int) -> tuple[Found, Found]:
    """The exact hits, and the similar ones that fill up the limit."""
    try:
        with current_library(library) as current:
            exact = current.search.find(query, limit)
            return exact, current.search.similar(query, limit - len(exact.hits))
    except LibraryMissing as error:
        remark(str(error))
        return Found(), Found()


def _concordance(query: Query, library: Path, limit: int | None) -> Sequence[Line]:
    try:
        with current_library(library) as current:
            inquiry = current.search.inquire(query)
            most = MOST_LINES if limit is None else limit
            return shown(inquiry.lines(inquiry.whole(), most))
    except LibraryMissing as error:
        remark(str(error))
        return ()


def _say_lines(lines: Iterable[Line]) -> None:
    """The keywords in one column, and where each line is from."""
    for line in lines:
        page = "" if line.page is None else f", page {line.page + 1}"
        before, after = line.before[-_SIDE:], line.after[:_SIDE]
        where = f"{line.title} ({line.label}{page})"
        say(f"{before:>{_SIDE}}[{line.keyword}]{after:<{_SIDE}}  {where}")


def _hit_json(hit: Hit) -> dict[str, Any]:
    start, end = hit.places[0] if hit.places else (None, None)
    return {
        "document": hit.document,
        "title": hit.title,
        "version": hit.label,
        "start": start,
        "end": end,
        "page": None if hit.page is None else hit.page + 1,
        "snippet": str(hit.snippet),
        "kind": hit.kind.value,
    }


def _lines(exact: Found, similar: Found) -> Iterable[str]:
    yield from _by_document(exact.hits)
    if similar.total:
        yield f"Also similar ({similar.total}):"
        yield from _by_document(similar.hits)
    total, there = exact.total + similar.total, len(exact.hits) + len(similar.hits)
    shown_of = f", {there} of them shown" if there < total else ""
    yield f"{total} {'hit' if total == 1 else 'hits'}{shown_of}."


def _by_document(hits: Sequence[Hit]) -> Iterable[str]:
    """Documents in the order of their best hits."""
    order = {document: nth for nth, document in enumerate(dict.fromkeys(h.document for h in hits))}
    grouped = sorted(hits, key=lambda hit: order[hit.document])
    for (document, title), of_document in groupby(grouped, key=lambda h: (h.document, h.title)):
        yield f"{document}  {title}"
        for hit in of_document:
            yield f"    {_where(hit)}: {hit.snippet}"


def _where(hit: Hit) -> str:
    what = {HitKind.NOTE: "Note", HitKind.RECORD: "Record"}.get(hit.kind, hit.label or "Record")
    return what if hit.page is None else f"{what}, page {hit.page + 1}"
