"""The window: places panels and menus, and hands the actions to the tab in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.actions import WINDOW_ACTIONS, make_actions, shortcut_rows
from viewer.dialogs.about import AboutDialog
from viewer.dialogs.bookmarks import BookmarksDialog
from viewer.dialogs.corrections import CorrectionsDialog
from viewer.dialogs.doubts import DoubtsDialog
from viewer.dialogs.file_notes import FileNotesDialog
from viewer.dialogs.files import ask_for_files, ask_for_folder, ask_where_to_export
from viewer.dialogs.history import HistoryDialog
from viewer.dialogs.links import ask_to_open_link
from viewer.dialogs.listing import ListingDialog
from viewer.dialogs.password import PasswordDialog
from viewer.dialogs.preferences import PreferencesDialog
from viewer.dialogs.shortcuts import ShortcutsDialog
from viewer.dialogs.tags import TagsManager
from viewer.dialogs.trash import TrashDialog
from viewer.document_tab import DocumentTab
from viewer.exporting import Exporting
from viewer.leaving import may_leave, may_lose_words
from viewer.library_tab import LibraryTab
from viewer.menus import fill_menu_bar
from viewer.open_tabs import OpenTabs
from viewer.opening import PasswordAsked
from viewer.parts import Parts
from viewer.reading import Reading
from viewer.record_commands import RecordCommands
from viewer.session import Session
from viewer.settings import Settings
from viewer.status import Status
from viewer.stored import kept_preview
from viewer.tab_commands import COMMANDS
from viewer.tabs import Tabs
from viewer.theme import Scheme, Theme
from viewer.unsaved_bar import UnsavedBar
from viewer.walking import Walking

USUAL_SIZE = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Tabs, menus and the status bar of one session."""

    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._theme = theme
        self.actions_by_name = make_actions(self)
        self._barred: frozenset[str] = frozenset()  # names of actions
        self._parts = Parts(self.actions_by_name, settings)
        self.library = LibraryTab(session)
        self.tabs = Tabs(self.library, self._make_tab)
        self.walking = Walking(self.library, self.tabs)
        self.tabs.add_bar(UnsavedBar(session))
        self.setCentralWidget(self.tabs)
        self.status = Status(session)
        self.setStatusBar(self.status)
        self.setWindowTitle(self.tr("Diptych"))
        self.setMinimumSize(960, 540)
        self.setAcceptDrops(True)
        fill_menu_bar(self, session, self.actions_by_name)
        self._connect_actions()
        self._connect_session()

    def restore(self) -> None:
        """Open the tabs of the last time, and the same one in front."""
        if not self._settings.window.isEmpty():
            self.restoreGeometry(self._settings.window)
        else:
            self.take_usual_size()
        tabs = OpenTabs.recalled(self.session.store)
        self.session.open_documents(tabs.documents, front=tabs.current)
        self.open_paths([path for path in map(Path, tabs.files) if path.exists()])
        self.tabs.bring_to_front(None)

    def take_usual_size(self) -> None:
        """As large as is good to read; where the screen is small, all of it."""
        room = self.screen().availableSize()
        self.resize(USUAL_SIZE.boundedTo(room))
        if room.width() <= USUAL_SIZE.width() or room.height() <= USUAL_SIZE.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        handed_over = [tab.flush() for tab in self.tabs.made]
        if not (all(handed_over) or may_lose_words(self)) or not may_leave(self.session, self):
            event.ignore()
            return
        self.session.remember(self._open_tabs())
        self.session.end()
        for tab in self.tabs.made:
            tab.let_go()
        self._settings.window = self.saveGeometry()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.open_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _open_tabs(self) -> OpenTabs:
        front = self.tabs.front
        readings = self.tabs.readings
        documents = tuple(reading.document.id for reading in readings if reading.is_kept)
        unfinished = (reading.paths for reading in readings if not reading.is_kept)
        files = tuple(str(path) for paths in unfinished for path in paths)
        return OpenTabs(documents, front.reading.document.id if front else "", files)

    # --- Tabs ------------------------------------------------------------------------

    def _make_tab(self, reading: Reading) -> DocumentTab:
        session = self.session
        preview = partial(kept_preview, session.store, reading)
        tab = DocumentTab(reading, session.pages, self._settings, self.actions_by_name, preview)
        tab.told.connect(self.status.say)
        tab.link_asked.connect(self._open_link)
        tab.password_asked.connect(lambda: self._unlock(reading))
        self._parts.dress(tab)
        return tab

    def _show_front(self, tab: DocumentTab | None) -> None:
        for name, action in self.actions_by_name.items():
            if name not in WINDOW_ACTIONS:
                action.setEnabled(tab is not None and name not in self._barred)
        self.session.bring_to_front(tab.reading if tab else None)
        self.setWindowTitle(
            self.tr("{0} – Diptych").format(tab.reading.document.record.title)
            if tab
            else self.tr("Diptych")
        )
        if tab is not None:
            tab.show_state()
            tab.setFocus()
        else:
            self.library.refresh()
        self.status.show_reading(tab.reading if tab else None)

    def bar_actions(self, names: Iterable[str], reason: str) -> None:
        """Let these actions do nothing from now on, and say why where the pointer rests on them."""
        self._barred = frozenset(names)
        for action in (self.actions_by_name[name] for name in self._barred):
            action.setEnabled(False)
            action.setToolTip(reason)
            # A tab that comes to the front enables what its own state allows.
            action.enabledChanged.connect(lambda _, barred=action: barred.setEnabled(False))

    # --- Menus and actions -----------------------------------------------------------

    def _connect_actions(self) -> None:
        for name, run in self._window_commands().items():
            self.actions_by_name[name].triggered.connect(lambda _=False, r=run: r())
        for name, command in COMMANDS.items():
            self.actions_by_name[name].triggered.connect(
                lambda _=False, c=command: self.tabs.front and c(self.tabs.front)
            )
        self._parts.connect(self.tabs)

    def _window_commands(self) -> dict[str, Callable[[], object]]:
        records = RecordCommands(self, self._settings)
        self.library.cite_asked.connect(records.cite_documents)
        self.library.edit_asked.connect(records.edit_documents)
        return {
            "open": lambda: self.open_paths(ask_for_files(self)),
            "open_folder": lambda: self.open_paths(ask_for_folder(self)),
            "export": self._export_front,
            "close_tab": self._close_front,
            "quit": self.close,
            "preferences": lambda: PreferencesDialog(self._settings, self._theme, self).exec(),
            "full_screen": self._toggle_full_screen,
            "dark": self._toggle_dark,
            "library": lambda: self.tabs.bring_to_front(None),
            "find_document": self._find_document,
            "join_again": self._join_again,
            "next_tab": lambda: self.tabs.step(1),
            "previous_tab": lambda: self.tabs.step(-1),
            **records.by_action(),
            "duplicates": records.find_duplicates,
            "history": lambda: HistoryDialog(self.session, self).exec(),
            "trash": lambda: TrashDialog(self.session, self).exec(),
            "all_bookmarks": lambda: BookmarksDialog(self.session, self).exec(),
            "all_corrections": lambda: self._open_beside(CorrectionsDialog),
            "doubts": lambda: self._open_beside(DoubtsDialog),
            "file_notes": lambda: self._open_beside(FileNotesDialog),
            "all_tags": lambda: TagsManager(self.session, self).exec(),
            "guide": self.library.open_guide,
            "shortcuts": lambda: ShortcutsDialog(shortcut_rows(), self).exec(),
            "about": lambda: AboutDialog(self).exec(),
        }

    def _say_saved(self) -> None:
        self.status.say(self.tr("Everything is saved."))
        self.session.remember(self._open_tabs())

    def _remember_tabs(self, _: Reading) -> None:
        """A crash shall not lose which documents were open."""
        self.session.remember(self._open_tabs())

    def _connect_session(self) -> None:
        session = self.session
        session.opened.connect(self.tabs.add)
        session.wanted.connect(self.tabs.bring_to_front)
        session.closed.connect(self.tabs.remove)
        session.closed.connect(self._remember_tabs)
        session.settled.connect(self._remember_tabs)
        session.failed.connect(self.tabs.messages.add)
        session.changed.connect(lambda _: self.tabs.messages.forget_closed())
        session.saving.recovered.connect(self._say_saved)
        session.told.connect(self.status.say)
        session.password_needed.connect(self._ask_password)
        self.tabs.front_changed.connect(self._show_front)
        self.tabs.close_asked.connect(self._close)
        self._theme.changed.connect(lambda _: self._show_scheme())
        self._show_scheme()
        self._show_front(None)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_dark(self) -> None:
        scheme = Scheme.LIGHT if self._theme.is_dark else Scheme.DARK
        self._settings.scheme = scheme
        self._theme.use(scheme)

    def _show_scheme(self) -> None:
        self.actions_by_name["dark"].setChecked(self._theme.is_dark)

    # --- Questions and sentences -----------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        if paths:
            self.session.open_paths(paths)

    def receive(self, paths: list[Path]) -> None:
        """A second start handed these files over; it wants to see the window."""
        self.open_paths(paths)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _find_document(self) -> None:
        self.tabs.bring_to_front(None)
        self.library.find_document()

    def _join_again(self) -> None:
        if self.tabs.front is not None:
            self.session.joining.again(self.tabs.front.reading)

    def _export_front(self) -> None:
        if self.tabs.front is None or not self.tabs.front.reading.is_kept:
            return
        reading = self.tabs.front.reading
        asked = ask_where_to_export(self, reading.document.record.title[:60].replace("/", " "))
        if asked is not None:
            Exporting(self.session, (reading.document.id,)).begin(*asked, reading.password)

    def _open_beside(self, kind: Callable[[Reading, QWidget], ListingDialog]) -> None:
        """A list of what the document in front has, which stays open beside it."""
        if self.tabs.front is not None:
            reading = self.tabs.front.reading
            dialog = kind(reading, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            reading.destroyed.connect(dialog.close)
            low = max(0, self.height() - dialog.height() - 48)
            dialog.move(self.mapToGlobal(QPoint(24, low)))  # the text stays in sight
            dialog.show()

    def _close_front(self) -> None:
        if self.tabs.front is not None:
            self._close(self.tabs.front.reading)

    def _close(self, reading: Reading) -> None:
        tab = self.tabs.tab_of(reading)
        if tab is None or tab.flush() or may_lose_words(self):
            self.session.close(reading)

    def _ask_password(self, asked: PasswordAsked) -> None:
        password = PasswordDialog(asked.name, asked.wrong, self).ask()
        if password is not None:
            asked.answer(password)

    def _unlock(self, reading: Reading) -> None:
        wrong = reading.password is not None
        self._ask_password(PasswordAsked(reading.document.files[0].name, wrong, reading.unlock))

    def _open_link(self, address: str) -> None:
        if ask_to_open_link(self, address):
            QDesktopServices.openUrl(QUrl(address))
