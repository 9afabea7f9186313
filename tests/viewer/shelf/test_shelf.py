"""The shelf through the window: filtered, sorted, grouped, collected, looked at, opened."""

import threading
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from library.model.dates import read_date
from library.model.reading import ReadingPosition
from library.progress import Progress
from library.shelving.answer import Scale
from library.shelving.question import Column, Facet, Order, Place, PlaceKind
from library.store.catalogue.catalogue import Catalogue
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.viewer.desk import Desk, hover
from viewer.fields import Value
from viewer.shelf.carrying import COLLECTION, DOCUMENTS
from viewer.shelf.columns import COLUMNS
from viewer.shelf.facet_items import FacetValue, Heading
from viewer.shelf.frame import ShelfFrame
from viewer.shelf.place_items import COUNT, THING

DOCUMENTS_OF = {  # title: date, language, repository, pages
    "Stalin and Harriman": ("March 3, 1944", "en", "Library of Congress", 3),
    "Circular": ("circa 1944", "en", "National Archives", 9),
    "Kádár levele": ("May 1957", "hu", "Magyar Levéltár", 1),
    "Box 10": ("1950", "en", "Library of Congress", 1),
    "Box 2": ("1938", "de", "Library of Congress", 2),
    "An undated cable": ("", "ru", "", 1),
}
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shelf(desk: Desk):
    """The Library in front, with six documents and no guide."""
    for nth, (title, (shown, language, repository, pages)) in enumerate(DOCUMENTS_OF.items()):
        document = a_document(title, digest=f"{nth:064}", pages=pages)
        (version,) = document.versions
        record = replace(
            document.record,
            date=read_date(shown) if shown else None,
            repository=repository,
            summary=f"About {title}.",
            citation=f"Cite {title}.",
        )
        document = replace(document, record=record, versions=(replace(version, language=language),))
        desk.store.add_document(document, NOON + timedelta(minutes=nth))
    desk.store.save_position(ids(desk)["Circular"], ReadingPosition(), NOON)
    desk.press("library")
    settle(desk)
    return desk


def ids(desk):
    catalogue = desk.store.catalogue
    numbers = catalogue.arrange(desk.window.library.asking.question).numbers
    return {entry.title: entry.id for entry in catalogue.rows(numbers)}


def settle(desk):
    """Wait until every question is answered."""
    QApplication.processEvents()
    desk.wait(lambda: not desk.session.jobs.running and not desk.window.library._later.isActive())


def panel_of(desk):
    return desk.window.library.shelf


def titles(desk):
    """What the table shows, headings of groups in brackets."""
    settle(desk)
    model, column = panel_of(desk).model, COLUMNS.index(Column.TITLE)
    rows = [model.index(row, column) for row in range(model.rowCount())]
    return [
        f"[{index.data()}]" if model.lines.heading(index.row()) else index.data() for index in rows
    ]


def click_heading(desk, column, modifier=NO_KEYS):
    header = panel_of(desk).table.header
    x = header.sectionViewportPosition(COLUMNS.index(column)) + 20
    QTest.mouseClick(header.viewport(), LEFT, modifier, QPoint(x, 10))
    settle(desk)


def choose(desk, *names):
    table = panel_of(desk).table
    table.clearSelection()
    for nth, name in enumerate(names):
        place = table.visualRect(table.model().index(titles(desk).index(name), 0)).center()
        key = Qt.KeyboardModifier.ControlModifier if nth else NO_KEYS
        QTest.mouseClick(table.viewport(), LEFT, key, place)
    settle(desk)


def click_facet(desk, value):
    settle(desk)
    facets = panel_of(desk).side.facets
    row = next(n for n, line in enumerate(facets.lines()) if getattr(line, "value", None) == value)
    place = facets.visualRect(facets.model().index(row, 0)).center()
    QTest.mouseClick(facets.viewport(), LEFT, NO_KEYS, place)
    settle(desk)


def counts(desk, facet):
    lines = panel_of(desk).side.facets.lines()
    found = [line for line in lines if isinstance(line, FacetValue) and line.facet is facet]
    return {line.value: line.documents for line in found}


def place_item(desk, name):
    items = panel_of(desk).side.places.places.items()
    return next((item for item in items if item.text() == name), None)


