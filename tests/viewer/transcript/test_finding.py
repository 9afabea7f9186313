from PySide6.QtCore import QPoint, Qt

from library.model.annotation import passage_of
from tests.viewer.transcript.conftest import Desk, make_document, make_version
from tests.viewer.transcript.hands import drag_over
from viewer.places import Side
from viewer.transcript.finding import Finding


def find(panel, qtbot, words):
    panel.show_find()
    panel.column.searching.bar.field.clear()
    qtbot.keyClicks(panel.column.searching.bar.field, words)
    qtbot.waitUntil(lambda: not panel.column.searching.finding.searching)


def test_typing_finds_and_counts(panel, qtbot):
    find(panel, qtbot, "MAYOR asked")
    assert panel.column.searching.bar.isVisible()
    assert panel.column.searching.bar.said == "1 of 14"
    text = panel.view.sheet.version.text
    assert {text[start:end] for start, end in panel.column.searching.finding.between(0, 10**9)} == {
        "mayor asked"
    }


def test_accents_do_not_matter(panel, qtbot):
    find(panel, qtbot, "cafe")
    assert panel.column.searching.bar.said == "1 of 1"


def test_what_is_not_there_is_said(panel, qtbot):
    find(panel, qtbot, "zeppelin")
    assert panel.column.searching.bar.said == "Not found"
    panel.find_next()
    assert panel.column.searching.bar.said == "Not found"


def test_next_and_previous_go_round(panel, qtbot):
    find(panel, qtbot, "mayor")
    panel.find_previous()
    assert panel.column.searching.bar.said == "14 of 14"
    qtbot.keyClick(panel.column.searching.bar.field, Qt.Key.Key_Return)
    assert panel.column.searching.bar.said == "1 of 14"
    qtbot.keyClick(
        panel.column.searching.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
    )
    assert panel.column.searching.bar.said == "14 of 14"


def test_the_hit_comes_into_view(panel, qtbot):
    find(panel, qtbot, "nothing more")
    hit = panel.view.painter.shown.hit
    assert panel.view.shows(*hit)
    assert panel.view.verticalScrollBar().value() > 0
    assert hit in panel.view.painter.shown.hits


def test_the_search_begins_where_the_reader_is(panel, qtbot):
    panel.view.go_to(panel.view.sheet.version.text.index("café"))
    find(panel, qtbot, "mayor")
    assert panel.column.searching.bar.said == "4 of 14"


def test_hits_are_outlined_and_not_filled(panel, qtbot):
    before = panel.view.viewport().grab().toImage()
    find(panel, qtbot, "memorandum")
    after = panel.view.viewport().grab().toImage()
    box = panel.view.box_of(*panel.view.painter.shown.hit)
    inside = box.center().x() + 3, box.top() + 4
    assert after != before
    assert after.pixelColor(*inside) == before.pixelColor(*inside)


def test_escape_closes_and_takes_the_outlines_away(panel, qtbot):
    find(panel, qtbot, "mayor")
    qtbot.keyClick(panel.column.searching.bar.field, Qt.Key.Key_Escape)
    assert not panel.column.searching.bar.isVisible()
    assert panel.view.painter.shown.hits == []
    assert panel.view.hasFocus()


def test_selected_words_are_sought(panel, qtbot):
    drag_over(qtbot, panel, "new bridge")
    panel.show_find()
    assert panel.column.searching.bar.field.text() == "new bridge"
    assert panel.column.searching.bar.said == "1 of 1"


def test_another_version_is_searched_anew(panel, desk, qtbot):
    panel.show_find()
    panel.column.searching.bar.field.setText("инженер")  # QTest types ASCII only
    assert panel.column.searching.bar.said == "Not found"
    desk.reading.choose_version("russian")
    qtbot.waitUntil(lambda: not panel.column.searching.finding.searching)
    assert panel.column.searching.bar.said == "1 of 1"


def test_find_next_opens_the_bar(panel):
    panel.find_next()
    assert panel.column.searching.bar.isVisible()
    assert panel.column.searching.bar.said == ""


def test_hits_stand_right_after_astral_characters(open_panel, qtbot):
    desk = Desk(make_document(make_version(("🌉🌉 the bridge 🌉 and the bridge",))))
    panel = open_panel(desk.reading)
    find(panel, qtbot, "the bridge")
    version = desk.reading.version
    quotes = [
        passage_of("v", version.text, *hit).quote
        for hit in panel.column.searching.finding.between(0, 10**9)
    ]
    assert quotes == ["the bridge", "the bridge"]
    assert panel.view.painter.shown.hit == (5, 15)


def test_a_search_without_a_text_finds_nothing():
    finding = Finding()
    finding.start("mayor", None, 0)
    finding.step(1)
    assert finding.hit is None
    assert not finding.searching


def test_the_page_of_the_hit_is_told_even_where_the_hit_is_in_view(open_panel, desk, qtbot):
    panel = open_panel(desk.reading, height=1600)
    seen = []
    desk.reading.page_changed.connect(lambda shown: seen.append((shown.page, shown.side)))
    find(panel, qtbot, "nothing more")
    assert panel.view.verticalScrollBar().value() == 0
    assert seen[-1] == (2, Side.TEXT)


def test_the_page_of_a_hit_that_comes_into_view_is_not_that_of_the_line_at_the_top(
    panel, desk, qtbot
):
    find(panel, qtbot, "nothing more")
    assert desk.reading.page == 2
    assert desk.reading.position.offset == panel.view.offset_read()


def test_find_next_comes_back_to_the_only_hit(panel, desk, qtbot):
    find(panel, qtbot, "nothing more")
    panel.view.verticalScrollBar().setValue(0)
    desk.reading.see_page(0)
    panel.find_next()
    assert panel.view.shows(*panel.view.painter.shown.hit)
    assert desk.reading.page == 2


def test_a_hit_in_the_marker_of_a_page_is_shown_in_its_words(open_panel, qtbot):
    desk = Desk(make_document(make_version(("-2-", "The bridge."))))
    panel = open_panel(desk.reading)
    drawn = []
    panel.view.sheet.column.over = lambda _painter, block, _origin: drawn.append(block.text())
    panel.view.viewport().grab()
    assert "-2-" not in drawn  # a rule stands for it
    find(panel, qtbot, "-2-")
    assert panel.column.searching.bar.said == "1 of 1"
    panel.view.viewport().grab()
    assert "-2-" in drawn


def test_the_bar_does_not_lie_over_the_hit(open_panel, qtbot):
    desk = Desk(make_document(make_version(("-2-", "The bridge. " * 40, "The end."))))
    panel = open_panel(desk.reading)

    def hit_is_free():
        hit = panel.view.box_of(*panel.view.painter.shown.hit)
        hit.translate(panel.view.viewport().mapTo(panel, QPoint()))
        return not panel.column.searching.bar.geometry().intersects(hit)

    find(panel, qtbot, "-2-")
    assert hit_is_free()
    find(panel, qtbot, "end")
    assert hit_is_free()
