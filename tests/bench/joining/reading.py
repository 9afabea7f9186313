"""From files to the words of their scans, as the program goes about it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from library.importers.formats import find_parcels
from library.importers.importing import import_parcels
from library.joining.words import page_words
from library.model.document import Document, Version
from library.model.link import ScanPageWords
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource
from library.recognition.engine import rapidocr
from library.recognition.recogniser import Recogniser
from library.recognition.recognising import PageRecognised, recognise
from library.store.store import Store
from tests.bench.joining.truth import TrueDocument


@dataclass(frozen=True)
class Read:
    version: Version
    pages: list[ScanPageWords]


class Reader:
    """Imports and recognises into a library, which may be one that has seen the files."""

    def __init__(self, folder: Path) -> None:
        self._store = Store.open(folder)
        self._pool = ReadingPool()
        self._engine = Recogniser(rapidocr())

    def close(self) -> None:
        self._engine.stop()
        self._pool.close()
        self._store.close()

    def read(self, asked: TrueDocument) -> Read:
        with TemporaryDirectory() as name:
            document = self._imported(_paths(asked, Path(name)))
        sources = [FileSource(self._store.path_of(file)) for file in document.files]
        work = recognise(document, sources, self._pool, self._engine, self._store)
        found = [step.found for step in work if isinstance(step, PageRecognised)]
        pages = [
            page_words(document, one.page, one.words, one.lines)
            for one in sorted(found, key=lambda one: one.page)
        ]
        return Read(document.versions[0], pages)

    def _imported(self, paths: Sequence[Path]) -> Document:
        work = import_parcels(find_parcels(paths), self._store, self._pool)
        try:
            while True:
                next(work)
        except StopIteration as stop:
            report = stop.value
        for _, error in report.failed:
            raise error
        ((_, document_id),) = report.added or report.known
        return self._store.document(document_id)


def _paths(asked: TrueDocument, folder: Path) -> Sequence[Path]:
    """The files; where they have no text, copies with the text beside them."""
    if asked.text is None:
        return asked.files
    folder = folder / asked.name
    folder.mkdir()
    for nth, path in enumerate(asked.files):
        shutil.copyfile(path, folder / f"page {nth + 1}{path.suffix}")
    (folder / "text.txt").write_text(asked.text, "utf-8")
    return [folder]
