"""A document tab: scan and text with a divider between them, the side panel beside.

The scan is made first, and asks for its page; the other panels are made when it is drawn,
or when something is wanted of them.  Until then a blank keeps their room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from library.model.annotation import Passage
from library.model.reading import Arrangement
from viewer.blank import SIDEBAR, Blank, replaced
from viewer.fields import hairline
from viewer.furnishing import Furnishing
from viewer.legend import Legend
from viewer.loupe import Loupe
from viewer.loupe_glass import Glass
from viewer.page_source import PageSource
from viewer.places import Sight
from viewer.reading import Reading
from viewer.scan.previews import Preview
from viewer.scan.scan_panel import ScanPanel
from viewer.scan.sighting import sight_at, sight_of
from viewer.settings import Settings
from viewer.sides import Sides
from viewer.tab_bar import TabBar
from viewer.tab_state import show_state

if TYPE_CHECKING:
    from viewer.citing import PassageCiting
    from viewer.sidebar.sidebar import Sidebar
    from viewer.strip.strip_panel import StripPanel
    from viewer.transcript.panel import TranscriptPanel

TEXT_PANEL = "viewer.transcript.panel"
SIDE_PANEL = "viewer.sidebar.sidebar"
ON_LINES = ("copy", "copy_quotation", "highlight", "underline", "note", "bookmark")
STRIP_PANEL = "viewer.strip.strip_panel"
STRIP_MODULES = (  # too many to import in one step
    "library.joining.strip.setting",
    "viewer.strip.content",
    "viewer.strip.strip_view",
    STRIP_PANEL,
)


class DocumentTab(QWidget):
    """Places the panels of one reading, and remembers how they share the room."""

    told = Signal(str)  # a quiet word for the status bar
    link_asked = Signal(str)  # an address the reader wants to open
    password_asked = Signal()  # the pages cannot be drawn without one

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        settings: Settings,
        actions: Mapping[str, QAction],
        preview: Preview | None = None,
    ) -> None:
        """`preview` gives a kept picture of a page, to be seen until the page is drawn."""
        super().__init__()
        self.reading = reading
        self._actions = actions
        self.bar = TabBar(reading, actions)
        self.scan = ScanPanel(reading, pages, preview=preview)
        self.legend = Legend(reading.joint)
        self._pages = pages
        self._settings = settings
        self._text_room: QWidget = Blank()
        self._sidebar_room: QWidget = Blank()
        self.sides = Sides(reading, self.scan, self._text_room, lambda: self.strip)
        self._whole = self._make_whole()
        self._lay_out()
        self._connect()
        self.bar.show_zoom(reading.position.zoom, reading.position.fit)
        glass = Glass(reading, pages, self.scan.picture, self)
        where = partial(sight_of, self.scan.view)
        self.loupe = Loupe(self, glass, reading.joint, self._sight_at, where)
        self._furnishing = self._furnish_later()

    @cached_property
    def text(self) -> TranscriptPanel:
        # Imported by name, here and below, for the first page comes sooner that way.
        module = import_module(TEXT_PANEL)
        text: TranscriptPanel = module.TranscriptPanel(self.reading, self._settings)
        self._text_room = replaced(self._text_room, text)
        self.sides.take_text(text)
        return text

    @cached_property
    def sidebar(self) -> Sidebar:
        sidebar: Sidebar = import_module(SIDE_PANEL).Sidebar(
            self.reading, lambda: self._settings.citation_style
        )
        sidebar.citation_asked.connect(self._cite_document)
        sidebar.link_asked.connect(self.link_asked)
        sidebar.file_notes_asked.connect(self._actions["file_notes"].trigger)
        self._sidebar_room = replaced(self._sidebar_room, sidebar)
        return sidebar

    @cached_property
    def strip(self) -> StripPanel:
        strip: StripPanel = import_module(STRIP_PANEL).StripPanel(
            self.reading, self._pages, self._settings, self.scan.stand_in
        )
        strip.selected.connect(self._select_text)
        strip.view.addActions([self._actions[name] for name in ON_LINES])
        return strip

    @cached_property
    def citing(self) -> PassageCiting:
        module = import_module("viewer.citing")
        citing: PassageCiting = module.PassageCiting(self.reading, self._pages, self._settings)
        citing.told.connect(self.say)
        return citing

    def furnish(self) -> None:
        """Make every panel that is not made yet."""
        self._furnishing.stop()
        _ = self.text, self.sidebar

    # --- What the actions ask for ----------------------------------------------------

    def find_in_text(self) -> None:
        """Open the find bar; the text comes into view where it was hidden."""
        if self.reading.version is not None:
            self.bring_text()
        self.text.show_find()

    def bring_text(self) -> None:
        """The text comes into view where it was hidden."""
        if self.sides.arrangement in (Arrangement.SCAN_ONLY, Arrangement.STRIP):
            self.reading.arrange(Arrangement.BESIDE)

    def show_text_beside(self) -> None:
        """Show another text beside the one in front, or no more; say why it cannot be."""
        beside = self.reading.beside
        hidden = self.sides.arrangement in (Arrangement.SCAN_ONLY, Arrangement.STRIP)
        if not beside.choices:
            self.say(self.tr("This document has no other text to show beside."))
        elif not hidden or beside.version is None:
            beside.toggle()
        if beside.choices:
            self.bring_text()
        self.show_state()

    def show_notes(self) -> None:
        self._actions["sidebar"].setChecked(True)
        self.sidebar.show_notes()

    def show_details(self) -> None:
        self._actions["sidebar"].setChecked(True)
        self.sidebar.show_details()

    def show_differences(self) -> None:
        self._actions["sidebar"].setChecked(True)
        self.sidebar.show_differences()

    def show_sidebar(self, shown: bool) -> None:  # noqa: FBT001 - slot of a toggled action
        self._sidebar_room.setVisible(shown)

    def show_state(self) -> None:
        """Show this tab's state in the actions that all tabs share."""
        show_state(self._actions, self.reading, self.sides.arrangement)
        self.bar.enable_zoom(self.sides.arrangement is not Arrangement.STRIP)

    def say(self, sentence: str) -> None:
        self.told.emit(sentence)

    def let_go(self) -> None:
        """The tab closes: withdraw what was asked for."""
        self.scan.let_go()
        self.loupe.glass.drawings.close()
        if "strip" in self.__dict__:
            self.strip.let_go()

    def flush(self) -> bool:
        """Save what is being typed; False where that was not possible."""
        return "sidebar" not in self.__dict__ or self.sidebar.flush()

    # --- Making ----------------------------------------------------------------------

    def _make_whole(self) -> QSplitter:
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(1)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.sides)
        whole.addWidget(self._sidebar_room)
        whole.setStretchFactor(0, 1)
        whole.setStretchFactor(1, 0)
        whole.setSizes([10_000, SIDEBAR])
        return whole

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(hairline())
        column.addWidget(self._whole, 1)
        column.addWidget(self.legend)
        self._hand_over_keys()

    def _connect(self) -> None:
        reading, view = self.reading, self.scan.view
        self.legend.closed.connect(lambda: self._actions["legend"].setChecked(False))
        self.sides.arranged.connect(self._hand_over_keys)
        for changed in (
            *(self.sides.arranged, reading.tool_changed, reading.trail_changed),
            *(reading.document_changed, reading.beside.changed),
        ):
            changed.connect(self._show_state_in_front)
        reading.note_chosen.connect(self._show_chosen)
        reading.note_opened.connect(lambda _: self.show_notes())
        reading.mending.changed.connect(self._show_scan)
        reading.passage_cited.connect(self._cite)
        view.zoom_changed.connect(lambda zoom: self.bar.show_zoom(zoom, view.fit))
        view.keys.close_popup = self._close_popup
        view.password_needed.connect(self.password_asked)
        view.told.connect(self.say)
        self.bar.zoom_chosen.connect(view.set_zoom)
        self.bar.fit_chosen.connect(view.set_fit)
        self.bar.typed.connect(view.setFocus)

    def _cite(self, passage: Passage) -> None:
        self.citing.cite(passage)

    def _cite_document(self) -> None:
        self.citing.cite_document()

    def _show_scan(self) -> None:
        """A place is drawn on the scan: it comes into view where it was hidden."""
        hidden = self.sides.arrangement in (Arrangement.TEXT_ONLY, Arrangement.STRIP)
        if self.reading.mending.passage and hidden:
            self.reading.arrange(Arrangement.BESIDE)

    def _sight_at(self, point: QPoint) -> Sight | None:
        """What there is of the scan at a point of the screen."""
        on_strip = self.strip.view.sight_at(point) if "strip" in self.__dict__ else None
        return on_strip or sight_at(self.scan.view, point)

    def _select_text(self, start: int, end: int) -> None:
        """What is selected line by line is in the text, for all that can be done with it."""
        self.text.select(start, end)

    def _close_popup(self) -> bool:
        """Esc on the scan closes what is open over the text."""
        return "text" in self.__dict__ and self.text.close_popup()

    def _furnish_later(self) -> Furnishing:
        """When the first page was drawn; at once where there is no scan."""
        steps: tuple[Callable[[], object], ...] = (
            lambda: import_module(TEXT_PANEL),
            lambda: self.text,
            lambda: import_module(SIDE_PANEL),
            lambda: self.sidebar,
            *(partial(import_module, module) for module in STRIP_MODULES),
        )
        furnishing = Furnishing(steps, self)
        drawn, once = self.scan.view.drawings.drawn, Qt.ConnectionType.SingleShotConnection
        drawn.connect(furnishing.hurry, once)
        furnishing.begin(at_once=not self.reading.document.scan_pages)
        return furnishing

    def _show_state_in_front(self) -> None:
        if self.isVisible():
            self.show_state()

    def _show_chosen(self, note_id: str) -> None:
        """The note that was chosen on scan or text is to be seen beside them."""
        if note_id and "sidebar" in self.__dict__:
            self.sidebar.show_notes()

    def _hand_over_keys(self) -> None:
        """Keys go to what is in view."""
        is_strip = self.sides.arrangement is Arrangement.STRIP
        reader: QWidget = self.strip.view if is_strip else self.scan.view
        if self.focusProxy() is not reader:
            self.setFocusProxy(reader)
            if self.isVisible():
                reader.setFocus()
