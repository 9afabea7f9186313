"""The shelf: where to look at the left, the documents over time, the table, and a preview.

The parts follow the question that is asked of the shelf, and change it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from library.model.shelved import Collection
from library.shelving.question import Column, Place, PlaceKind, ShelfQuestion
from library.store.catalogue.catalogue import Catalogue
from viewer.asking import Asking
from viewer.clock import Clock, utc_now
from viewer.shelf.asker import Asker
from viewer.shelf.choice import Choice, chosen_in
from viewer.shelf.document_menu import DocumentDeeds, document_menu
from viewer.shelf.dropping import DropFrame
from viewer.shelf.emptiness import emptiness
from viewer.shelf.empty import EmptyState
from viewer.shelf.facet_items import FEW, MANY
from viewer.shelf.filters import Filters
from viewer.shelf.following import Arrangement, Following, Found
from viewer.shelf.frame import ShelfFrame, tight
from viewer.shelf.looking import Looking
from viewer.shelf.preview import Preview
from viewer.shelf.remembering import Left
from viewer.shelf.shelf_model import ShelfModel
from viewer.shelf.shelf_table import ShelfTable
from viewer.shelf.side import Side
from viewer.shelf.timeline import Timeline
from viewer.shelf.view_menu import ViewMenu
from viewer.shelf.wishes import Wishes
from viewer.shelf.wording import counted

NARROW = 1220  # px: below this the table needs the preview's room
_ALL = Place()
_FEW = 20_000  # documents that are gone through within a frame


class ShelfPanel(QWidget):
    """Knows the question and the catalogue; all that changes the library is told."""

    files_dropped = Signal(list)  # Path
    open_files_asked = Signal()
    left_changed = Signal()  # how the shelf is looked at; kept by `left`
    counted = Signal(str)  # how many documents are shown, in words
    typed = Signal(str)  # letters typed on the table begin a search
    left_upwards = Signal()  # the arrow up, in the first row of the table
    all_asked = Signal()  # the search is to be cleared, too
    save_asked = Signal()  # what is asked, as a smart collection

    def __init__(
        self,
        asking: Asking,
        asker: Asker,
        catalogue: Catalogue,
        clock: Clock = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.asking = asking
        self.deeds = DocumentDeeds(self)
        self.model = ShelfModel(clock, self)
        self.table = ShelfTable(self.model)
        self.choice = Choice(self.table, self.model)
        self.side, self.timeline, self.filters = Side(), Timeline(), Filters()
        self.preview = Preview()
        self.looking = Looking(self.preview, self.choice, self.model, self)
        self.following = Following(asking, asker, catalogue, self._chosen_now, self)
        self.collections: Sequence[Collection] = ()
        self._total: int | None = None  # documents, also in the trash; None while it is not known
        self._is_being_prepared = False  # the index, which is made anew
        self._outside_trash = 0
        self._is_answered = False
        self._instead: QWidget | None = None
        self._nothing = EmptyState("search", self.tr("Show all documents"))
        self._waiting = QWidget()
        self._frame = ShelfFrame(self.side, (self.timeline, self.filters), self.preview)
        self._frame.hold(self._waiting, self.table, self._nothing)
        tight(QVBoxLayout(self)).addWidget(self._frame, 1)
        self._wishes = Wishes(asking, self.left_changed.emit)
        self._drop = DropFrame(self)
        self._connect()
        self.table.header.show_order(asking.question.order)
        self._show_state()

    # --- What the caller does --------------------------------------------------------

    def refresh(self) -> None:
        """The library has changed, or the shelf is looked at again."""
        self.model.age()
        self.following.ask_all()

    def left(self) -> Left:
        """How the shelf is looked at, for `restore`."""
        question, side = self.asking.question, self._frame.side_width
        order, folded = question.order, self.side.facets.folded
        return Left(self.table.columns, order, question.group, folded, side)

    def restore(self, left: Left) -> None:
        self.table.show_columns(left.columns)
        self.side.facets.show_folded(left.folded)
        if left.side:
            self._frame.set_side_width(left.side)
        self.asking.ask(replace(self.asking.question, order=left.order, group=left.group))

    def hold(self, widget: QWidget) -> None:
        """For `show_instead`."""
        self._frame.hold(widget)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show this in the place of the table, or the table again."""
        self._instead = widget
        self.looking.is_elsewhere = widget is not None
        self._show_state()
        self.looking.look()

    def enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            self.choice.choose_first()

    def open_first(self) -> None:
        self.enter_table()
        self.with_chosen(self.deeds.open_asked.emit)

    def with_chosen(self, act: Callable[[list[str]], None]) -> None:
        """Call with the ids of the chosen documents: at once, where they are in sight."""
        numbers = self.choice.numbers()
        entries = self.model.entries.all_of(numbers)
        if entries is None:
            self.following.ask_ids(numbers, act)
        elif entries:
            act([entry.id for entry in entries])

    def _connect(self) -> None:
        self._connect_table()
        following, asking = self.following, self.asking
        asking.changed.connect(self._follow)
        following.arranged.connect(self._show_arrangement)
        following.entries_came.connect(self._take_entries)
        following.facets_counted.connect(self.side.facets.show_counts)
        following.sizes_counted.connect(self._take_sizes)
        following.bars_asked.connect(self.timeline.refresh)
        self.model.wanted.connect(following.ask_entries)
        self.timeline.bars_asked.connect(
            lambda view: following.ask_bars(view, self.timeline.show_bars)
        )
        self.timeline.days_chosen.connect(self._wishes.choose_days)
        self.filters.asked.connect(asking.ask)
        self.filters.save_asked.connect(self.save_asked)
        self.side.facets.toggled.connect(self._wishes.toggle)
        self.side.facets.more_asked.connect(self._count_more)
        self._frame.side_moved.connect(self.left_changed)
        self._frame.empty.asked.connect(self.open_files_asked)
        self._drop.dropped.connect(self.files_dropped)
        self._nothing.asked.connect(self._show_everything)
        self.deeds.copy_titles_asked.connect(self._copy_titles)

    def _connect_table(self) -> None:
        table, deeds = self.table, self.deeds
        table.open_asked.connect(lambda: self.with_chosen(deeds.open_asked.emit))
        table.remove_asked.connect(self._remove)
        table.fold_asked.connect(self.model.fold)
        table.typed.connect(self.typed)
        table.left_upwards.connect(self.left_upwards)
        table.columns_changed.connect(self.left_changed)
        table.customContextMenuRequested.connect(self._show_menu)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.looking.look())
        table.selectionModel().selectionChanged.connect(lambda *_: self.looking.look())
        self.view_menu = ViewMenu(lambda: table.columns, lambda: self.asking.question, self)
        self.view_menu.toggle = self._toggle_column
        self.view_menu.sort = self._wishes.sort
        self.view_menu.group = self._wishes.group
        self.view_menu.fold_all = lambda folded: self.model.fold_all(folded=folded)
        table.header.menu_button.setMenu(self.view_menu)
        table.header.sort_asked.connect(self._wishes.sort)
        table.header.customContextMenuRequested.connect(
            lambda place: self.view_menu.popup(table.header.mapToGlobal(place))
        )

    # --- Following the question ------------------------------------------------------

    def _follow(self, now: ShelfQuestion, _before: ShelfQuestion) -> None:
        self.table.header.show_order(now.order)
        self.side.facets.show_chosen(now.chosen)
        self.timeline.show_days(now.days)
        self.filters.show_question(now)

    def _show_arrangement(self, answer: Arrangement) -> None:
        numbers, current = self._chosen_now()
        chosen = answer.chosen
        if (numbers, current) != answer.asked_with and len(answer.arranged.numbers) < _FEW:
            chosen = chosen_in(answer.arranged.numbers, frozenset(numbers), current)
        self.model.entries.take(answer.first)
        self.model.show_arranged(answer.arranged, answer.question.group)
        self.choice.choose(chosen)
        self.choice.choose_first()
        self._is_answered = True
        self._show_state()
        self.looking.look()

    def _chosen_now(self) -> tuple[Sequence[int], int | None]:
        return self.choice.numbers(), self.choice.current()

    def _take_entries(self, found: Found) -> None:
        self.model.take(found)
        if self.choice.current() in found:
            self.looking.look()

    def _take_sizes(self, sizes: Mapping[Place, int]) -> None:
        in_all = (PlaceKind.ALL, PlaceKind.TRASH)
        self._total = sum(sizes.get(Place(kind), 0) for kind in in_all)
        self._outside_trash = sizes.get(_ALL, 0)
        self.side.take_sizes(sizes)
        self._show_state()

    def _count_more(self) -> None:
        self.following.show_more(MANY if self.side.facets.opened else 2 * FEW)

    def _toggle_column(self, column: Column) -> None:
        self.table.show_columns(self.table.columns.toggled(column))
        self.left_changed.emit()

    def tell_preparing(self, *, goes_on: bool) -> None:
        """The index is being made anew, or is ready: what there is so far is shown."""
        self._is_being_prepared = goes_on
        self.refresh()
        self._show_state()

    def _show_everything(self) -> None:
        self.all_asked.emit()
        self._wishes.show_everything()

    # --- What is seen ----------------------------------------------------------------

    def _show_state(self) -> None:
        """The table, or why there is none; and how much of the library it is."""
        shown = len(self.model.lines.numbers)
        is_empty = self._total == 0 and self._instead is None
        self._frame.show_empty(is_empty=is_empty, is_being_prepared=self._is_being_prepared)
        page = self.table if shown else self._nothing if self._is_answered else self._waiting
        if page is self._nothing:
            why = emptiness(self.asking.question)
            self._nothing.say(why.title, why.words)
            self._nothing.button.setVisible(self.asking.question.place == _ALL)
        self._frame.show_page(self._instead or page)
        in_trash = self.asking.question.place.kind is PlaceKind.TRASH
        total = shown if in_trash else max(self._outside_trash, shown)
        if self._is_answered or is_empty:
            self.counted.emit("" if is_empty else counted(shown, total))
        self.setFocusProxy(self._frame.empty.button if is_empty else self.table)
        self._make_room()

    def _make_room(self) -> None:
        """The preview shows where the panel is wide."""
        shown = self.width() >= NARROW
        if shown and self.preview.isHidden():
            self.looking.look()
        self._frame.show_preview(shown=shown)

    # --- What is done with documents -------------------------------------------------

    def _remove(self) -> None:
        in_trash = self.asking.question.place.kind is PlaceKind.TRASH
        asked = self.deeds.delete_asked if in_trash else self.deeds.remove_asked
        self.with_chosen(asked.emit)

    def menu(self) -> QMenu:
        """What can be done with the chosen documents."""
        place = self.asking.question.place
        return document_menu(self.deeds, self.with_chosen, place, self.collections, self)

    def _show_menu(self, place: QPoint) -> None:
        if not self.choice.is_empty():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(place))

    def _copy_titles(self) -> None:
        entries = self.model.entries.all_of(self.choice.numbers())
        if entries is not None:
            QGuiApplication.clipboard().setText("\n".join(entry.title for entry in entries))

    # --- Qt's events -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop.setGeometry(self.rect())
        self._make_room()
