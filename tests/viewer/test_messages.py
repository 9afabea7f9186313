"""Sentences under the tabs."""

import pytest

from viewer.messages import Messages


@pytest.fixture
def messages(qtbot):
    messages = Messages()
    qtbot.addWidget(messages)
    return messages


def test_a_second_sentence_does_not_hide_the_first(messages):
    messages.add("a.pdf is empty.")
    messages.add("b.pdf is damaged.")
    assert messages.sentence == "a.pdf is empty.\nb.pdf is damaged."


def test_the_same_sentence_is_said_once(messages):
    messages.add("The disk is full.")
    messages.add("The disk is full.")
    assert messages.sentence == "The disk is full."


def test_a_closed_sentence_stays_away_until_something_was_saved(messages):
    messages.add("The disk is full.")
    messages.close_message()
    messages.add("The disk is full.")
    assert messages.sentence == ""
    messages.forget_closed()
    messages.add("The disk is full.")
    assert messages.sentence == "The disk is full."


def test_of_many_sentences_the_last_three_are_shown(messages):
    for number in range(5):
        messages.add(f"{number}.pdf is empty.")
    assert messages.sentence.splitlines() == [f"{n}.pdf is empty." for n in (2, 3, 4)]