def go_to(desk, name):
    places = panel_of(desk).side.places
    place = places.visualRect(place_item(desk, name).index()).center()
    QTest.mouseClick(places.viewport(), LEFT, NO_KEYS, place)
    settle(desk)


def drop(desk, onto, data):
    """Let go over an item of the tree."""
    model = panel_of(desk).side.places.places
    parent = onto.index() if onto is not None else model.index(-1, -1)
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, parent)
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, parent)
    settle(desk)


def test_the_last_read_stands_first_and_the_others_in_the_order_they_came(shelf):
    assert titles(shelf) == ["Circular", *(t for t in DOCUMENTS_OF if t != "Circular")]


def test_a_click_on_a_heading_sorts_and_another_turns_the_order_round(shelf):
    click_heading(shelf, Column.TITLE)
    in_order = ["An undated cable", "Box 2", "Box 10", "Circular", "Kádár levele"]
    assert titles(shelf) == [*in_order, "Stalin and Harriman"]
    click_heading(shelf, Column.TITLE)
    assert titles(shelf) == ["Stalin and Harriman", *reversed(in_order)]


def test_shift_and_a_click_sort_by_one_more_column(shelf):
    click_heading(shelf, Column.LANGUAGE)
    click_heading(shelf, Column.TITLE, Qt.KeyboardModifier.ShiftModifier)
    question = shelf.window.library.asking.question
    assert question.order == (Order(Column.LANGUAGE), Order(Column.TITLE))
    assert titles(shelf) == [
        *("Box 2", "Box 10", "Circular", "Stalin and Harriman"),
        *("Kádár levele", "An undated cable"),
    ]


def test_documents_are_grouped_under_headings_that_fold(shelf):
    panel_of(shelf).view_menu.group(Column.LANGUAGE)
    assert titles(shelf)[:3] == ["[German · 1 document]", "Box 2", "[English · 3 documents]"]
    table = panel_of(shelf).table
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, NO_KEYS, place)
    assert titles(shelf)[:2] == ["[German · 1 document]", "[English · 3 documents]"]
    table.setCurrentIndex(table.model().index(0, 0))
    shelf.key(table, Qt.Key.Key_Right)
    assert titles(shelf)[1] == "Box 2"


def test_what_is_chosen_stays_chosen_in_another_order_and_when_the_library_changes(shelf):
    choose(shelf, "Kádár levele", "Box 2")
    click_heading(shelf, Column.TITLE)
    shelf.store.add_document(a_document("A new one", digest="f" * 64), NOON)
    shelf.session.shelf_changed.emit()
    settle(shelf)
    found = []
    panel_of(shelf).with_chosen(found.extend)
    assert sorted(found) == sorted(ids(shelf)[name] for name in ("Kádár levele", "Box 2"))
    assert "A new one" in titles(shelf)


def test_a_facet_filters_combines_with_others_and_is_taken_away_by_its_chip(shelf):
    assert counts(shelf, Facet.LANGUAGE) == {"en": 3, "de": 1, "hu": 1, "ru": 1}
    click_facet(shelf, "en")
    click_facet(shelf, "de")
    assert set(titles(shelf)) == {"Stalin and Harriman", "Circular", "Box 10", "Box 2"}
    click_facet(shelf, "Library of Congress")
    assert set(titles(shelf)) == {"Stalin and Harriman", "Box 10", "Box 2"}
    assert counts(shelf, Facet.LANGUAGE) == {"en": 2, "de": 1}
    filters = panel_of(shelf).filters
    assert filters.chips == ["German", "English", "Library of Congress"]
    filters.press("English")
    assert titles(shelf) == ["Box 2"]
    filters._clear.click()
    assert len(titles(shelf)) == 6
    assert filters.isHidden()


def test_facets_are_used_by_the_keyboard_and_folded(shelf):
    facets = panel_of(shelf).side.facets
    facets.setFocus()
    facets.setCurrentIndex(facets.model().index(0, 0))
    assert isinstance(facets.lines()[0], Heading)
    shelf.key(facets, Qt.Key.Key_Down)
    shelf.key(facets, Qt.Key.Key_Space)
    assert len(titles(shelf)) == 3
    shelf.key(facets, Qt.Key.Key_Up)
    shelf.key(facets, Qt.Key.Key_Return)
    assert counts(shelf, Facet.LANGUAGE) == {}


