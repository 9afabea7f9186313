"""A second text beside the one in front, through the whole window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from library.joining.lighting import Sureness
from library.model.annotation import AnnotationKind
from library.model.reading import Arrangement
from tests.records import make_record
from tests.viewer.desk import Desk, hover

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SENTENCES = (
    "On 12 October 1931 Albrecht Lohmann inspected crane No. 4 at Nordkai and found 3 cracks.",
    "The crane lifted up to 9 tons on 3 September 1931, though only 6 tons were allowed.",
    "Carstens wants 2450 Reichsmark for the repair by 1 December 1931 in Rosenfurt.",
    "Until then the crane No. 7 at Suedkai shall carry 12 tons at most, wrote Helene Voss.",
)
GERMAN = (
    "Am 12 Oktober 1931 hat Albrecht Lohmann Kran Nr. 4 am Nordkai besichtigt: 3 Risse.",
    "Am 3 September 1931 hob der Kran bis zu 9 Tonnen, obwohl nur 6 Tonnen zulaessig sind.",
    "Carstens verlangt 2450 Reichsmark für die Arbeiten bis 1 Dezember 1931 in Rosenfurt.",
    "Bis dahin soll Kran Nr. 7 am Suedkai 12 Tonnen tragen, schrieb Helene Voss.",
)


def lines(paragraph):
    """A paragraph as it is typed: lines of some 40 letters."""
    row, rows = "", []
    for word in paragraph.split():
        if len(row) + len(word) > 40:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    return "\n".join([*rows, row])


def make_bilingual(path, copies=1):
    pages = ("\n\n".join(map(lines, GERMAN[:2])), "\n\n".join(map(lines, GERMAN[2:])))
    return make_record(
        path,
        pages=pages,
        transcript=GERMAN * copies,
        translation=SENTENCES * copies,
        languages=("German",),
        text_layer=True,
    )


@pytest.fixture
def tab(desk, tmp_path):
    """A record in German with a translation, joined."""
    return joined(desk, desk.open(make_bilingual(tmp_path / "a record.pdf")))


def joined(desk, tab):
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.progress is None and len(joint.joined.pages) == 2)
    desk.wait(lambda: all(column.view.sheet.whole for column in tab.text.columns.shown))
    return tab


@pytest.fixture
def both(desk, tab):
    """The same, with the translation beside the transcript."""
    desk.press("text_beside")
    return joined(desk, tab)


def texts(tab):
    return [column.view.toPlainText().split()[0] for column in tab.text.columns.shown]


def point_of(column, words) -> QPoint:
    view = column.view
    start = view.sheet.offsets.position(view.version.text.index(words))
    return view.box_of(start, start + 2).center()


def point_on_scan(tab, words) -> QPoint:
    (spot, *_) = tab.reading.joint.at_text(tab.reading.version.text.index(words)).spots
    view = tab.scan.view
    return view.scene().box_rect(view.place_of(spot.page), spot.box).center().toPoint()


def lit(column):
    """What is lit in a text: words, and how sure they are."""
    view = column.view
    return [
        (view.version.text[slice(*map(view.sheet.offsets.offset, (start, end)))], sureness)
        for start, end, sureness in view.painter.shown.lit
    ]


def button(tab, name):
    found = tab.findChild(QToolButton, name)
    assert found is not None
    return found


def test_without_it_there_is_one_text(tab):
    assert len(tab.text.columns.shown) == 1
    assert tab.reading.beside.version is None


def test_a_button_at_the_end_of_the_tabs_shows_the_other_text(desk, tab):
    shown = button(tab, "beside_text_button")
    QTest.mouseClick(shown, LEFT)
    assert texts(tab) == ["Am", "On"]
    assert shown.isChecked()
    assert desk.window.actions_by_name["text_beside"].isChecked()
    QTest.mouseClick(shown, LEFT)
    assert texts(tab) == ["Am"]


def test_its_own_head_names_it_and_closes_it(tab, both):
    _, beside = tab.text.columns.shown
    close = button(beside, "close_beside_button")
    assert close.accessibleName()
    QTest.mouseClick(close, LEFT)
    assert texts(tab) == ["Am"]
    assert not button(tab, "beside_text_button").isChecked()


def test_a_document_with_one_text_has_no_such_button_and_says_why(desk, tmp_path):
    tab = desk.open(make_record(tmp_path / "one text.pdf"))
    tab.furnish()
    assert not button(tab, "beside_text_button").isVisible()
    desk.press("text_beside")
    assert "no other text" in desk.window.status.left_words
    assert not desk.window.actions_by_name["text_beside"].isChecked()


def test_it_is_there_again_after_a_restart(tmp_path, pool, qtbot):
    first = Desk(tmp_path, pool, qtbot)
    first.open(make_bilingual(tmp_path / "a record.pdf"))
    first.press("text_beside")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    second.tab.furnish()
    assert texts(second.tab) == ["Am", "On"]
    second.close()


def test_in_little_room_they_stand_one_below_the_other(desk, both):
    desk.press("text_only")
    front, beside = both.text.columns.shown
    assert front.x() < beside.x()
    desk.press("beside")
    assert front.x() == beside.x()
    assert front.y() < beside.y()


def test_it_comes_into_view_where_the_text_was_hidden(desk, tab):
    for _ in range(2):  # the second time it is only hidden
        desk.press("scan_only")
        desk.press("text_beside")
        assert tab.sides.arrangement is Arrangement.BESIDE
        assert texts(tab) == ["Am", "On"]


def test_hovering_a_word_lights_it_its_place_and_its_paragraph_in_the_translation(both):
    front, beside = both.text.columns.shown
    hover(front.view.viewport(), point_of(front, "Lohmann"))
    assert lit(front) == [("Lohmann", Sureness.SOLID)]
    assert lit(beside) == [(SENTENCES[0], Sureness.LINE)]
    assert len(both.reading.joint.hover.spots) == 1


def test_hovering_a_translation_lights_the_transcript_and_the_region_on_the_scan(both):
    front, beside = both.text.columns.shown
    hover(beside.view.viewport(), point_of(beside, "inspected"))
    assert lit(beside) == [(SENTENCES[0], Sureness.LINE)]
    assert lit(front) == [(GERMAN[0], Sureness.LINE)]
    region = both.reading.joint.hover.spots
    assert len(region) == len(lines(GERMAN[0]).split("\n"))
    assert {spot.sureness for spot in region} == {Sureness.LINE}, "no word is meant"


def test_hovering_the_scan_lights_both_texts(both):
    front, beside = both.text.columns.shown
    hover(both.scan.view.viewport(), point_on_scan(both, "Lohmann"))
    assert lit(front) == [("Lohmann", Sureness.SOLID)]
    assert lit(beside) == [(SENTENCES[0], Sureness.LINE)]


def test_a_click_in_the_translation_goes_to_its_paragraph_on_the_scan(desk, both):
    _, beside = both.text.columns.shown
    beside.view.go_to(beside.view.version.text.index("Carstens"))
    QTest.mouseClick(beside.view.viewport(), LEFT, NONE, point_of(beside, "Reichsmark"))
    assert both.reading.page == both.reading.document.scan_pages[1]


def test_a_click_on_the_scan_shows_the_words_in_both_texts(both):
    QTest.mouseClick(both.scan.view.viewport(), LEFT, NONE, point_on_scan(both, "Lohmann"))
    front, beside = both.text.columns.shown
    for column, words in ((front, "Lohmann"), (beside, SENTENCES[0])):
        flash = [column.view.sheet.offsets.offset(at) for at in column.view.painter.shown.flash]
        assert column.view.version.text[slice(*flash)] == words


def test_what_is_marked_in_the_text_beside_belongs_to_it(desk, both):
    _, beside = both.text.columns.shown
    select_in(desk, beside, "inspected crane")
    desk.press("highlight")
    (made,) = desk.notes
    assert made.kind is AnnotationKind.HIGHLIGHT
    (passage,) = made.targets
    assert (passage.version, passage.quote) == (beside.view.version.id, "inspected crane")
    assert [mark.note for mark in beside.view.painter.shown.marks] == [made.id]


def select_in(desk, column, words):
    view = column.view
    cursor = view.document().find(words)
    start = cursor.selectionStart()
    cursor.setPosition(start)
    view.setTextCursor(cursor)
    view.setFocus()
    for _ in words:
        desk.key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def test_words_are_selected_in_one_of_them_only(desk, both):
    front, beside = both.text.columns.shown
    select_in(desk, front, "Lohmann")
    select_in(desk, beside, "inspected")
    assert not front.view.textCursor().hasSelection()
    assert both.reading.joint.selection.spans[0].version == beside.view.version.id
    select_in(desk, front, "Nordkai")
    assert not beside.view.textCursor().hasSelection()


def test_find_works_in_the_text_that_has_the_focus(desk, both):
    front, beside = both.text.columns.shown
    beside.view.setFocus()
    desk.press("find")
    assert beside.searching.bar.isVisible()
    assert not front.searching.bar.isVisible()
    desk.keys(beside.searching.bar.field, "tons")
    assert beside.searching.bar.said == "1 of 3"
    front.view.setFocus()
    desk.press("find")
    assert front.searching.bar.isVisible()


def test_choosing_the_text_beside_as_the_one_in_front_exchanges_them(both):
    reading = both.reading
    reading.choose_version(reading.beside.version.id)
    assert texts(both) == ["On", "Am"]


def test_going_to_a_note_of_the_text_beside_leaves_the_texts_where_they_are(desk, both):
    test_what_is_marked_in_the_text_beside_belongs_to_it(desk, both)
    both.reading.go_to_note(desk.notes[0].id)
    assert texts(both) == ["Am", "On"]
    _, beside = both.text.columns.shown
    start = beside.view.version.text.index("inspected crane")
    assert beside.view.sheet.offsets.offset(beside.view.painter.shown.flash[0]) == start


@pytest.fixture
def long(desk, tmp_path):
    tab = joined(desk, desk.open(make_bilingual(tmp_path / "long.pdf", copies=12)))
    desk.press("text_beside")
    return joined(desk, tab)


def test_the_text_beside_keeps_abreast_of_the_one_in_front(desk, long):
    front, beside = long.text.columns.shown
    bar, other = front.view.verticalScrollBar(), beside.view.verticalScrollBar()
    places = []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 7)):
        bar.setValue(value)
        places.append(other.value())
    assert places == sorted(places)
    assert places[0] == 0
    desk.key(front.view, Qt.Key.Key_End)
    desk.key(front.view, Qt.Key.Key_End)  # once more: what was below was not laid out yet
    assert bar.value() == bar.maximum()
    assert other.value() == other.maximum()


def test_the_text_in_front_keeps_abreast_of_the_one_beside(desk, long):
    front, beside = long.text.columns.shown
    bar, other = front.view.verticalScrollBar(), beside.view.verticalScrollBar()
    other.setValue(other.maximum() // 2)
    half = other.value()
    assert 0.3 * bar.maximum() < bar.value() < 0.7 * bar.maximum()
    assert other.value() == half, "the side that the reader moves stays where it is"
    desk.wait(lambda: long.reading.position.offset > 0)
    other.setValue(0)
    assert bar.value() == 0
