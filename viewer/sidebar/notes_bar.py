"""The row over the notes: what is sought, which are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from library.model.anchor import AnchorState
from library.model.annotation import Annotation, Colour
from library.model.document import Document
from viewer.colours import colour_name, swatch
from viewer.filter_field import FilterField
from viewer.icons import icon
from viewer.places import Note
from viewer.sidebar.arranging import KINDS, Grouping, Order, Wanted
from viewer.sidebar.naming import kind_title, state_title


class NotesBar(QWidget):
    """Holds what the reader wants to see of the notes."""

    wanted_changed = Signal(object)  # Wanted
    note_asked = Signal()  # a note on the whole document
    left_downwards = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self._document = document
        self._tags: Sequence[str] = ()
        self.field = FilterField(self.tr("Filter the notes"), self)
        self.field.setMinimumHeight(30)
        self.filters = self._button("list-filter", self.tr("Show only some of the notes"))
        self.filters.setCheckable(True)  # it shows whether some are left out
        self.arranging = self._button("arrow-up-down", self.tr("Order and groups"))
        self.adding = self._button("file-plus", self.tr("Write a note on the whole document"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 4)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        for button in (self.filters, self.arranging, self.adding):
            row.addWidget(button)
        self.field.textChanged.connect(lambda words: self._want(replace(self.wanted, words=words)))
        self.field.left_downwards.connect(self.left_downwards)
        self.field.entered.connect(self.left_downwards)
        self.adding.clicked.connect(self.note_asked)
        self._with_menu(self.filters, self._fill_filters)
        self._with_menu(self.arranging, self._fill_arranging)

    def know(self, document: Document, notes: Iterable[Note]) -> None:
        """The notes that there are: what can be filtered by depends on them."""
        self._document = document
        tags = {tag for note in notes if isinstance(note, Annotation) for tag in note.tags}
        self._tags = sorted(tags, key=str.casefold)

    def clear(self) -> None:
        """Show everything again."""
        cleared = Wanted(order=self.wanted.order, grouping=self.wanted.grouping)
        self._want(cleared)
        self.field.setText("")

    def _want(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self.filters.setChecked(replace(wanted, words="").is_filtered)
            self.wanted_changed.emit(wanted)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _with_menu(self, button: QToolButton, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(button)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.aboutToShow.connect(lambda: _refill(menu, fill))

    # --- Menus -----------------------------------------------------------------------

    def _fill_filters(self, menu: QMenu) -> None:
        wanted = self.wanted
        everything = menu.addAction(self.tr("Show All"))
        everything.setEnabled(wanted.is_filtered)
        everything.triggered.connect(self.clear)
        menu.addSeparator()
        colours = menu.addMenu(icon("palette"), self.tr("Colour"))
        for colour in Colour:
            action = self._choice(
                colours,
                colour_name(colour),
                colour in wanted.colours,
                replace(wanted, colours=wanted.colours ^ {colour}),
            )
            action.setIcon(swatch(colour))
        kinds = menu.addMenu(icon("highlighter"), self.tr("Kind"))
        for kind in KINDS:
            now = replace(wanted, kinds=wanted.kinds ^ {kind})
            self._choice(kinds, kind_title(kind), kind in wanted.kinds, now)
        self._add_tags(menu)
        self._add_texts(menu)
        self._add_states(menu)

    def _add_tags(self, menu: QMenu) -> None:
        wanted, tags = self.wanted, menu.addMenu(icon("tag"), self.tr("Tag"))
        tags.setEnabled(bool(self._tags))
        for tag in self._tags:
            now = replace(wanted, tags=wanted.tags ^ {tag})
            self._choice(tags, tag, tag in wanted.tags, now)

    def _add_texts(self, menu: QMenu) -> None:
        wanted, texts = self.wanted, menu.addMenu(icon("file-text"), self.tr("Text"))
        texts.setEnabled(len(self._document.versions) > 1)
        for version in self._document.versions:
            now = replace(wanted, versions=wanted.versions ^ {version.id})
            self._choice(texts, version.label, version.id in wanted.versions, now)

    def _add_states(self, menu: QMenu) -> None:
        wanted, states = self.wanted, menu.addMenu(icon("map-pin"), self.tr("State"))
        for state in AnchorState:
            now = replace(wanted, states=wanted.states ^ {state.value})
            self._choice(states, state_title(state), state.value in wanted.states, now)

    def _fill_arranging(self, menu: QMenu) -> None:
        wanted = self.wanted
        for group in (
            (
                (self.tr("In Reading Order"), replace(wanted, order=Order.PLACE)),
                (self.tr("Newest First"), replace(wanted, order=Order.NEWEST)),
            ),
            (
                (self.tr("Not Grouped"), replace(wanted, grouping=Grouping.NONE)),
                (self.tr("Grouped by Colour"), replace(wanted, grouping=Grouping.COLOUR)),
                (self.tr("Grouped by Tag"), replace(wanted, grouping=Grouping.TAG)),
            ),
        ):
            exclusive = QActionGroup(menu)
            for name, now in group:
                exclusive.addAction(self._choice(menu, name, now == wanted, now))
            menu.addSeparator()

    def _choice(self, menu: QMenu, text: str, chosen: bool, now: Wanted) -> QAction:  # noqa: FBT001
        """Something to be ticked; then `now` is wanted."""
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _=False: self._want(now))
        return action


def _refill(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    fill(menu)
