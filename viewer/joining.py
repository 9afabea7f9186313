"""Joining the document in front with its scan, beside the window.

One document at a time: the one that is read.  When another comes to the front, the work on
the first stops; what was recognised is kept, so that little is done twice.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence

from PySide6.QtCore import QObject

from library.errors import DiptychError
from library.joining.deriving import derived
from library.joining.executing import JoiningProcess
from library.joining.keeping import keep_what_joining_tells
from library.joining.working import JoinedFurther, Means, join_document
from library.model.annotation import Annotation
from library.model.change import Change
from library.model.document import Document
from library.model.joined import Joined
from library.model.own_link import OwnLink
from library.model.wording import Wording
from library.pages.requests import FileSource
from library.progress import Progress
from library.recognition.engines import Engines
from library.store.store import Store
from viewer.jobs import Job, Jobs
from viewer.page_source import PageSource
from viewer.reading import Reading


class Joining(QObject):
    """Keeps the links of the document in front up to date."""

    def __init__(self, store: Store, pages: PageSource, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.recognises = True  # whether words are looked for on scans that have none
        self._store = store
        self._pages = pages
        self._jobs = jobs
        self._front: Reading | None = None
        self._job: Job | None = None
        self._done: dict[Reading, Document] = {}  # as it was when all of it was joined

    def bring_to_front(self, reading: Reading | None) -> None:
        """This document is read now."""
        if reading is self._front:
            return
        self.stop()
        self._front = reading
        if reading is not None and self._done.get(reading) is not reading.document:
            self._begin(reading)

    def again(self, reading: Reading) -> None:
        """The document is another, or the reader mended a link: join it anew."""
        self._done.pop(reading, None)
        if reading is self._front:
            self.stop()
            self._begin(reading)

    def follow(self, reading: Reading, change: Change) -> None:
        """Something was made, moved or replaced in the document: what it means for the links."""
        self._derive(reading, {i.id for i in change.items() if isinstance(i, Annotation)})
        if change.touches(OwnLink) or change.touches(Wording):
            self.again(reading)

    def _derive(self, reading: Reading, ids: Collection[str]) -> None:
        """These annotations are new or moved: keep what the links tell of their other side."""
        touched = [each for each in reading.annotations if each.id in ids]
        if touched and reading.joint.joined.pages:
            work = _deriving(self._store, reading.document, reading.joint.joined, touched)
            self._jobs.begin(work, quiet=True)

    def forget(self, reading: Reading) -> None:
        """The tab is closed."""
        self._done.pop(reading, None)
        if reading is self._front:
            self.stop()
            self._front = None

    def stop(self) -> None:
        """End the work at once; what is known stays."""
        job, self._job = self._job, None
        if job is not None:
            job.stop()
        if self._front is not None:
            self._front.joint.tell_work(None)

    def _begin(self, reading: Reading) -> None:
        if not reading.is_kept or not reading.is_whole or not reading.document.scan_pages:
            return
        job = self._jobs.begin(self._work(reading), quiet=True)
        self._job = job
        job.progressed.connect(lambda step: self._tell(job, reading, step))
        job.finished.connect(lambda found: self._finish(job, reading, *found))
        job.failed.connect(lambda error: self._fail(job, reading, error))

    def _work(self, reading: Reading) -> Generator[Progress, None, tuple[Document, Joined]]:
        document = reading.document
        sources = [
            FileSource(path, reading.password, file.name)
            for path, file in zip(reading.paths, document.files, strict=True)
        ]
        with JoiningProcess() as joiner, Engines() as engines:
            means = Means(
                self._pages.pool,
                self._store,
                joiner,
                engines.engine_for,
                self.recognises,
            )
            anchors = self._store.texts.anchors(document.id)
            own_links = anchors.present_links(reading.joint.own_links)
            joined = yield from join_document(
                document, sources, means, own_links, lambda: reading.page
            )
            fuller = keep_what_joining_tells(document, joined, self._store)
            if fuller is not document:  # the links of the text that is kept from now on
                joined = yield from join_document(fuller, sources, means)
        return fuller, joined

    def _tell(self, job: Job, reading: Reading, step: Progress) -> None:
        if job is not self._job:
            return
        joint, problem = reading.joint, ""
        if isinstance(step, JoinedFurther):
            problem = step.problem
            if step.joined.pages >= joint.joined.pages:  # what was known before stays till then
                joint.take(step.joined, problem)
        joint.tell_work(step, problem)

    def _finish(self, job: Job, reading: Reading, document: Document, joined: Joined) -> None:
        if job is not self._job:
            return
        self._job = None
        self._done[reading] = document
        if document is not reading.document:
            reading.take_text(document)
        if joined is not reading.joint.joined:
            reading.joint.take(joined, reading.joint.problem)
        reading.joint.tell_work(None)

    def _fail(self, job: Job, reading: Reading, error: DiptychError) -> None:
        if job is self._job:
            self._job = None
            reading.joint.tell_work(None, str(error))


def _deriving(
    store: Store, document: Document, joined: Joined, annotations: Sequence[Annotation]
) -> Generator[Progress, None, None]:
    anchors = store.texts.anchors(document.id)
    store.save_derived(derived(document, joined, anchors.present_annotations(annotations)))
    yield from ()
