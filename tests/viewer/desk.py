"""The whole program on a library in a temporary folder, driven as a reader would."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from library.model.annotation import Annotation
from library.pages.pool import ReadingPool
from library.store.store import Store
from viewer.document_tab import DocumentTab
from viewer.jobs import Jobs
from viewer.main_window import MainWindow
from viewer.page_source import PageSource
from viewer.session import Session
from viewer.settings import Settings
from viewer.theme import Scheme, Theme

PATIENCE = 15_000  # ms until a reader would give up


class Desk:
    """One run of the program.  `close` ends it; a second one on the same folder goes on."""

    def __init__(
        self,
        folder: Path,
        pool: ReadingPool,
        qtbot,
        scheme: Scheme = Scheme.LIGHT,
        *,
        recognises: bool = False,
        store: Store | None = None,
    ):
        """`recognises` lets the program look for words on scans that have none: seconds a page."""
        self.qtbot = qtbot
        self._is_closed = False
        self.store = store or Store.open(folder / "library")
        ini = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(ini)
        self.theme = Theme(QApplication.instance(), scheme)
        self.session = Session(self.store, PageSource(pool), Jobs())
        self.session.joining.recognises = recognises
        self.window = MainWindow(self.session, self.settings, self.theme)
        qtbot.addWidget(self.window)
        self.window.restore()
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.wait(lambda: not self.session.is_opening)

    def close(self) -> None:
        """Also by the fixture, of what a test has closed itself."""
        if self._is_closed:
            return
        self._is_closed = True
        self.window.close()
        self.session.jobs.finish(PATIENCE / 1000)
        self.store.close()
        # Qt holds what is connected to their signals, and so the window, where no collector sees
        # it: they go when it goes.
        self.session.setParent(self.window)
        self.theme.setParent(self.window)

    # --- What the reader does --------------------------------------------------------

    def open(self, *paths: Path) -> DocumentTab:
        """Open files, and wait until they are in the library."""
        before = len(self.window.tabs.readings)
        self.session.open_paths(paths)
        self.wait(lambda: len(self.window.tabs.readings) > before)
        self.wait(lambda: self.tab.reading.is_kept and not self.session.jobs.running)
        return self.tab

    def reopen(self, document_id: str) -> DocumentTab:
        """Open a document of the library."""
        self.session.open_document(document_id)
        self.wait(lambda: not self.session.is_opening)
        return self.tab

    def press(self, action: str) -> None:
        """Trigger an action of the menus by its name."""
        self.window.actions_by_name[action].trigger()

    def undo(self) -> None:
        self._edit_action("undo").trigger()

    def redo(self) -> None:
        self._edit_action("redo").trigger()

    def undo_text(self) -> str:
        return self._edit_action("undo").text().replace("&", "")

    def keys(self, widget: QWidget, text: str) -> None:
        QTest.keyClicks(widget, text)

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(widget, key, modifier)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in steps, and let go."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, none, start)
        for step in range(1, 9):
            QTest.mouseMove(widget, start + (end - start) * (step / 8))
        QTest.mouseRelease(widget, left, none, end)

    def button(self, name: str) -> QToolButton:
        found = self.tab.findChild(QToolButton, f"{name}_button")
        assert found is not None
        return found

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    # --- What the reader sees --------------------------------------------------------

    @property
    def tab(self) -> DocumentTab:
        tab = self.window.tabs.front
        assert tab is not None, "The Library is in front."
        return tab

    @property
    def notes(self) -> tuple[Annotation, ...]:
        return self.tab.reading.annotations

    def _edit_action(self, name: str):
        (edit,) = (
            menu for menu in self.window.menuBar().findChildren(QMenu) if menu.title() == "&Edit"
        )
        (action,) = (each for each in edit.actions() if each.objectName() == name)
        return action


def select(tab, words: str) -> None:
    """Select words in the text, as the mouse would."""
    view = tab.text.view
    found = view.document().find(words)
    assert not found.isNull(), f"{words!r} is not in the text"
    start = QTextCursor(found)
    start.setPosition(found.selectionStart())
    view.setTextCursor(start)
    view.setFocus()
    for _ in words:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def hover(widget: QWidget, point: QPoint) -> None:
    """Move the mouse over a point, with no button down.

    Qt's own `mouseMove` moves nothing where an earlier test left the mouse there, and holds
    the button of an earlier double click.
    """
    none, here = Qt.MouseButton.NoButton, QPointF(point)
    modifier = Qt.KeyboardModifier.NoModifier
    place = widget.mapToGlobal(here)
    move = QMouseEvent(QEvent.Type.MouseMove, here, place, none, none, modifier)
    QApplication.sendEvent(widget, move)
