"""The Library tab: found, sorted, looked at, opened."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from viewer.fields import Value
from viewer.shelf.panel import ShelfPanel
from viewer.shelf.rows import Column
from viewer.shelf.shelf_model import ShelfModel

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def entry(key: str, title: str, date: ArchiveDate | None = None, **more) -> ShelfEntry:
    more = {
        "languages": (),
        "pages": 1,
        "notes": 0,
        "added": NOW - timedelta(days=3),
        "last_read": None,
    } | more
    return ShelfEntry(id=key, title=title, date=date, **more)


ENTRIES = (
    entry("k", "Kádár János levele", ArchiveDate("May 1957", "1957-05"), languages=("hu",)),
    entry("s", "Stalin and Harriman", ArchiveDate("March 3, 1944", "1944-03-03"), last_read=NOW),
    entry("u", "An undated cable", ArchiveDate("[undated]", None), languages=("ru", "en")),
    entry("c", "Circular", ArchiveDate("circa 1944", "1944~"), pages=9),
)


@pytest.fixture
def panel(qtbot) -> ShelfPanel:
    panel = ShelfPanel(lambda: NOW)
    qtbot.addWidget(panel)
    panel.resize(1280, 720)
    panel.show_entries(ENTRIES)
    panel.show()
    panel.table.setFocus()
    return panel


def ids(panel: ShelfPanel) -> list[str]:
    return [panel.model.entry(row).id for row in range(panel.model.rowCount())]


def choose(panel: ShelfPanel, key: str) -> None:
    (row,) = panel.model.rows_of([key])
    panel.table.setCurrentIndex(panel.model.index(row, 0))


def cell(panel: ShelfPanel, key: str, column: Column) -> str:
    (row,) = panel.model.rows_of([key])
    return panel.model.index(row, column).data()


def test_the_last_read_stands_first(panel):
    assert ids(panel)[0] == "s"


def test_dates_sort_by_what_they_mean_and_unknown_ones_come_last(panel):
    panel.table.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)
    assert ids(panel) == ["c", "s", "k", "u"]
    panel.table.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)
    assert ids(panel) == ["k", "s", "c", "u"]


def test_the_order_is_remembered(panel, qtbot):
    panel.table.sortByColumn(Column.PAGES, Qt.SortOrder.DescendingOrder)
    state = panel.sort_state()
    other = ShelfPanel(lambda: NOW)
    qtbot.addWidget(other)
    other.restore_sort(state)
    other.show_entries(ENTRIES)
    assert ids(other)[0] == "c"
    other.restore_sort("nonsense")
    assert other.sort_state() == state


def test_typing_in_the_table_begins_a_search(panel, qtbot):
    with qtbot.waitSignal(panel.typed) as typed:
        qtbot.keyClicks(panel.table, "k")
    assert typed.args == ["k"]


def test_the_number_of_documents_is_told(panel, qtbot):
    with qtbot.waitSignal(panel.counted) as told:
        panel.show_entries(ENTRIES)
    assert told.args == ["4 documents"]


def test_something_else_takes_the_tables_place_and_gives_it_back(panel, qtbot):
    other = QWidget()
    panel.show_instead(other)
    assert other.isVisible()
    assert not panel.table.isVisible()
    panel.show_instead(None)
    assert panel.table.isVisible()


def test_several_rows_are_opened_and_removed_together(panel, qtbot):
    panel.table.selectAll()
    with qtbot.waitSignal(panel.open_asked) as opened:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened.args == [ids(panel)]
    with qtbot.waitSignal(panel.remove_asked) as removed:
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert removed.args == [ids(panel)]


def test_a_double_click_opens(panel, qtbot):
    place = panel.table.visualRect(panel.model.index(1, 0)).center()
    with qtbot.waitSignal(panel.open_asked) as opened:
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [[ids(panel)[1]]]


def test_what_is_chosen_stays_chosen_when_the_library_changes(panel):
    choose(panel, "k")
    panel.show_entries((*ENTRIES, entry("n", "A new one", last_read=NOW + timedelta(hours=1))))
    assert panel.chosen() == ["k"]
    assert panel.table.currentIndex().row() == panel.model.rows_of(["k"])[0]


def test_the_chosen_document_is_looked_at(panel, qtbot):
    with qtbot.waitSignal(panel.preview_asked) as asked:
        choose(panel, "k")
    assert asked.args == ["k"]
    picture = QImage(60, 90, QImage.Format.Format_RGB32)
    panel.show_preview(ENTRIES[0], "A letter.", "Kádár, 1957.", picture)
    words = {value.toPlainText() for value in panel.preview.widget().findChildren(Value)}
    assert words == {"Kádár János levele", "A letter.", "Kádár, 1957."}


def test_an_answer_that_comes_too_late_is_passed_over(panel):
    choose(panel, "k")
    panel.show_preview(ENTRIES[1], "Late.", "", None)
    assert panel.preview.widget().findChildren(Value) == []


def test_a_narrow_panel_gives_the_table_the_room(panel):
    panel.resize(900, 600)
    assert not panel.preview.isVisible()
    panel.resize(1280, 600)
    assert panel.preview.isVisible()


def test_languages_and_times_are_in_plain_words(panel):
    assert cell(panel, "u", Column.LANGUAGE) == "Russian, English"
    assert cell(panel, "s", Column.LAST_READ).startswith("today, ")
    assert cell(panel, "k", Column.ADDED) == "7 Mar"


def test_an_empty_library_says_what_to_do(panel, qtbot):
    panel.show_entries(())
    assert panel._empty.isVisible()
    with qtbot.waitSignal(panel.open_files_asked):
        panel._empty.button.click()


def drag(paths) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_and_folders_can_be_dropped_anywhere(panel, qtbot, tmp_path):
    data = drag([tmp_path / "a.pdf", tmp_path])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(200, 200), action, data, buttons, keys)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    assert panel._drop.isVisible()
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        QApplication.sendEvent(panel, QDropEvent(QPointF(200, 200), action, data, buttons, keys))
    assert dropped.args == [[tmp_path / "a.pdf", tmp_path]]
    assert not panel._drop.isVisible()


def test_addresses_of_the_web_are_not_taken(panel):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.pdf")])
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel, enter)
    assert not enter.isAccepted()


def test_the_menu_opens_and_removes(panel, qtbot):
    choose(panel, "c")
    actions = {action.text(): action for action in panel.menu().actions()}
    with qtbot.waitSignal(panel.remove_asked) as removed:
        actions["Remove from library"].trigger()
    assert removed.args == [["c"]]


def test_the_model_keeps_qts_rules(qapp):
    model = ShelfModel(lambda: NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries(ENTRIES)
    for column in Column:
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.filter("1944")
    model.filter("")
    assert model.rowCount() == 4


def test_home_and_end_are_the_first_and_the_last_document(panel, qtbot):
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_End)
    assert panel.table.currentIndex().row() == panel.model.rowCount() - 1
    qtbot.keyClick(panel.table, Qt.Key.Key_Home)
    assert panel.table.currentIndex().row() == 0


def test_the_row_under_the_pointer_is_washed_and_let_go(panel, qtbot):
    place = panel.table.visualRect(panel.model.index(2, 0)).center()
    qtbot.mouseMove(panel.table.viewport(), place)
    assert panel.table.hovered == 2
    QApplication.sendEvent(panel.table, QEvent(QEvent.Type.Leave))
    assert panel.table.hovered == -1


def test_a_table_that_gets_the_keyboard_as_it_is_filled_has_its_first_document_chosen(qtbot):
    panel = ShelfPanel(lambda: NOW)
    qtbot.addWidget(panel)
    panel.show()
    panel.setFocus()
    qtbot.waitUntil(panel._empty.button.hasFocus)
    panel._stack.currentChanged.connect(lambda _: panel.table.setFocus())
    panel.show_entries(ENTRIES)
    assert panel.table.hasFocus()
    assert panel.chosen() == ["s"]


def test_what_is_chosen_stays_chosen_in_another_order(panel):
    choose(panel, "k")
    panel.table.selectionModel().select(
        panel.model.index(0, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    before = set(panel.chosen())
    panel.table.sortByColumn(Column.TITLE, Qt.SortOrder.DescendingOrder)
    assert len(before) == 2
    assert set(panel.chosen()) == before
    assert panel.model.entry(panel.table.currentIndex().row()).id == "k"
