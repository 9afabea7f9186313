"""Joins the shelf to the session: what the shelf shows of it, and what is done there."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from library.errors import DiptychError
from library.model.reading import ShelfEntry
from library.model.record import Record
from library.model.shelved import Collection, SmartCollection
from library.progress import Progress
from library.shelving.question import Place, PlaceKind, ShelfQuestion
from library.shelving.saving import asked_in
from library.store.store import Store
from viewer.asking import Asking
from viewer.deleting import Deleting
from viewer.dialogs.files import ask_for_files
from viewer.session import Session
from viewer.shelf.asker import Asker
from viewer.shelf.panel import ShelfPanel
from viewer.shelf.place_items import Thing, place_of
from viewer.shelf.remembering import left_in
from viewer.tags_dialog import TagsDialog

LEFT = "shelf"
PREPARED_EVERY = 1000  # ms: so often what there is so far is shown


@dataclass(frozen=True, slots=True)
class Looked:
    """What the preview shows of a document."""

    entry: ShelfEntry
    record: Record
    picture: bytes | None


class ShelfKeeping(QObject):
    """The panel never sees the store, the session never sees the panel."""

    words_wanted = Signal(str)  # in the search field: a saved search was gone to

    def __init__(self, session: Session, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._asking, self._parent = session, asking, parent
        catalogue = session.store.catalogue
        self._asker = Asker(session.jobs, catalogue.interrupt, self)
        self._looker = Asker(session.jobs, lambda: None, self)
        self.panel = ShelfPanel(asking, self._asker, catalogue)
        self._deleting = Deleting(session, parent)
        self._smart: Sequence[SmartCollection] = ()
        self._has_looked = False
        for asker in (self._asker, self._looker):
            asker.failed.connect(session.failed)
            session.ended.connect(asker.end)
        self._connect()
        self.panel.restore(left_in(session.store.recall(LEFT)))

    def refresh(self) -> None:
        """Show what the library holds now."""
        store = self._session.store
        self._asker.ask("collections", lambda: _collections(store), self._show_collections)
        self.panel.refresh()
        if not self._has_looked:
            self._has_looked = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Bring the index up to date, where it misses something, and show what came of it."""
        job = self._session.jobs.begin(_catching_up(self._session.store))
        told = QTimer(self, interval=PREPARED_EVERY)
        told.timeout.connect(lambda: self.panel.tell_preparing(goes_on=True))
        once = Qt.ConnectionType.SingleShotConnection
        job.progressed.connect(lambda _: told.timeout.emit(), once)
        job.progressed.connect(lambda _: told.start(), once)
        job.ended.connect(told.deleteLater)
        job.finished.connect(
            lambda behind: self.panel.tell_preparing(goes_on=False) if behind else None
        )
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _connect(self) -> None:
        panel, session, deeds = self.panel, self._session, self.panel.deeds
        panel.files_dropped.connect(session.add_paths)
        panel.open_files_asked.connect(lambda: session.open_paths(ask_for_files(panel)))
        panel.looking.asked.connect(self._look_at)
        panel.left_changed.connect(self._remember)
        panel.preview.star_asked.connect(session.shelving.star)
        self._asking.changed.connect(lambda now, _: self._show_place(now))
        deeds.open_asked.connect(self._open)
        deeds.remove_asked.connect(session.remove_documents)
        deeds.restore_asked.connect(session.shelving.restore)
        deeds.delete_asked.connect(self._deleting.delete)
        deeds.star_asked.connect(session.shelving.star)
        deeds.to_read_asked.connect(session.shelving.mark_to_read)
        deeds.tags_asked.connect(self._tag)
        deeds.put_in_asked.connect(lambda ids, into: session.shelving.put_in(into, ids))
        deeds.put_in_new_asked.connect(lambda ids: self._new_collection("", ids))
        deeds.take_out_asked.connect(lambda ids, of: session.shelving.take_out(of, ids))
        places = panel.side.places
        places.place_asked.connect(self._go)
        places.new_asked.connect(self._new_collection)
        places.delete_asked.connect(self._delete)
        places.places.renamed.connect(session.shelving.rename)
        places.places.documents_dropped.connect(self._drop_on)
        places.places.collection_moved.connect(self._move)

    # --- Places and collections ------------------------------------------------------

    def _go(self, thing: Thing) -> None:
        place = place_of(thing)
        if isinstance(thing, SmartCollection):
            question, words = asked_in(thing.asked)
            self._asking.ask(question)
            self.words_wanted.emit(words)
        elif place is not None:
            self._asking.ask(replace(self._asking.question, place=place))

    def _show_place(self, question: ShelfQuestion) -> None:
        """Mark where the reader is: at a saved search while all of it is asked."""
        smart = next((each for each in self._smart if asked_in(each.asked)[0] == question), None)
        self.panel.side.places.show_place(smart or question.place)

    def _show_collections(
        self, found: tuple[Sequence[SmartCollection], Sequence[Collection]]
    ) -> None:
        self._smart, self.panel.collections = found
        self.panel.side.show_collections(*found)
        self._show_place(self._asking.question)
        here = self._asking.question.place
        ids = {each.id for each in self.panel.collections}
        if here.kind is PlaceKind.COLLECTION and here.collection not in ids:
            self._asking.ask(replace(self._asking.question, place=Place()))
        self._count()

    def _count(self) -> None:
        """How many documents fit saved searches, and lie in collections with others inside."""
        catalogue = self._session.store.catalogue
        asked: dict[Place | str, ShelfQuestion] = {
            each.id: replace(asked_in(each.asked)[0], group=None) for each in self._smart
        }
        for parent in {each.parent for each in self.panel.collections if each.parent}:
            place = Place(PlaceKind.COLLECTION, parent)
            asked[place] = ShelfQuestion(place)
        self._asker.ask(
            "counts",
            lambda: {key: len(catalogue.arrange(each).numbers) for key, each in asked.items()},
            self.panel.side.take_sizes,
        )

    def _new_collection(self, parent: str, documents: Sequence[str] = ()) -> None:
        name = self.tr("New collection")
        made = self._session.shelving.new_collection(name, parent, documents)
        self.panel.side.places.edit_next(made)

    def _delete(self, thing: Collection | SmartCollection) -> None:
        self._session.shelving.delete(thing)
        self._session.told.emit(
            self.tr("“{0}” was deleted. Ctrl+Z brings it back.").format(thing.name)
        )

    def _drop_on(self, onto: Collection | Place) -> None:
        """The chosen documents were dropped there."""
        shelving = self._session.shelving
        if isinstance(onto, Collection):
            self.panel.with_chosen(lambda ids: shelving.put_in(onto.id, ids))
        else:
            self.panel.with_chosen(self._session.remove_documents)

    def _move(self, collection_id: str, parent: str, before: str) -> None:
        found = (each for each in self.panel.collections if each.id == collection_id)
        for collection in found:
            self._session.shelving.move(collection, parent, before)

    # --- Documents -------------------------------------------------------------------

    def _open(self, ids: Sequence[str]) -> None:
        for document_id in ids:
            self._session.open_document(document_id)

    def _tag(self, ids: Sequence[str]) -> None:
        tags = self._session.store.tags
        documents = [_Tagged(tags.of_document(each)) for each in ids]
        dialog = TagsDialog(documents, [use.name for use in tags.used()], self._parent)
        if dialog.exec():
            self._session.shelving.tag(ids, dialog.added, dialog.removed)

    def _look_at(self, document_id: str) -> None:
        store = self._session.store
        self._looker.ask("preview", lambda: _looked(store, document_id), self._show_preview)

    def _show_preview(self, found: Looked | None) -> None:
        if found is not None:
            image = QImage.fromData(found.picture) if found.picture else None
            cited = found.record.citation or ""
            self.panel.looking.show_document(found.entry, found.record, cited, image)

    # --- From one time to the next ---------------------------------------------------

    def _remember(self) -> None:
        try:
            self._session.store.remember(LEFT, self.panel.left().plain())
        except DiptychError as error:
            self._session.failed.emit(str(error))


@dataclass(frozen=True, slots=True)
class _Tagged:
    tags: tuple[str, ...]


def _collections(store: Store) -> tuple[Sequence[SmartCollection], Sequence[Collection]]:
    return store.collections.smart(), store.collections.all()


def _looked(store: Store, document_id: str) -> Looked | None:
    catalogue = store.catalogue
    entries = catalogue.rows([*catalogue.numbers([document_id]).values()])
    if not entries:
        return None
    document = store.document(document_id)
    cover = document.scan_pages[0] if document.scan_pages else 0
    return Looked(entries[0], document.record, store.preview(document_id, cover))


def _catching_up(store: Store) -> Generator[Progress, None, bool]:
    """Whether anything was missed."""
    if store.catalogue.is_current():
        return False
    yield from store.catalogue.catching_up()
    return True
