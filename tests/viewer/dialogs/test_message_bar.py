"""A sentence under the toolbar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from viewer.dialogs.message_bar import MessageBar


@pytest.fixture
def bar(qtbot) -> MessageBar:
    host = QWidget()
    qtbot.addWidget(host)
    bar = MessageBar()
    column = QVBoxLayout(host)
    column.addWidget(bar)
    column.addStretch()
    host.resize(600, 200)
    host.show()
    bar.host = host
    return bar


def test_nothing_is_shown_until_something_is_said(bar):
    assert not bar.isVisible()
    assert bar.sentence == ""


def test_a_sentence_is_shown_and_named_for_screen_readers(bar):
    bar.say("The disk is full.")
    assert bar.isVisible()
    assert bar.sentence == "The disk is full."
    assert bar.accessibleName() == "The disk is full."
    assert not bar.findChild(QPushButton).isVisible()


def test_the_newest_sentence_replaces_the_one_before(bar):
    bar.say("First.", "Try again", lambda: None)
    bar.say("Second.")
    assert bar.sentence == "Second."
    assert not bar.findChild(QPushButton).isVisible()


def test_the_action_is_done_once_and_the_bar_goes(bar):
    done = []
    bar.say("It failed.", "Try again", lambda: done.append(1))
    bar.findChild(QPushButton).click()
    assert done == [1]
    assert not bar.isVisible()


def test_an_action_may_say_something_new(bar):
    bar.say("It failed.", "Try again", lambda: bar.say("It failed again."))
    bar.findChild(QPushButton).click()
    assert bar.sentence == "It failed again."


def test_it_is_closed_by_button_and_by_escape(bar, qtbot):
    bar.say("One.")
    bar.findChild(QToolButton).click()
    assert not bar.isVisible()
    bar.say("Two.")
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_markup_is_shown_as_it_stands(bar):
    bar.say("<b>bold</b>.pdf is damaged.")
    assert bar._sentence.textFormat() is Qt.TextFormat.PlainText
