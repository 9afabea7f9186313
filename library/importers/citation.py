"""The citation on a record's cover, split on the title and date already read.

new: "TITLE", DATE, Wilson Center Digital Archive, SOURCE <URL>
old: “TITLE,” DATE, History and Public Policy Program Digital Archive, SOURCE. URL
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from library.importers.shelf_mark import ShelfMark, is_institution, read_shelf_mark

_URL = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?")
_RECORD = re.compile(r"/(?:document|record|item)s?/(?P<id>[\w.-]+)/?$")
_QUOTES = "\"'“”„‟«»‘’"


@dataclass(frozen=True, slots=True)
class Citation:
    """The citation in one line, and its parts."""

    shown: str
    url: str | None
    record_id: str | None
    archive: str | None  # the digital archive that publishes the record
    shelf_mark: ShelfMark


def read_citation(
    lines: Sequence[str], title: str, date: str | None, links: Sequence[str] = ()
) -> Citation | None:
    """The citation's parts; None where it does not cite this title, quoted, at its head."""
    shown = _one_line(lines)
    match = _URL.search(shown)
    source = _after(shown if match is None else shown[: match.start()], title, date)
    if source is None:
        return None
    url = match["url"].rstrip(".,") if match else _record_link(links)
    archive, _, rest = source.partition(", ")
    return Citation(
        shown=shown,
        url=url,
        record_id=_record_id(url) or _record_id(_record_link(links)),
        archive=archive.rstrip(".") or None,
        shelf_mark=_shelf_mark(archive, rest),
    )


def _one_line(lines: Sequence[str]) -> str:
    """An address goes on over a line's end without a blank; nothing but it stands last."""
    shown = ""
    for line in lines:
        *_, tail = shown.rsplit(" ", 1)
        in_address = re.match(r"<?https?://", tail) is not None and not tail.endswith(">")
        goes_on = in_address or tail.endswith("<") or re.search(r"\w-$", tail)
        glue = "" if not shown or goes_on else " "
        shown += glue + line
    return shown


def _after(shown: str, title: str, date: str | None) -> str | None:
    """What follows title and date."""
    if shown[:1] not in _QUOTES:
        return None
    end = _end_of(shown, title)
    if end is None:
        return None
    rest = shown[end:].lstrip(f"{_QUOTES}, ")
    if date and rest.startswith(date):
        rest = rest[len(date) :]
    return rest.strip(" ,.") + ("." if rest.rstrip().endswith("D.C.") else "")


def _end_of(shown: str, title: str) -> int | None:
    """Where the title ends; quotes and blanks may differ from those above."""
    pattern = r"\W*".join(re.escape(word) for word in re.findall(r"\w+", title))
    match = re.match(rf"\W*{pattern}", shown)
    if match is None or not pattern:
        return None
    # A bracket that opens here belongs to the date: "[undated]".
    closing = re.match(r"[^\w,\[]*,?[^\w,\[]*", shown[match.end() :])
    return match.end() + (closing.end() if closing else 0)


def _record_link(links: Sequence[str]) -> str | None:
    """The link to the record: the site's root stands before it."""
    records = [link for link in links if _RECORD.search(link)]
    return records[-1] if records else None


def _record_id(url: str | None) -> str | None:
    match = _RECORD.search(url) if url else None
    return match["id"] if match else None


def _shelf_mark(archive: str, rest: str) -> ShelfMark:
    """Where the source names no repository, the archive itself may be one."""
    found = read_shelf_mark(rest)
    is_repository = is_institution(archive) and "digital archive" not in archive.casefold()
    if found.repository or not is_repository:
        return found
    return ShelfMark(archive.rstrip("."), found.collection, found.container, found.contributors)
