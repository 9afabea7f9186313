"""Heights on the screen that two views share."""

import pytest
from PySide6.QtWidgets import QWidget

from viewer.level import Level


@pytest.fixture
def room(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(800, 800)
    return room


def view_at(room, x, y, height):
    view = QWidget(room)
    view.setGeometry(x, y, 300, height)
    return view


def test_side_by_side_a_level_is_the_same_on_the_screen(room):
    scan, text = view_at(room, 0, 100, 600), view_at(room, 400, 140, 560)
    assert Level.of(scan, 240).within(text) == 200
    assert Level.of(text, 200).within(scan) == 240


def test_a_level_that_is_above_or_below_a_view_is_its_edge(room):
    scan, text = view_at(room, 0, 100, 600), view_at(room, 400, 140, 500)
    assert Level.of(scan, 10).within(text) == 0
    assert Level.of(scan, 600).within(text) == 500


def test_one_above_the_other_a_level_is_as_far_down(room):
    scan, text = view_at(room, 0, 0, 300), view_at(room, 0, 340, 420)
    assert Level.of(scan, 100).within(text) == 140
    assert Level.of(text, 140).within(scan) == 100
