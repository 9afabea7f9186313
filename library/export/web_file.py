"""A file of Web Annotations: what is in it, whoever wrote it.

Foreign files are read within limits, and nothing in them is fetched or opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from library.errors import FileMissing, FileUnreadable, NoAnnotations
from library.export.web_annotation import DOCUMENT
from library.export.web_selectors import Json

_MOST_BYTES = 64 * 2**20
_MOST = 100_000  # annotations


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """What a file says of a document that its annotations are about."""

    id: str
    files: tuple[str, ...] = ()  # digests
    record: str = ""  # its address
    title: str = ""


@dataclass(frozen=True, slots=True)
class WebFile:
    items: tuple[Json, ...]
    documents: Mapping[str, NamedDocument]  # by the id that items name


def read_web_file(path: Path) -> WebFile:
    """Raises `FileMissing`, `FileUnreadable` and `NoAnnotations`."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, (error.strerror or "an error of the disk").lower()) from error
    if len(content) > _MOST_BYTES:
        raise FileUnreadable(path, "it is larger than 64 MB")
    return _web_file(content, path.name)


def _web_file(content: bytes, name: str) -> WebFile:
    try:
        found = json.loads(content.decode("utf-8-sig"))
        items = tuple(each for _, each in zip(range(_MOST), _items(found), strict=False))
        documents = {each.id: each for each in _documents(found)}
    except (ValueError, RecursionError) as error:
        raise NoAnnotations(name) from error
    if not items:
        raise NoAnnotations(name)
    return WebFile(items, documents)


def _items(found: object) -> Iterator[Json]:
    """Annotations, alone, in a list, in a page, or in a collection."""
    if isinstance(found, list):
        for each in found:
            yield from _items(each)
    elif isinstance(found, Mapping):
        if "Annotation" in _listed(found.get("type")):
            yield found
        for inner in ("items", "first"):
            yield from _items(found.get(inner))


def _documents(found: object) -> Iterator[NamedDocument]:
    if not isinstance(found, Mapping):
        return
    for each in _listed(found.get("diptych:documents")):
        if isinstance(each, Mapping):
            yield NamedDocument(
                str(each.get("id", "")).removeprefix(DOCUMENT),
                tuple(str(digest) for digest in _listed(each.get("diptych:files"))),
                str(each.get("diptych:record", "")),
                str(each.get("label", "")),
            )


def _listed(value: object) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)
