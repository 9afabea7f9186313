"""Checking a text against its scan, through the whole window."""

import pytest
from PySide6.QtGui import QTextCursor

from library.model.checking import CheckState
from tests.viewer.desk import Desk, select


@pytest.fixture
def tab(desk, record):
    tab = desk.open(record)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    return tab


def states(tab):
    text = tab.reading.version.text
    return [
        (text[check.passage.start : check.passage.end], check.state)
        for check in tab.reading.checking.checks
    ]


def put_caret(tab, words):
    view = tab.text.view
    cursor = QTextCursor(view.document().find(words))
    cursor.clearSelection()
    view.setTextCursor(cursor)


def menu_at(tab, words):
    view = tab.text.view
    start = view.sheet.offsets.position(tab.reading.version.text.index(words))
    middle = view.box_of(start, start + 2).center().toPointF()
    menu = tab.text.column.menu_at(view.in_document(middle))
    (checks,) = (a.menu() for a in menu.actions() if a.text() == "Checked against the scan")
    return {action.text(): action for action in checks.actions()}, menu


def test_the_paragraph_at_the_caret_is_checked_and_taken_back(desk, tab):
    put_caret(tab, "whether that")
    desk.press("check")
    assert states(tab) == [
        ("forty tons. The mayor asked whether that was enough.", CheckState.CHECKED)
    ]
    desk.press("check")
    assert states(tab) == []


def test_selected_words_alone_are_checked(desk, tab):
    select(tab, "forty tons")
    desk.press("check")
    assert states(tab) == [("forty tons", CheckState.CHECKED)]


def test_the_menu_says_doubtful_and_to_come_back_to(desk, tab):
    actions, _menu = menu_at(tab, "forty")
    actions["Doubtful"].trigger()
    assert [state for _, state in states(tab)] == [CheckState.DOUBTFUL]
    again, _other = menu_at(tab, "forty")
    assert again["Doubtful"].isChecked()
    again["To come back to"].trigger()
    assert [state for _, state in states(tab)] == [CheckState.LATER], "it takes the other's place"


def test_a_whole_page_is_checked_and_the_library_tells_how_much(desk, tab):
    actions, _menu = menu_at(tab, "forty")
    actions["The whole page is checked"].trigger()
    share = tab.reading.checking.share(tab.reading.version)
    assert 0.2 < share < 0.9
    (entry,) = desk.store.shelf()
    assert entry.checked == pytest.approx(share, abs=0.001)
    assert "% checked" in desk.window.status.right_words


def test_checks_survive_a_restart_and_undo(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    tab = first.open(record)
    tab.furnish()
    first.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    select(tab, "forty tons")
    first.press("check")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert states(second.tab) == [("forty tons", CheckState.CHECKED)]
    second.undo()
    assert states(second.tab) == []
    second.close()


def test_a_starred_document_shows_its_star_in_the_library(desk, tab):
    desk.press("star")
    (entry,) = desk.store.shelf()
    assert entry.starred
    desk.undo()
    assert not desk.store.shelf()[0].starred
    desk.press("star")
    desk.press("star")
    assert not desk.store.shelf()[0].starred
