"""How a view moves that is led."""

import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget

from viewer.glide import Glide

FRAME = 16  # ms


class Road:
    """A view at a place, led to another."""

    def __init__(self, qtbot, at=0, goal=0, end=10**9):
        self.at, self.goal, self.end = at, goal, end
        self.places = [at]
        self.view = QWidget()
        qtbot.addWidget(self.view)
        self.view.resize(300, 400)
        self.view.show()
        self.glide = Glide(self.view, lambda: self.goal - self.at, self.move)

    def move(self, pixels):
        self.at = min(self.at + pixels, self.end)
        self.places.append(self.at)


@pytest.fixture
def road(qtbot):
    return Road(qtbot)


def test_it_goes_there_step_by_step_and_never_too_far(road):
    road.goal = 300
    road.glide.go()
    while road.glide.is_moving:
        road.glide.step(FRAME)
    assert road.places == sorted(set(road.places))
    assert road.at == 300
    assert len(road.places) > 8


def test_it_takes_a_quarter_of_a_second_for_a_screen(road):
    road.goal = 400
    road.glide.go()
    for _ in range(240 // FRAME):
        road.glide.step(FRAME)
    assert 390 <= road.at < 400


def test_long_frames_bring_it_as_far_as_short_ones(qtbot):
    slow, quick = Road(qtbot, goal=400), Road(qtbot, goal=400)
    slow.glide.go()
    quick.glide.go()
    slow.glide.step(64)
    for _ in range(4):
        quick.glide.step(FRAME)
    assert slow.at == pytest.approx(quick.at, abs=4)


def test_another_goal_on_the_way_is_taken_without_going_back(road):
    road.goal = 200
    road.glide.go()
    road.glide.step(FRAME)
    road.goal = 350
    road.glide.go()
    while road.glide.is_moving:
        road.glide.step(FRAME)
    assert road.places == sorted(road.places)
    assert road.at == 350


def test_what_is_far_away_is_gone_to_at_once(road):
    road.goal = 4 * 400
    road.glide.go()
    assert road.places == [0, 1600]
    assert not road.glide.is_moving


def test_a_way_that_turns_out_longer_is_gone_to_its_end(road):
    road.goal, road.end = 4 * 400, 1000
    road.glide.go()
    road.end = 10**9
    road.glide.arrive()
    assert road.at == 1600


def test_a_view_that_is_not_seen_is_there_at_once(road):
    road.view.hide()
    road.goal = 100
    road.glide.go()
    assert road.at == 100


class Still(QProxyStyle):
    """A platform whose reader wants nothing to move."""

    def styleHint(self, hint, *rest):  # noqa: N802 - as Qt calls it
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *rest)


def test_where_the_reader_wants_no_motion_it_is_there_at_once(road):
    style = Still()
    style.setParent(road.view)  # who else would keep it
    road.view.setStyle(style)
    road.goal = 100
    road.glide.go()
    assert road.places == [0, 100]


def test_a_view_that_goes_no_further_stops(qtbot):
    road = Road(qtbot, goal=300, end=50)
    road.glide.go()
    for _ in range(5):
        if road.glide.is_moving:
            road.glide.step(FRAME)
    assert not road.glide.is_moving


def test_nothing_to_go_is_no_movement(road):
    road.glide.go()
    assert road.places == [0]
    assert not road.glide.is_moving