def test_filters_that_nothing_fits_say_so_and_lead_back(shelf):
    click_facet(shelf, "ru")
    asking = panel_of(shelf).asking
    chosen = {**asking.question.chosen, Facet.REPOSITORY: frozenset({"National Archives"})}
    asking.ask(replace(asking.question, chosen=chosen))
    assert titles(shelf) == []
    nothing = panel_of(shelf)._nothing
    assert nothing.isVisible()
    nothing.button.click()
    assert len(titles(shelf)) == 6


def test_brushing_the_timeline_filters_and_escape_shows_all_again(shelf):
    timeline = panel_of(shelf).timeline
    years = [bar.days[0].year for bar in timeline.bars]
    assert (years[0], years[-1]) == (1938, 1957)
    start, end = (timeline.place_of(years.index(year)).toPoint() for year in (1943, 1946))
    shelf.drag(timeline, start, end)
    assert set(titles(shelf)) == {"Stalin and Harriman", "Circular"}
    assert timeline.words() == "1943 – 1946"
    edge = timeline.bar_rect(years.index(1946)).right()
    shelf.drag(
        timeline, QPointF(edge, start.y()).toPoint(), timeline.place_of(years.index(1951)).toPoint()
    )
    assert timeline.words() == "1943 – 1951"
    assert "Box 10" in titles(shelf)
    timeline.setFocus()
    shelf.key(timeline, Qt.Key.Key_Escape)
    assert len(titles(shelf)) == 6
    assert timeline.words() == ""


def test_the_timeline_is_zoomed_and_used_by_the_keyboard(shelf):
    timeline = panel_of(shelf).timeline
    timeline.setFocus()
    shelf.key(timeline, Qt.Key.Key_Home)
    for _ in range(6):
        shelf.key(timeline, Qt.Key.Key_Right)
    assert "1944" in timeline.accessibleDescription()
    shelf.key(timeline, Qt.Key.Key_Return)
    assert set(titles(shelf)) == {"Stalin and Harriman", "Circular"}
    shelf.key(timeline, Qt.Key.Key_Up)
    settle(shelf)
    assert timeline.view.scale is Scale.MONTH
    assert timeline.bars[0].days[0].year == 1943
    shelf.key(timeline, Qt.Key.Key_Down)
    settle(shelf)
    assert timeline.view.scale is Scale.YEAR


