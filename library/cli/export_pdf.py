"""Copies of PDFs with annotations in them.  The original is never written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from library.cli.finding import reading_pool
from library.cli.output import say
from library.errors import FileUnwritable, NoPdf
from library.export.gathering import NotedDocument
from library.export.pdf import notes_in_file, notes_in_text
from library.pages.pool import ReadingPool, Urgency
from library.pages.requests import FileSource, WriteNotes
from library.store.durable import publish
from library.store.store import Store

_UNSAFE = re.compile(r"[^\w .,()-]+")
_LONGEST = 80  # characters of a file's name


def write_pdfs(
    store: Store, documents: Sequence[NotedDocument], output: Path, password: str | None
) -> None:
    """One to the file `output`, several into the folder of this name."""
    into_folder = len(documents) > 1 or output.is_dir()
    with reading_pool() as pool:
        for noted in documents:
            target = output / file_name(noted) if into_folder else output
            write_pdf(store, pool, noted, target, password)
            say(str(target))


def write_pdf(
    store: Store, pool: ReadingPool, noted: NotedDocument, target: Path, password: str | None
) -> None:
    """Raises `FileUnwritable`, `NoPdf` and the `DocumentError`s of reading."""
    file = noted.document.files[0]
    original = store.path_of(file)
    if target.exists() and target.samefile(original):
        raise FileUnwritable(target, "it is the library's own copy of the original")
    part = target.with_name(f".{target.name}.part")
    source = FileSource(original, password, file.name)
    request = WriteNotes(source, part, notes_in_file(noted), notes_in_text(noted))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not pool.submit(request, Urgency.BACKGROUND).result():
            raise NoPdf(file.name)
        publish(part, target)
    except OSError as error:
        raise FileUnwritable(target, (error.strerror or "an error of the disk").lower()) from error
    finally:
        part.unlink(missing_ok=True)


def file_name(noted: NotedDocument) -> str:
    """A name for the copy, that every file system takes."""
    title = _UNSAFE.sub(" ", noted.document.record.title)
    short = " ".join(title.split())[:_LONGEST].strip(" .") or "document"
    return f"{short} ({noted.document.id}).pdf"
