"""Sidecars on the disk: whole or not there, and known to be what was written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from library.errors import SidecarHurt
from library.store.durable import make_folder, publish

FOLDER = "sidecars"
FORMAT = "Diptych sidecar"
VERSION = 1  # of the format; programs read this one and all before it
LARGEST = 200_000_000  # bytes; no document has so many notes

Plain = Mapping[str, Any]


def sidecars_in(folder: Path) -> list[Path]:
    """The sidecars of documents in a library's folder."""
    return sorted(each for each in (folder / FOLDER).glob("*.json") if each != of_library(folder))


def of_document(folder: Path, document_id: str) -> Path:
    return folder / FOLDER / f"{document_id}.json"


def of_library(folder: Path) -> Path:
    """What belongs to no document."""
    return folder / FOLDER / "library.json"


def write_sidecar(path: Path, contents: Plain) -> None:
    """Raises `OSError`; what was there before stays then."""
    text = _text(contents)
    whole = {"format": FORMAT, "version": VERSION, "sha256": _digest(text), "contents": contents}
    make_folder(path.parent)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    publish(part, path)


def read_sidecar(path: Path) -> Plain:
    """Raises `SidecarHurt`."""
    try:
        if path.stat().st_size > LARGEST:
            raise SidecarHurt(path)
        whole = json.loads(path.read_text(encoding="utf-8"))
        contents: Plain = whole["contents"]
        is_ours = whole["format"] == FORMAT and whole["version"] <= VERSION
        is_whole = _digest(_text(contents)) == whole["sha256"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise SidecarHurt(path) from error
    if not (is_ours and is_whole):
        raise SidecarHurt(path)
    return contents


def _text(contents: Plain) -> str:
    return json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
