"""Documents that may be in the library twice: compared side by side, made one, or told apart."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from library.duplicates.comparing import Side, comparing
from library.duplicates.finding import Known, finding_duplicates
from library.duplicates.pairing import Pair, Why
from library.model.change import Change, Holding
from library.model.shelved import Distinct
from library.progress import Progress
from viewer.dialogs.compared import ComparedView
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.jobs import Job
from viewer.merging import DocumentMerging
from viewer.session import Session

_LIST = 380  # px, its width


class Found(NamedTuple):
    """The pairs, and what their documents are called."""

    pairs: list[Pair]
    titles: Mapping[str, str]


class DuplicatesDialog(ListingDialog):
    """Looks through the library as soon as it is opened, and again after each change."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Duplicates"), self.tr("No document is in your library twice."))
        self.resize(1140, 680)
        self._session = session
        self._known: Known = {}
        self._job: Job | None = None
        self._comparing: Job | None = None
        self.compared = ComparedView()
        self._place_beside()
        self._merging = DocumentMerging(session, self)
        self._merging.told.connect(self.explain)
        self.add_deed(Deed(self.tr("Open Both"), self._open, alone=True))
        left, right = self.tr("Merge into the Left"), self.tr("Merge into the Right")
        self.add_deed(Deed(left, self._merge_left, alone=True, suits=self._can_write))
        self.add_deed(Deed(right, self._merge_right, alone=True, suits=self._can_write))
        self.add_deed(Deed(self.tr("Not Duplicates"), self._tell_apart, suits=self._can_write))
        self.stopping = self.add_button(self.tr("Stop"), self.stop)
        self.chosen_changed.connect(self._compare)
        self.finished.connect(lambda _: self._leave())
        session.changed.connect(self._take_change)
        self.look()

    def look(self) -> None:
        """Look through the library; what was read before is not read again."""
        self.stop()
        self.stopping.show()
        self.empty.setText(self.tr("Comparing documents…"))
        job = self._job = self._session.jobs.begin(self._work())
        job.progressed.connect(self._tell)
        job.finished.connect(lambda found: self._show(job, found))
        job.failed.connect(lambda error: self.explain(str(error)))
        job.stopped.connect(lambda: self.empty.setText(self.tr("Not all was compared.")))
        job.ended.connect(lambda: self._end(job))

    def stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _leave(self) -> None:
        self._session.changed.disconnect(self._take_change)
        self.stop()

    @property
    def is_looking(self) -> bool:
        return self._job is not None

    # --- Looking ---------------------------------------------------------------------

    def _work(self) -> Generator[Progress, None, Found]:
        pairs = yield from finding_duplicates(self._session.store, self._known)
        titles = {known.id: known.title for known in self._session.store.records.known()}
        return Found(pairs, titles)

    def _tell(self, progress: Progress) -> None:
        words = self.tr("Comparing documents: {0:,} of {1:,}…")
        if self.is_looking and progress.done < progress.total:
            self.empty.setText(words.format(progress.done, progress.total))

    def _show(self, job: Job, found: Found) -> None:
        if job is self._job:
            self.empty.setText(self.tr("No document is in your library twice."))
            self.show_entries(self._entries(found))
            if not self.chosen():
                self.table.choose_rows(self.model.rows(lambda _: True)[:1])

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.stopping.hide()

    def _entries(self, found: Found) -> Iterator[Entry]:
        groups = {
            Why.FILES: self.tr("The same files"),
            Why.RECORD: self.tr("The same record"),
            Why.TEXT: self.tr("Alike texts"),
        }
        for pair in found.pairs:
            title, other = (found.titles.get(each, "") for each in (pair.one, pair.other))
            text = title if title == other else f"{title} – {other}"
            share = self.tr("{0} % alike").format(round(100 * pair.likeness))
            yield Entry(pair, groups[pair.why[0]], text, share if Why.TEXT in pair.why else "")

    # --- One pair --------------------------------------------------------------------

    def _compare(self) -> None:
        chosen = self.chosen()
        self._comparing = None
        if len(chosen) != 1:
            self.compared.clear()
            return
        (pair,) = chosen
        work = comparing(self._session.store, pair.one, pair.other)
        job = self._comparing = self._session.jobs.begin(work, quiet=True)
        job.finished.connect(lambda sides: self._show_sides(job, sides))

    def _show_sides(self, job: Job, sides: tuple[Side, Side]) -> None:
        if job is self._comparing:
            left, right = map(self._picture, sides)
            self.compared.show_sides(sides, (left, right))

    def _picture(self, side: Side) -> bytes:
        if side.first_page is None:
            return b""
        store = self._session.store
        kept = store.preview(side.document, side.first_page)
        return kept or store.thumbnail(side.document, side.first_page) or b""

    def _can_write(self, _pair: Pair) -> bool:
        return not self._session.store.is_read_only

    def _open(self, pairs: Sequence[Pair]) -> None:
        (pair,) = pairs
        self._session.open_documents((pair.one, pair.other), front=pair.one)
        self.accept()

    def _merge_left(self, pairs: Sequence[Pair]) -> None:
        self._merging.begin(pairs[0].one, pairs[0].other)

    def _merge_right(self, pairs: Sequence[Pair]) -> None:
        self._merging.begin(pairs[0].other, pairs[0].one)

    def _tell_apart(self, pairs: Sequence[Pair]) -> None:
        self._session.shelving.tell_apart((pair.one, pair.other) for pair in pairs)

    def _take_change(self, change: Change) -> None:
        if change.touches(Holding) or change.touches(Distinct):
            self.look()

    def _place_beside(self) -> None:
        """The list on the left, the two documents on the right."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made by the list
        place = column.indexOf(self.table)
        column.removeWidget(self.table)
        self.table.setFixedWidth(_LIST)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.table)
        row.addWidget(self.compared, 1)
        column.insertLayout(place, row, 1)
