"""Annotations on their way out of the window, into a file the reader names."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from library.errors import DiptychError
from library.export.gathering import NotedDocument, gathered
from library.export.writing import PDF, TEXTS, write_pdfs, write_text
from library.progress import Progress
from viewer.session import Session

Written = tuple[list[Path], list[DiptychError]]


class Exporting(QObject):
    """Writes the annotations of some documents, and says what came of it."""

    def __init__(
        self, session: Session, document_ids: Sequence[str], only: Sequence[str] = ()
    ) -> None:
        """`only` names the annotations wanted; all, where it is empty."""
        super().__init__(session)
        self._session = session
        self._ids = tuple(document_ids)
        self._only = frozenset(only)

    def begin(self, form: str, target: Path, password: str | None = None) -> None:
        """`form` is one of `writing.TEXTS`, or `writing.PDF`."""
        job = self._session.jobs.begin(self._work(form, target, password))
        job.finished.connect(self._tell)
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))
        job.ended.connect(self.deleteLater)

    def _work(
        self, form: str, target: Path, password: str | None
    ) -> Generator[Progress, None, Written]:
        store, documents = self._session.store, []
        for done, document_id in enumerate(self._ids):
            yield Progress(done, len(self._ids), self.tr("Gathering notes"))
            documents.append(self._noted(document_id))
        with_notes = [noted for noted in documents if noted.notes] or documents[:1]
        if form == PDF:
            pool = self._session.pages.pool
            return (yield from write_pdfs(store, pool, with_notes, target, password))
        write_text(TEXTS[form](with_notes), target)
        return [target], []

    def _noted(self, document_id: str) -> NotedDocument:
        store = self._session.store
        found = store.annotations(document_id)
        wanted = [a for a in found if not self._only or a.id in self._only]
        return gathered(store.document(document_id), wanted, store.derived(document_id))

    def _tell(self, result: Written) -> None:
        written, failed = result
        if written:
            where = written[0] if len(written) == 1 else written[0].parent
            self._session.told.emit(self.tr("Written: {0}").format(where))
        if failed:
            self._session.failed.emit(" ".join(str(error) for error in failed[:3]))
