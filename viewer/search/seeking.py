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
from library.shelving.question import Order, Place, PlaceKind, ShelfQuestion
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
    """What is found so far: as it stands in `order`, and as `found`, the best first."""

    inquiry: Inquiry
    stage: Stage
    found: Standing
    order: Order | None
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
        self._place = Place()
        self._order: Order | None = None
        self._last: Answer | None = None
        session.ended.connect(self.stop)

    def ask(self, question: ShelfQuestion) -> None:
        """Search for what the question looks for, in what else it asks for."""
        self.stop()
        self._place = question.place
        search = question.search
        if search is not None and search.root is not None:
            self._begin(lambda: self._open(search, question), self._take_inquiry)

    def sort(self, order: Order | None) -> None:
        """Have the documents stand in the order of a column; None for the best first."""
        self._order = order
        if self._last is not None and self._last.order != order:
            self._sort(self._last)

    def stop(self) -> None:
        """What was asked last is not wanted any more."""
        self._last = None
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
        self._begin(lambda: self._answering(inquiry, stage), self._take_answer)

    def _answering(self, inquiry: Inquiry, stage: Stage) -> Generator[Progress, None, Answer]:
        yield from ()
        return self._answer(inquiry, stage, _ask(inquiry, stage), self._order)

    def _answer(
        self, inquiry: Inquiry, stage: Stage, found: Standing, order: Order | None
    ) -> Answer:
        standing = found if order is None else self._in_order(found, order)
        count = AT_FIRST if stage is Stage.FIRST else AT_ONCE
        documents = inquiry.rows(standing, standing.documents[:count], SHOWN)
        return Answer(inquiry, stage, found, order, standing, Rows(standing), documents)

    def _in_order(self, found: Standing, order: Order) -> Standing:
        """Documents of all the library stand so; what is in the trash is asked for by itself."""
        in_trash = self._place.kind is PlaceKind.TRASH
        everything = ShelfQuestion(self._place if in_trash else Place(), order=(order,))
        numbers = self._session.store.catalogue.arrange(everything).numbers
        here = {number: found.passages[number] for number in numbers if number in found.passages}
        return replace(found, passages={**here, **found.passages})

    def _sort(self, answer: Answer) -> None:
        order = self._order

        def work() -> Generator[Progress, None, Answer]:
            yield from ()
            return self._answer(answer.inquiry, answer.stage, answer.found, order)

        job = self._session.jobs.begin(work(), quiet=True)
        job.finished.connect(self._take_sorted)
        job.failed.connect(self._fail)
        job.stopped.connect(lambda: self._sort(answer) if answer is self._last else None)

    def _take_sorted(self, answer: Answer) -> None:
        last = self._last
        if last is not None and (last.inquiry, last.stage) == (answer.inquiry, answer.stage):
            self._show(answer)

    def _show(self, answer: Answer) -> None:
        """Tell it; where the reader wants another order by now, have it so first."""
        self._last = answer
        if answer.order == self._order:
            self.answered.emit(answer)
        else:
            self._sort(answer)

    def _take_answer(self, answer: Answer) -> None:
        self._show(answer)
        if answer.inquiry is not self._inquiry:
            return
        if answer.stage is Stage.FIRST:
            self._go_on(answer.inquiry, Stage.RANKED)
        elif answer.stage is Stage.RANKED and not answer.standing.is_whole:
            self._go_on(answer.inquiry, Stage.WHOLE)
        else:
            self._begin(lambda: _finding_similar(answer.inquiry), self.similar_found.emit)

    def _begin(self, work: Callable[[], Work], take: Callable[[Any], object]) -> None:
        job = self._session.jobs.begin(work(), quiet=True)
        self._job = job

        def took(result: object) -> None:
            if self._job is job:
                take(result)

        job.finished.connect(took)
        job.failed.connect(self._fail)
        job.stopped.connect(lambda: self._try_again(job, work, take))

    def _try_again(self, job: Job, work: Callable[[], Work], take: Callable[[Any], object]) -> None:
        """Somebody else broke off what the shelf was asked for: it is still to be answered."""
        if self._job is job and not self._session.is_over:
            self._begin(work, take)

    def _fail(self, error: DiptychError) -> None:
        self._session.failed.emit(str(error))


def is_narrow(question: ShelfQuestion) -> bool:
    """Whether more than the search chooses documents."""
    return bool(
        question.place != Place() or any(question.chosen.values()) or question.days is not None
    )


def _ask(inquiry: Inquiry, stage: Stage) -> Standing:
    steps = {Stage.FIRST: inquiry.first, Stage.RANKED: inquiry.ranked, Stage.WHOLE: inquiry.whole}
    return steps[stage]()


def _finding_similar(inquiry: Inquiry) -> Generator[Progress, None, Found]:
    yield from ()
    return inquiry.similar(SIMILAR)


def _reading(
    answer: Answer, numbers: Sequence[int], each: int
) -> Generator[Progress, None, Sequence[FoundDocument]]:
    yield from ()
    return answer.inquiry.rows(answer.standing, numbers, each)