def test_the_wheel_zooms_to_months_and_days_and_back(shelf):
    timeline = panel_of(shelf).timeline

    def turn(nth, steps):
        place = timeline.place_of(nth)
        event = QWheelEvent(
            place, QPointF(timeline.mapToGlobal(place)), QPoint(), QPoint(0, steps),
            Qt.MouseButton.NoButton, NO_KEYS, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(timeline, event)
        settle(shelf)

    turn(6, 120)
    assert timeline.view.scale is Scale.MONTH
    march = next(n for n, bar in enumerate(timeline.bars) if str(bar.days[0]) == "1944-03-01")
    turn(march, 120)
    assert timeline.view.scale is Scale.DAY
    day = next(n for n, bar in enumerate(timeline.bars) if str(bar.days[0]) == "1944-03-03")
    assert timeline.bars[day].documents > 1
    QTest.mouseClick(timeline, LEFT, NO_KEYS, timeline.place_of(day).toPoint())
    assert timeline.words() == "3 March 1944"
    assert set(titles(shelf)) == {"Stalin and Harriman", "Circular"}
    turn(day, -120)
    turn(0, -120)
    assert timeline.view.scale is Scale.YEAR


def test_a_library_without_dates_has_no_timeline(desk):
    desk.store.add_document(a_document("Undated"), NOON)
    desk.press("library")
    settle(desk)
    assert panel_of(desk).timeline.isHidden()


def test_documents_are_dropped_into_a_collection_and_undo_takes_them_out(shelf):
    made = shelf.session.shelving.new_collection("Thesis")
    settle(shelf)
    choose(shelf, "Box 2", "Circular")
    data = panel_of(shelf).model.mimeData([])
    assert data.hasFormat(DOCUMENTS)
    drop(shelf, place_item(shelf, "Thesis"), data)
    assert place_item(shelf, "Thesis").data(COUNT) == 2
    go_to(shelf, "Thesis")
    assert shelf.window.library.asking.question.place == Place(PlaceKind.COLLECTION, made)
    assert set(titles(shelf)) == {"Box 2", "Circular"}
    shelf.undo()
    assert titles(shelf) == []
    assert "empty" in panel_of(shelf)._nothing._title.text()


def test_collections_are_made_renamed_moved_and_deleted_in_the_tree(shelf):
    places = panel_of(shelf).side.places
    places.new_asked.emit("")
    settle(shelf)
    editor = QApplication.focusWidget()
    shelf.keys(editor, "Thesis")
    shelf.key(editor, Qt.Key.Key_Return)
    settle(shelf)
    assert place_item(shelf, "Thesis") is not None
    shelf.session.shelving.new_collection("Chapter")
    settle(shelf)
    chapter = place_item(shelf, "Chapter")
    data = places.places.mimeData([chapter.index()])
    assert data.hasFormat(COLLECTION)
    drop(shelf, place_item(shelf, "Thesis"), data)
    assert place_item(shelf, "Chapter").parent().text() == "Thesis"
    into_itself = places.places.mimeData([place_item(shelf, "Thesis").index()])
    parent = place_item(shelf, "Chapter").index()
    move = Qt.DropAction.MoveAction
    assert not places.places.canDropMimeData(into_itself, move, -1, -1, parent)
    places.setCurrentIndex(place_item(shelf, "Thesis").index())
    shelf.key(places, Qt.Key.Key_Delete)
    settle(shelf)
    assert place_item(shelf, "Thesis") is None
    shelf.undo()
    settle(shelf)
    assert place_item(shelf, "Chapter").parent().text() == "Thesis"


def test_a_saved_search_brings_back_everything_that_was_asked(shelf):
    click_facet(shelf, "Library of Congress")
    asked = shelf.window.library.asking.question
    shelf.session.shelving.save_search("Mine", asked, "")
    settle(shelf)
    panel_of(shelf).filters._clear.click()
    go_to(shelf, "Mine")
    assert shelf.window.library.asking.question == asked
    assert place_item(shelf, "Mine").data(COUNT) == 3
    assert panel_of(shelf).side.places.currentIndex().data(THING).name == "Mine"
    go_to(shelf, "All documents")
    assert panel_of(shelf).side.places.currentIndex().data(THING) == Place()


def test_the_menu_marks_adds_and_takes_out(shelf):
    def trigger(*names):
        menu = panel_of(shelf).menu()
        for name in names[:-1]:
            action = next(each for each in menu.actions() if each.text() == name)
            menu = next(each for each in menu.findChildren(QMenu) if each is action.menu())
        next(each for each in menu.actions() if each.text() == names[-1]).trigger()
        settle(shelf)

    made = shelf.session.shelving.new_collection("Thesis")
    settle(shelf)
    choose(shelf, "Box 2")
    trigger("Star")
    trigger("To read")
    assert place_item(shelf, "Starred").data(COUNT) == 1
    assert place_item(shelf, "To read").data(COUNT) == 1
    panel_of(shelf).deeds.put_in_asked.emit([ids(shelf)["Box 2"]], made)
    settle(shelf)
    go_to(shelf, "Thesis")
    choose(shelf, "Box 2")
    trigger("Take out of this collection")
    assert titles(shelf) == []
    trigger("Copy title")


def test_documents_go_to_the_trash_and_come_back(shelf):
    choose(shelf, "Box 2", "Box 10")
    shelf.key(panel_of(shelf).table, Qt.Key.Key_Delete)
    assert len(titles(shelf)) == 4
    go_to(shelf, "Trash")
    assert set(titles(shelf)) == {"Box 2", "Box 10"}
    assert shelf.window.library.search.top.said == "2 documents"
    choose(shelf, "Box 2")
    menu = panel_of(shelf).menu()
    next(each for each in menu.actions() if each.text() == "Restore").trigger()
    assert titles(shelf) == ["Box 10"]
    go_to(shelf, "All documents")
    assert "Box 2" in titles(shelf)


def test_documents_come_back_in_one_step_and_go_for_good_after_a_question(shelf, monkeypatch):
    def trigger(name):
        menu = panel_of(shelf).menu()
        next(each for each in menu.actions() if each.text() == name).trigger()
        settle(shelf)

    choose(shelf, "Box 2", "Box 10", "Circular")
    shelf.key(panel_of(shelf).table, Qt.Key.Key_Delete)
    settle(shelf)
    go_to(shelf, "Trash")
    choose(shelf, "Box 2", "Box 10")
    trigger("Restore")
    assert titles(shelf) == ["Circular"]
    shelf.undo()
    assert set(titles(shelf)) == {"Box 2", "Box 10", "Circular"}
    answers, asked = ["No", "Yes", "Yes"], []

    def ask(_parent, _title, question):
        asked.append(question)
        return QMessageBox.StandardButton[answers[len(asked) - 1]]

    monkeypatch.setattr(QMessageBox, "question", ask)
    choose(shelf, "Box 2", "Box 10")
    trigger("Delete for good…")
    assert len(titles(shelf)) == 3
    trigger("Delete for good…")
    assert "2 documents for good" in asked[1]
    assert titles(shelf) == ["Circular"]
    choose(shelf, "Circular")
    shelf.key(panel_of(shelf).table, Qt.Key.Key_Delete)
    assert titles(shelf) == []
    assert shelf.store.trash.documents() == ()


def test_how_the_shelf_was_left_comes_back_at_the_next_start(shelf, tmp_path, pool, qtbot):
    click_heading(shelf, Column.DATE)
    panel = panel_of(shelf)
    panel.view_menu.toggle(Column.PAGES)
    panel.table.header.resizeSection(COLUMNS.index(Column.DATE), 200)
    panel.view_menu.group(Column.LANGUAGE)
    shelf.close()
    again = Desk(tmp_path, pool, qtbot)
    again.press("library")
    settle(again)
    panel = panel_of(again)
    assert Column.PAGES in panel.table.columns.shown
    assert panel.table.columns.width(Column.DATE) == 200
    assert panel.asking.question.order == (Order(Column.DATE),)
    assert titles(again)[0].startswith("[German")
    again.close()


def test_the_chosen_document_is_looked_at(shelf):
    shelf.window.resize(1280, 800)
    choose(shelf, "Kádár levele")
    preview = panel_of(shelf).preview
    shelf.wait(lambda: "Kádár levele" in preview_words(preview))
    assert {"About Kádár levele.", "Cite Kádár levele."} <= preview_words(preview)
    preview.star.click()
    shelf.wait(lambda: "Kádár levele" in preview_words(preview) and preview.star.isChecked())


def test_the_preview_is_empty_where_nothing_is_chosen_or_found(shelf):
    preview, table = panel_of(shelf).preview, panel_of(shelf).table
    choose(shelf, "Kádár levele")
    shelf.wait(lambda: "Kádár levele" in preview_words(preview))
    place = table.visualRect(table.model().index(titles(shelf).index("Kádár levele"), 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    shelf.wait(lambda: not preview_words(preview))
    choose(shelf, "Kádár levele")
    shelf.wait(lambda: "Kádár levele" in preview_words(preview))
    field = shelf.window.library.search.top.field
    field.setText("xylophone")
    settle(shelf)
    assert shelf.window.library.search.nothing.isVisible()
    shelf.wait(lambda: not preview_words(preview))
    field.clear()
    shelf.wait(lambda: "Kádár levele" in preview_words(preview))


def test_the_preview_never_shows_its_words_in_a_heap(shelf):
    choose(shelf, "Circular")
    preview = panel_of(shelf).preview
    shelf.wait(lambda: "Circular" in preview_words(preview))
    (entry,) = shelf.store.catalogue.rows(panel_of(shelf).choice.numbers())
    record = replace(shelf.store.document(entry.id).record, summary="In many words. " * 20)
    preview.show_document(entry, record, "Cite it at length. " * 9, None)
    page = preview.widget()
    rooms = [(v.mapTo(page, QPoint()).y(), v.height()) for v in page.findChildren(Value)]
    assert all(top + high <= below for (top, high), (below, _) in pairwise(sorted(rooms)))


def preview_words(preview):
    return {value.toPlainText() for value in preview.widget().findChildren(Value)}


def test_a_narrow_window_gives_the_table_the_previews_room(shelf):
    panel = panel_of(shelf)
    shelf.window.resize(1280, 700)
    assert panel.preview.isVisible()
    shelf.window.resize(1000, 700)
    assert not panel.preview.isVisible()


def test_the_collection_waits_for_room_unless_the_reader_chose_the_columns(shelf):
    header, collection = panel_of(shelf).table.header, COLUMNS.index(Column.ARCHIVE_COLLECTION)
    shelf.window.resize(1920, 800)
    assert not header.isSectionHidden(collection)
    shelf.window.resize(1280, 800)
    assert header.isSectionHidden(collection)
    panel_of(shelf).view_menu.toggle(Column.PAGES)
    assert not header.isSectionHidden(collection)


def test_typing_on_the_table_begins_a_search(shelf):
    shelf.keys(panel_of(shelf).table, "k")
    field = shelf.window.library.search.top.field
    assert field.text() == "k"
    assert field.hasFocus()


def test_several_documents_are_opened_by_enter(shelf):
    choose(shelf, "Box 2", "Box 10")
    asked = []
    panel_of(shelf).deeds.open_asked.disconnect()
    panel_of(shelf).deeds.open_asked.connect(asked.extend)
    shelf.key(panel_of(shelf).table, Qt.Key.Key_Return)
    assert sorted(asked) == sorted(ids(shelf)[name] for name in ("Box 2", "Box 10"))


def test_home_and_end_are_the_first_and_the_last_document(shelf):
    table = panel_of(shelf).table
    shelf.key(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == 5
    shelf.key(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0


def test_the_row_under_the_pointer_is_washed_and_let_go(shelf):
    table = panel_of(shelf).table
    hover(table.viewport(), table.visualRect(table.model().index(2, 0)).center())
    assert table.hovered == 2
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table.hovered == -1


def carried(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_and_folders_can_be_dropped_anywhere(shelf, tmp_path, qtbot):
    panel, data = panel_of(shelf), carried(tmp_path / "a.pdf", Path(tmp_path))
    panel.files_dropped.disconnect()
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(200, 200), action, data, LEFT, NO_KEYS)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    assert panel._drop.isVisible()
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        QApplication.sendEvent(panel, QDropEvent(QPointF(200, 200), action, data, LEFT, NO_KEYS))
    assert dropped.args == [[tmp_path / "a.pdf", tmp_path]]
    assert not panel._drop.isVisible()


def test_addresses_of_the_web_are_not_taken(shelf):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.pdf")])
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    QApplication.sendEvent(panel_of(shelf), enter)
    assert not panel_of(shelf)._drop.isVisible()


def test_an_empty_library_says_what_to_do(desk, qtbot):
    desk.press("library")
    settle(desk)
    panel = panel_of(desk)
    assert panel._frame.empty.isVisible()
    panel.open_files_asked.disconnect()
    with qtbot.waitSignal(panel.open_files_asked):
        panel._frame.empty.button.click()


def test_an_index_that_is_made_anew_is_not_taken_for_an_empty_library(
    tmp_path, pool, qtbot, monkeypatch
):
    with Store.open(tmp_path / "library") as store:
        store.add_document(a_document("A letter"), NOON)
    (tmp_path / "library" / "index.db").unlink()
    said, show = [], ShelfFrame.show_empty

    def shown(frame, **what):
        show(frame, **what)
        if what["is_empty"]:
            said.append(frame.empty._title.text())

    seen, catching_up = threading.Event(), Catalogue.catching_up

    def slowly(catalogue):
        yield Progress(0, 1, "")
        seen.wait(20)
        yield from catching_up(catalogue)

    monkeypatch.setattr(ShelfFrame, "show_empty", shown)
    monkeypatch.setattr(Catalogue, "catching_up", slowly)
    desk = Desk(tmp_path, pool, qtbot)
    desk.press("library")
    desk.wait(lambda: "Your library is being prepared" in said)
    seen.set()
    desk.wait(lambda: len(panel_of(desk).model.lines.numbers) == 1)
    assert not panel_of(desk)._frame.empty.isVisible()
    desk.close()
