import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from library.model.annotation import AnnotationKind, Bookmark, Colour, Passage, passage_of
from tests.viewer.transcript.conftest import NOON, Desk, make_document, make_version
from tests.viewer.transcript.hands import click, place_of
from viewer.places import place_of as place_of_note
from viewer.theme import LIGHT
from viewer.transcript.mark_painter import ribbon_place


def ground_at(panel, place):
    """The colour between two letters: what lies behind the text."""
    picture = panel.view.viewport().grab().toImage()
    return picture.pixelColor(place * picture.devicePixelRatio())


def over_the_letters(panel, quote):
    return place_of(panel, quote) - QPoint(0, 10)


def test_a_highlight_is_a_filling_behind_the_words(panel, desk):
    spot = over_the_letters(panel, "new bridge")
    assert ground_at(panel, spot) == QColor(LIGHT.paper)
    desk.mark("new bridge", colour=Colour.BLUE)
    filled = ground_at(panel, spot)
    assert filled.blue() - filled.red() > 60


def test_a_mark_that_is_taken_back_leaves_the_paper(panel, desk):
    desk.mark("new bridge")
    desk.show([])
    assert ground_at(panel, over_the_letters(panel, "new bridge")) == QColor(LIGHT.paper)


def test_overlapping_highlights_can_be_told_apart(panel, desk):
    desk.mark("Subject: The new bridge")
    desk.mark("new bridge", colour=Colour.BLUE)
    outer, inner = panel.view.painter.shown.marks
    assert (outer.depth, inner.depth) == (0, 1)
    spot = over_the_letters(panel, "new bridge")
    assert ground_at(panel, spot + QPoint(0, 4)) != ground_at(panel, spot - QPoint(0, 1))


@pytest.mark.parametrize("kind", [AnnotationKind.UNDERLINE, AnnotationKind.NOTE])
def test_an_underline_and_a_note_fill_nothing(panel, desk, kind):
    desk.mark("new bridge", kind)
    assert ground_at(panel, over_the_letters(panel, "new bridge")) == QColor(LIGHT.paper)


@pytest.mark.parametrize(
    "marks",
    [
        {"kind": AnnotationKind.UNDERLINE},
        {"kind": AnnotationKind.NOTE},
        {"note": "Written."},
    ],
)
def test_each_kind_is_seen(panel, desk, marks):
    before = panel.view.viewport().grab().toImage()
    if "note" in marks:
        desk.mark("new bridge")
        before = panel.view.viewport().grab().toImage()
    desk.show([])
    desk.mark("new bridge", **marks)
    assert panel.view.viewport().grab().toImage() != before


def test_a_click_chooses_a_mark_and_outlines_it(panel, desk, qtbot):
    made = desk.mark("new bridge")
    before = panel.view.viewport().grab().toImage()
    with qtbot.waitSignal(desk.reading.note_chosen) as chosen:
        click(qtbot, panel, "new bridge")
    assert chosen.args == [made.id]
    assert panel.view.painter.shown.chosen == made.id
    assert panel.view.viewport().grab().toImage() != before


def test_a_click_beside_all_marks_lets_the_chosen_one_go(panel, desk, qtbot):
    desk.mark("new bridge")
    click(qtbot, panel, "new bridge")
    click(qtbot, panel, "MEMORANDUM")
    assert desk.reading.chosen == ""


def test_clicking_again_chooses_the_next_that_lies_there(panel, desk, qtbot):
    outer, inner = desk.mark("Subject: The new bridge"), desk.mark("new bridge")
    for expected in (inner, outer, inner):
        click(qtbot, panel, "new bridge")
        assert desk.reading.chosen == expected.id


def test_a_double_click_opens_the_note_and_selects_nothing(panel, desk, qtbot):
    made = desk.mark("new bridge")
    with qtbot.waitSignal(desk.reading.note_opened) as opened:
        qtbot.mouseDClick(
            panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel, "new bridge")
        )
    assert opened.args == [made.id]
    assert not panel.has_selection


def test_enter_opens_the_note_at_the_caret(panel, desk, qtbot):
    made = desk.mark("Subject")
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert desk.reading.chosen == ""
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.reading.note_opened) as opened:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened.args == [made.id]


def test_marks_of_another_version_stay_there(panel, desk):
    desk.mark("new bridge")
    desk.reading.choose_version("russian")
    assert panel.view.painter.shown.marks == ()


def test_a_mark_that_points_beyond_the_text_does_no_harm(panel, desk):
    made = desk.mark("new bridge")
    beyond = Passage("english", 10**6, 10**6 + 5, "gone", "", "")
    desk.show([type(made)(**{**fields(made), "targets": (beyond,)})])
    panel.view.viewport().grab()


def test_a_bookmarked_passage_has_a_glyph_in_the_margin(panel, desk, qtbot):
    version = desk.reading.version
    start = version.text.index("Subject")
    passage = passage_of(version.id, version.text, start, start + 7)
    mark = Bookmark("ribbon", "document", "Subject", NOON, passage=passage)
    desk.show([mark])
    (ribbon,) = panel.view.painter.shown.ribbons
    block = panel.view.document().findBlockByNumber(1)
    column = panel.view.sheet.column
    glyph = ribbon_place(block, ribbon, QPointF(column.left, column.top(1)))
    assert glyph.right() < column.left
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=glyph.center().toPoint())
    assert desk.reading.chosen == "ribbon"


def test_a_mark_over_mixed_directions_covers_its_letters_alone(open_panel):
    words = "הוא אמר (in 1943) שלום"
    desk = Desk(make_document(make_version((words,))))
    panel = open_panel(desk.reading)
    desk.mark("in 1943")
    on, off = place_of(panel, "1943"), place_of(panel, "שלום")
    assert ground_at(panel, QPoint(on.x(), on.y() - 11)) != QColor(LIGHT.paper)
    assert ground_at(panel, QPoint(off.x(), off.y() - 11)) == QColor(LIGHT.paper)


def test_going_to_a_note_shows_it_and_fades(panel, desk):
    made = desk.mark("Nothing more")
    desk.reading.go_to_note(made.id)
    shown = panel.view.painter.shown
    first, last = panel.view.visible_positions()
    assert first <= shown.marks[0].start <= last
    assert shown.flash == (shown.marks[0].start, shown.marks[0].end)
    panel.column.blinking.fading.setCurrentTime(panel.column.blinking.fading.duration())
    assert shown.flash_strength == 0.0
    assert place_of_note(made).offset == desk.reading.position.offset


def test_the_menu_offers_what_can_be_done(panel, desk):
    made = desk.mark("new bridge")
    menu = panel.column.menu_at(panel.view.in_document(QPointF(place_of(panel, "new bridge"))))
    actions = {action.text(): action for action in menu.actions()}
    assert {"Edit note", "Colour", "Delete", "Copy", "Select all"} <= set(actions)
    assert not actions["Copy with citation"].isEnabled()
    actions["Colour"].menu().actions()[1].trigger()
    actions["Delete"].trigger()
    assert desk.labels == ["Change Colour", "Delete Highlight"]
    assert desk.reading.note(made.id) is None


def test_the_menu_marks_the_selected_words(panel, desk):
    panel.view.selectAll()
    menu = panel.column.menu_at(QPointF(0, 0))
    actions = {action.text(): action for action in menu.actions()}
    assert "Edit note" not in actions
    actions["Highlight"].menu().actions()[4].trigger()
    assert desk.reading.annotations[0].colour is Colour.PURPLE


def fields(annotation):
    return {name: getattr(annotation, name) for name in annotation.__slots__}
