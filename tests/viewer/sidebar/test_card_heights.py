"""A thousand cards are measured a few at a time, and what the reader looks at stays."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont

from tests.viewer.sidebar.conftest import make_note
from viewer.sidebar.card_heights import AT_ONCE, CardHeights
from viewer.sidebar.note_card import Fonts, lay_out_card

MANY = 200


@pytest.fixture
def fonts(qapp) -> Fonts:
    return Fonts.after(QFont())


@pytest.fixture
def many(sidebar, desk):
    """A list of more notes than are measured at once."""
    desk.show(*(make_note(f"n{n}", n % 800, note="word " * (7 * n % 60)) for n in range(MANY)))
    return sidebar.notes.view


def heights(view) -> list[int]:
    model = view.model()
    return [view.visualRect(model.index(row)).height() for row in range(model.rowCount())]


def measured(view) -> bool:
    return not view._cards.heights.has_guessed and not view._further.isActive()


def test_only_so_many_cards_are_measured_in_a_pass(fonts):
    known = CardHeights()
    notes = [make_note(f"n{n}", note="word " * 90) for n in range(AT_ONCE + 1)]
    true = round(lay_out_card(notes[0], 284, fonts).height)
    assert [known.of(note, 284, fonts) for note in notes[:-1]] == [true] * AT_ONCE
    guess = known.of(notes[-1], 284, fonts)
    assert known.has_guessed
    assert guess == pytest.approx(true, rel=0.4)
    known.begin_pass()
    assert not known.has_guessed
    assert known.of(notes[-1], 284, fonts) == true


def test_in_the_end_every_card_is_as_high_as_its_words(qtbot, many):
    qtbot.waitUntil(lambda: measured(many))
    delegate = many._cards
    fonts = delegate._fonts_after(many.font())
    notes = [many.note_at(many.model().index(row)) for row in range(MANY)]
    true = [round(lay_out_card(note, many.width() - 32, fonts).height) + 8 for note in notes]
    assert heights(many)[:-1] == true[:-1]


def test_the_card_the_reader_is_at_stays_while_others_are_measured(qtbot, many, reading):
    last = reading.notes()[MANY - 20].id
    reading.choose_note(last)
    index = many.model().index_of(last)
    before = many.visualRect(index).top()
    assert not measured(many)
    qtbot.waitUntil(lambda: measured(many))
    assert many.visualRect(index).top() == before


def test_cards_follow_the_width_of_the_panel(qtbot, sidebar, many):
    qtbot.waitUntil(lambda: measured(many))
    narrow = sum(heights(many))
    sidebar.resize(500, 700)
    qtbot.waitUntil(lambda: sum(heights(many)) < narrow)
    qtbot.waitUntil(lambda: measured(many))
    assert many.indexAt(QPoint(100, 5)).row() == 0
