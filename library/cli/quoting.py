"""Finding quoted words in the texts of a document."""

from __future__ import annotations

from library.alignment.quoting import find_quote
from library.cli.output import remark
from library.errors import QuoteNotFound, VersionNotFound
from library.model.annotation import Passage, passage_of
from library.model.document import Document, Version


def quoted_passage(document: Document, quote: str, label: str | None) -> Passage:
    """The first place of the quotation; that there are others is said.

    Raises `QuoteNotFound` and `VersionNotFound`.
    """
    found = [
        (version, start, end)
        for version in _versions(document, label)
        for start, end in find_quote(version.text, quote)
    ]
    if not found:
        raise QuoteNotFound(quote)
    version, start, end = found[0]
    if len(found) > 1:
        remark(f"The words stand in {len(found)} places; the first, in {version.label}, is taken.")
    return passage_of(version.id, version.text, start, end)


def _versions(document: Document, label: str | None) -> tuple[Version, ...]:
    if label is None:
        return document.versions
    wanted = label.casefold()
    found = tuple(version for version in document.versions if version.label.casefold() == wanted)
    if not found:
        raise VersionNotFound(label)
    return found
