"""Who appears in the documents: variants of names joined, parted, and their documents shown."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from library.model.person import Person
from library.progress import Progress
from library.shelving.likely_variants import Likely
from viewer import labels
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry, Listed
from viewer.session import Session
from viewer.words import counted

Key = Person | Likely


class PeopleDialog(ListingDialog):
    wanted = Signal(str)  # the name of a person whose documents are to be shown

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(720, 640)
        self.entitle(
            self.tr("People"), self.tr("Nobody is named in the records of your documents yet.")
        )
        self.explain(
            self.tr(
                "Who appears in your documents, by their records and heads. Choose names that "
                "are one person's and join them: the shelf and the search then know them as one."
            )
        )
        self._session = session
        self.add_deed(Deed(self.tr("Show Documents"), self._show, alone=True, suits=_is_person))
        self.joining = self.add_button(self.tr("Join…"), self._join)
        self.add_deed(Deed(self.tr("Part Again"), self._part, suits=self._can_be_parted))
        self.chosen_changed.connect(self._show_joining)
        session.changed.connect(self._refresh)
        self._refresh()

    def join(self, keys: Sequence[Key], name: str) -> None:
        """Have all of these be one person of this name."""
        self._session.peopling.join(_names(keys), name)

    def _refresh(self) -> None:
        job = self._session.jobs.begin(self._looking(), quiet=True)
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _looking(self) -> Generator[Progress, None, Listed]:
        """Names may be a hundred thousand: all of the list is made beside the window."""
        people, likely = yield from self._session.store.people.looking()
        return Listed(self._entries(people, likely))

    def _take(self, listed: Listed) -> None:
        self.show_listed(listed)
        self._show_joining()

    def _entries(self, people: Sequence[Person], likely: Sequence[Likely]) -> Iterator[Entry]:
        for each in likely:
            names = " = ".join(person.name for person in each.people)
            documents = sum(person.documents for person in each.people)
            yield Entry(each, self.tr("Perhaps the same"), names, self._count(documents), "link")
        for person in people:
            also = self.tr("also {0}").format("; ".join(person.variants))
            text = f"{person.name} · {also}" if person.variants else person.name
            yield Entry(person, self.tr("People"), text, self._count(person.documents), "user")

    def _count(self, documents: int) -> str:
        return counted(documents, self.tr("1 document"), self.tr("{0} documents"))

    def _show_joining(self) -> None:
        can_write = not self._session.store.is_read_only
        self.joining.setEnabled(can_write and len(_names(self.chosen())) > 1)

    def _can_be_parted(self, key: Key) -> bool:
        has_variants = isinstance(key, Person) and bool(key.variants)
        return has_variants and not self._session.store.is_read_only

    def _join(self) -> None:
        names = _names(self.chosen())
        question = self.tr("What the person is called:")
        name, given = QInputDialog.getItem(self, labels.shown(labels.JOIN_PEOPLE), question, names)
        if given and name.strip():
            self.join(self.chosen(), name)

    def _part(self, keys: Sequence[Person]) -> None:
        self._session.peopling.part(person.name for person in keys)

    def _show(self, keys: Sequence[Person]) -> None:
        self.wanted.emit(keys[0].name)
        self.accept()


def _names(keys: Sequence[Key]) -> list[str]:
    """Of all that are chosen, the fullest of likely variants first."""
    groups = ([key] if isinstance(key, Person) else key.people for key in keys)
    return list(dict.fromkeys(person.name for group in groups for person in group))


def _is_person(key: Key) -> bool:
    return isinstance(key, Person)
