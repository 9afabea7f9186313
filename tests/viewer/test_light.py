"""The light on words can be put out for good, and a quiet legend says what it means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from library.joining.lighting import NOTHING
from tests.records import make_record
from tests.viewer.desk import Desk, hover, select

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def file(tmp_path):
    return make_record(tmp_path / "a record.pdf", text_layer=True)


def open_joined(desk, file):
    tab = desk.open(file)
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.progress is None and len(joint.joined.pages) == 2)
    desk.wait(lambda: tab.text.view.sheet.whole)
    return tab


def hover_word(tab, words):
    view = tab.text.view
    start = view.sheet.offsets.position(view.version.text.index(words))
    hover(view.viewport(), view.box_of(start, start + 2).center())


def test_the_light_can_be_put_out_and_on_again(desk, file):
    tab = open_joined(desk, file)
    action = desk.window.actions_by_name["light_words"]
    assert action.isChecked()
    hover_word(tab, "engineer")
    assert tab.reading.joint.hover.spots
    action.trigger()
    assert tab.reading.joint.hover == NOTHING
    hover_word(tab, "bridge")
    assert tab.reading.joint.hover == NOTHING
    action.trigger()
    hover_word(tab, "engineer")
    assert tab.reading.joint.hover.spots


def test_selected_words_go_dark_and_light_up_again_with_the_switch(desk, file):
    tab = open_joined(desk, file)
    select(tab, "engineer said")
    desk.press("light_words")
    assert tab.reading.joint.selection == NOTHING
    desk.press("light_words")
    assert tab.reading.joint.selection.spots


def test_the_light_stays_out_in_other_tabs_and_at_the_next_start(tmp_path, pool, qtbot, file):
    first = Desk(tmp_path, pool, qtbot)
    first.open(file)
    first.press("light_words")
    other = first.open(make_record(tmp_path / "other.pdf", title="Another", text_layer=True))
    assert not other.reading.joint.is_shown
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert not second.window.actions_by_name["light_words"].isChecked()
    assert not second.tab.reading.joint.is_shown
    second.close()


def test_the_legend_says_what_the_light_means_once_there_is_some(desk, file, tmp_path):
    unjoined = desk.open(make_record(tmp_path / "other.pdf", title="Another"))
    assert not unjoined.legend.isVisible()
    tab = open_joined(desk, file)
    assert tab.legend.isVisible()
    assert tab.legend.accessibleName()
    said = [label.text() for label in tab.legend.findChildren(QLabel)]
    assert said[0] == "The word stands here"
    assert len(said) == 3


def test_the_legend_goes_for_good_when_it_is_closed_and_comes_again_from_the_menu(
    tmp_path, pool, qtbot, file
):
    first = Desk(tmp_path, pool, qtbot)
    tab = open_joined(first, file)
    QTest.mouseClick(tab.legend.findChild(QToolButton, "close_legend_button"), LEFT)
    assert not tab.legend.isVisible()
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    second.wait(lambda: bool(second.tab.reading.joint.joined.pages))
    assert not second.tab.legend.isVisible()
    second.press("legend")
    assert second.tab.legend.isVisible()
    second.close()


def test_without_the_light_there_is_no_legend(desk, file):
    tab = open_joined(desk, file)
    desk.press("light_words")
    assert not tab.legend.isVisible()


def test_the_legend_is_shown_in_the_first_runs_only(tmp_path, pool, qtbot):
    shown = []
    for _ in range(8):
        desk = Desk(tmp_path, pool, qtbot)
        shown.append(desk.window.actions_by_name["legend"].isChecked())
        desk.close()
    assert shown == [True] * 6 + [False] * 2
