"""Exports written to files that are there whole or not at all.  Originals are never written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from library.errors import DiptychError, FileUnwritable, NoPdf
from library.export.gathering import NotedDocument
from library.export.html import html
from library.export.markdown import markdown
from library.export.pdf import notes_in_file, notes_in_text
from library.export.table import csv_table
from library.export.web_annotation import Exported, annotation_page
from library.pages.pool import Urgency
from library.pages.requests import FileSource, Request, WriteNotes
from library.progress import Progress
from library.store.durable import publish
from library.store.store import Store

PDF = "pdf"
_UNSAFE = re.compile(r"[^\w .,()-]+")
_LONGEST = 80  # characters of a file's name


class Pool(Protocol):
    """What writes copies of PDFs: a `library.pages.pool.ReadingPool`."""

    def submit(self, request: Request, urgency: Urgency) -> Future[Any]: ...


def json_ld(documents: Sequence[NotedDocument]) -> str:
    page = annotation_page([(each.document, _exported(each)) for each in documents])
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


TEXTS: Mapping[str, Callable[[Sequence[NotedDocument]], str]] = {
    "markdown": markdown,
    "html": html,
    "csv": csv_table,
    "jsonld": json_ld,
}
ENDINGS = {"markdown": "md", "html": "html", "csv": "csv", "jsonld": "jsonld", PDF: "pdf"}


def write_text(text: str, target: Path) -> None:
    """Raises `FileUnwritable`."""
    with _part_of(target) as part:
        part.write_text(text, "utf-8", newline="")
        publish(part, target)


def write_pdf(
    store: Store, pool: Pool, noted: NotedDocument, target: Path, password: str | None = None
) -> None:
    """A copy with the annotations.  Raises `FileUnwritable`, `NoPdf`, and `DocumentError`s."""
    file = noted.document.files[0]
    original = store.path_of(file)
    if target.exists() and target.samefile(original):
        raise FileUnwritable(target, "it is the library's own copy of the original")
    source = FileSource(original, password, file.name)
    with _part_of(target) as part:
        request = WriteNotes(source, part, notes_in_file(noted), notes_in_text(noted))
        if not pool.submit(request, Urgency.BACKGROUND).result():
            raise NoPdf(file.name)
        publish(part, target)


def write_pdfs(
    store: Store,
    pool: Pool,
    documents: Sequence[NotedDocument],
    output: Path,
    password: str | None = None,
) -> Generator[Progress, None, tuple[list[Path], list[DiptychError]]]:
    """One to the file `output`, several into the folder of this name; what was written, and
    why others were not: one bad file stops nothing."""
    into_folder = len(documents) > 1 or output.is_dir()
    written: list[Path] = []
    failed: list[DiptychError] = []
    for done, noted in enumerate(documents):
        yield Progress(done, len(documents), f"Writing {noted.document.record.title}")
        target = output / file_name(noted, PDF) if into_folder else output
        try:
            write_pdf(store, pool, noted, target, password)
            written.append(target)
        except DiptychError as error:
            failed.append(error)
    return written, failed


def file_name(noted: NotedDocument, form: str) -> str:
    """A name that every file system takes."""
    title = _UNSAFE.sub(" ", noted.document.record.title)
    short = " ".join(title.split())[:_LONGEST].strip(" .") or "document"
    return f"{short} ({noted.document.id}).{ENDINGS[form]}"


def _exported(noted: NotedDocument) -> list[Exported]:
    found: list[Exported] = []
    for note in noted.notes:
        found.append(Exported(note.annotation, note.derived))
        found += map(Exported, note.replies)
    return found


@contextmanager
def _part_of(target: Path) -> Generator[Path]:
    """A name beside the target to write under; nothing of it is left behind."""
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
    except OSError as error:
        raise FileUnwritable(target, (error.strerror or "an error of the disk").lower()) from error
    finally:
        with suppress(OSError):  # there is no such folder
            part.unlink(missing_ok=True)
