"""Asking the library as the reader types: each question takes the place of the one before.

Some documents come at once, then the best ones, then the count, and what is similar at last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from library.errors import DiptychError
from library.progress import Progress
from library.searching.hits import Found, FoundDocument
from library.searching.query import Query
from library.searching.standing import Standing
from library.shelving.question import Place, ShelfQuestion
from library.store.search.inquiry import Inquiry
from viewer.jobs import Job, Work
from viewer.search.rows import SHOWN, Rows
from viewer.session import Session

AT_ONCE = 24  # documents that are read with an answer: a window full of them
AT_FIRST = 10  # with the first one: they come before the reader has looked
SIMILAR = 100  # hits that are shown of what is similar


class Stage(IntEnum):
    FIRST = 1
    RANKED = 2
    WHOLE = 3


@dataclass(frozen=True)
class Answer:
    """What is found so far."""

    inquiry: Inquiry
    stage: Stage
    standing: Standing
    rows: Rows
    documents: Sequence[FoundDocument] = field(default=())  # the first of them


class Seeking(QObject):
    """Asks one question at a time, beside the window."""

    answered = Signal(object)  # Answer
    similar_found = Signal(object)  # Found
    read = Signal(object)  # Sequence[FoundDocument]: what was asked for by `want`

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inquiry: Inquiry | None = None
        self._job: Job | None = None
        self._among: tuple[ShelfQuestion, Collection[int]] | None = None
        session.ended.connect(self.stop)

    def ask(self, question: ShelfQuestion) -> None:
        """Search for what the question looks for, in what else it asks for."""
        self.stop()
        if question.search is not None and question.search.root is not None:
            self._begin(self._open(question.search, question), self._take_inquiry)

    def stop(self) -> None:
        """What was asked last is not wanted any more."""
        if self._inquiry is not None:
            self._inquiry.cancel()
            self._inquiry = None
        if self._job is not None:
            self._job.stop()
            self._job = None

    def want(self, answer: Answer, numbers: Sequence[int], each: int) -> None:
        """Read these documents, with so many hits of each; `read` tells them."""
        job = self._session.jobs.begin(_reading(answer, numbers, each), quiet=True)
        job.finished.connect(self.read)
        job.failed.connect(self._fail)

    # --- The stages ------------------------------------------------------------------

    def _open(
        self, query: Query, question: ShelfQuestion
    ) -> Generator[Progress, None, tuple[Inquiry, Collection[int] | None, ShelfQuestion]]:
        yield from ()
        rest, store = replace(question, search=None, order=(), group=None), self._session.store
        among = self._among[1] if self._among and self._among[0] == rest else None
        if among is None and is_narrow(rest):
            among = frozenset(store.catalogue.arrange(rest).numbers)
        return store.search.inquire(query, among), among, rest

    def _take_inquiry(self, opened: tuple[Inquiry, Collection[int] | None, ShelfQuestion]) -> None:
        self._inquiry, among, rest = opened
        self._among = None if among is None else (rest, among)
        self._go_on(self._inquiry, Stage.FIRST)

    def _go_on(self, inquiry: Inquiry, stage: Stage) -> None:
        self._begin(_answering(inquiry, stage), self._take_answer)

    def _take_answer(self, answer: Answer) -> None:
        self.answered.emit(answer)
        if answer.inquiry is not self._inquiry:
            return
        if answer.stage is Stage.FIRST:
            self._go_on(answer.inquiry, Stage.RANKED)
        elif answer.stage is Stage.RANKED and not answer.standing.is_whole:
            self._go_on(answer.inquiry, Stage.WHOLE)
        else:
            self._begin(_finding_similar(answer.inquiry), self.similar_found.emit)

    def _begin(self, work: Work, take: Callable[[Any], object]) -> None:
        job = self._session.jobs.begin(work, quiet=True)
        self._job = job

        def took(result: object) -> None:
            if self._job is job:
                take(result)

        job.finished.connect(took)
        job.failed.connect(self._fail)

    def _fail(self, error: DiptychError) -> None:
        self._session.failed.emit(str(error))


def is_narrow(question: ShelfQuestion) -> bool:
    """Whether more than the search chooses documents."""
    return bool(
        question.place != Place() or any(question.chosen.values()) or question.days is not None
    )


def _answering(inquiry: Inquiry, stage: Stage) -> Generator[Progress, None, Answer]:
    yield from ()
    steps = {Stage.FIRST: inquiry.first, Stage.RANKED: inquiry.ranked, Stage.WHOLE: inquiry.whole}
    standing = steps[stage]()
    count = AT_FIRST if stage is Stage.FIRST else AT_ONCE
    documents = inquiry.rows(standing, standing.documents[:count], SHOWN)
    return Answer(inquiry, stage, standing, Rows(standing), documents)


def _finding_similar(inquiry: Inquiry) -> Generator[Progress, None, Found]:
    yield from ()
    return inquiry.similar(SIMILAR)


def _reading(
    answer: Answer, numbers: Sequence[int], each: int
) -> Generator[Progress, None, Sequence[FoundDocument]]:
    yield from ()
    return answer.inquiry.rows(answer.standing, numbers, each)
