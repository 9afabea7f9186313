"""Correcting a transcript, through the whole window."""

import pytest
from PySide6.QtCore import QPoint, Qt

from library.model.correction import CorrectionKind
from tests.viewer.desk import Desk, select
from tests.viewer.listed import choose, lines
from viewer.dialogs.corrections import CorrectionsDialog


@pytest.fixture
def tab(desk, record):
    return opened(desk, record)


def opened(desk, record):
    tab = desk.open(record)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    return tab


def correct(desk, tab, words, instead):
    """As a reader would: select, ask, write, Enter."""
    select(tab, words)
    desk.press("correct")
    popup = tab.text.column.corrector.popup
    assert popup.isVisible()
    popup.field.setText(instead)
    desk.key(popup.field, Qt.Key.Key_Return)
    assert not popup.isVisible()


def shown(tab):
    return tab.text.view.document().toPlainText()


def middle_of(tab, words):
    view = tab.text.view
    start = shown(tab).index(words)
    return view.in_document(view.box_of(start, start + len(words)).center().toPointF())


def menu_actions(tab, words):
    menu = tab.text.column.menu_at(middle_of(tab, words))
    return {action.text(): action for action in menu.actions()}, menu


def test_corrected_words_stand_in_place_and_the_text_stays_as_it_is(desk, tab):
    untouched = tab.reading.version.text
    correct(desk, tab, "forty tons", "fourteen tons")
    assert "\nfourteen tons. The mayor" in shown(tab)
    assert tab.reading.version.text == untouched
    (correction,) = tab.reading.correcting.corrections
    assert correction.passage.quote == "forty tons"


def test_the_switch_shows_the_untouched_words_and_is_remembered(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    desk.press("corrections")
    assert "forty tons" in shown(tab)
    assert tab.text.column.corrections.marks, "the mark stays, quietly"
    desk.press("corrections")
    assert "fourteen tons" in shown(tab)


def test_the_hint_says_what_the_words_were(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    hint = tab.text.column.corrections.hint_at
    assert hint(middle_of(tab, "fourteen tons")) == "was: “forty tons”"
    assert hint(middle_of(tab, "whether")) == ""
    desk.press("corrections")
    assert hint(middle_of(tab, "forty tons")) == "corrected: “fourteen tons”"


def test_undo_and_redo_take_corrections_back_and_on(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    assert desk.undo_text() == "Undo Correct"
    desk.undo()
    assert "forty tons" in shown(tab)
    desk.redo()
    assert "fourteen tons" in shown(tab)


def test_a_word_corrected_again_is_one_correction_and_its_own_words_take_it_back(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    correct(desk, tab, "fourteen", "four tons")
    (correction,) = tab.reading.correcting.corrections
    assert (correction.passage.quote, correction.text) == ("forty tons", "four tons")
    correct(desk, tab, "four tons", "forty tons")
    assert tab.reading.correcting.corrections == ()


def test_the_menu_marks_words_as_sic_uncertain_and_illegible(desk, tab):
    select(tab, "forty tons")
    actions, _menu = menu_actions(tab, "forty tons")
    actions["[sic]: so on the scan"].trigger()
    assert "forty tons [sic]" in shown(tab)
    for name, words in (("Uncertain [?]", "forty tons [?]"), ("Illegible", "[illegible]")):
        place = "forty tons" if "forty tons" in shown(tab) else "[illegible]"
        actions, _other = menu_actions(tab, place)
        actions[name].trigger()
        assert words in shown(tab)
    kinds = [each.kind for each in tab.reading.correcting.corrections]
    assert kinds == [CorrectionKind.ILLEGIBLE], "each takes the place of the one before"
    actions, _last = menu_actions(tab, "[illegible]")
    actions["Take back the correction"].trigger()
    assert "forty tons" in shown(tab)


def test_notes_made_on_corrected_words_are_kept_in_the_untouched_text(desk, tab):
    correct(desk, tab, "forty tons", "14 t")
    select(tab, "14 t. The mayor")
    desk.press("highlight")
    (note,) = desk.notes
    assert note.targets[0].quote == "forty tons. The mayor"
    (mark,) = tab.text.view.painter.shown.marks
    assert shown(tab)[mark.start : mark.end] == "14 t. The mayor"
    desk.press("corrections")
    (mark,) = tab.text.view.painter.shown.marks
    assert shown(tab)[mark.start : mark.end] == "forty tons. The mayor"


def test_find_finds_what_is_shown(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    searching = tab.text.column.searching
    desk.press("find")
    searching.bar.field.setText("fourteen")
    desk.wait(lambda: not searching.finding.searching)
    start, end = tab.text.view.painter.shown.hit
    assert shown(tab)[start:end] == "fourteen tons", "the corrected words as a whole"
    searching.bar.field.setText("whether")
    desk.wait(lambda: not searching.finding.searching)
    start, end = tab.text.view.painter.shown.hit
    assert shown(tab)[start:end] == "whether"


def test_words_after_a_correction_light_their_own_place(desk, tab):
    version = tab.reading.version
    correct(desk, tab, "forty tons", "a good many more than forty tons")
    heard = []
    tab.reading.joint.hover_text = lambda offset, text="": heard.append(offset)
    tab.text.view.pointed.emit(middle_of(tab, "whether"))
    tab.text.view.pointed.emit(middle_of(tab, "good many"))
    assert version.text[heard[0] :].startswith("ether"), "the middle of “whether”"
    assert version.text[heard[1] :].startswith("forty tons"), "where the corrected words begin"


def test_copying_gives_what_is_shown(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    select(tab, "fourteen tons")
    assert tab.text.view.createMimeDataFromSelection().text() == "fourteen tons"


def test_words_across_paragraphs_are_not_corrected(desk, tab):
    tab.text.view.selectAll()
    desk.press("correct")
    assert not tab.text.column.corrector.popup.isVisible()


def test_escape_closes_the_small_window_and_changes_nothing(desk, tab):
    select(tab, "forty tons")
    desk.press("correct")
    popup = tab.text.column.corrector.popup
    desk.key(popup.field, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert tab.reading.correcting.corrections == ()


def test_the_list_shows_before_and_after_goes_there_and_takes_back(desk, tab):
    correct(desk, tab, "forty tons", "fourteen tons")
    desk.press("all_corrections")
    dialog = desk.window.findChild(CorrectionsDialog)
    assert lines(dialog) == ["“forty tons” → “fourteen tons”"]
    choose(dialog, "forty")
    gone = []
    tab.reading.jumped.connect(gone.append)
    desk.key(dialog.table, Qt.Key.Key_Return)
    assert gone[0].offset == tab.reading.version.text.index("forty tons")
    dialog._buttons[1].click()
    assert tab.reading.correcting.corrections == ()
    assert lines(dialog) == []


def test_corrections_survive_a_restart(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    tab = opened(first, record)
    correct(first, tab, "forty tons", "fourteen tons")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    second.tab.furnish()
    second.wait(lambda: second.tab.text.view.sheet and second.tab.text.view.sheet.whole)
    assert "fourteen tons" in shown(second.tab)
    second.undo()
    assert "forty tons" in shown(second.tab)
    second.close()


def test_the_bar_beside_selected_words_offers_it(desk, tab):
    select(tab, "forty tons")
    menu = tab.text.column.offering.bar.corrections
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "Correct…"
    menu.actions()[0].trigger()
    popup = tab.text.column.corrector.popup
    assert popup.isVisible()
    words = tab.text.view.box_of(
        tab.text.view.textCursor().selectionStart(), tab.text.view.textCursor().selectionEnd()
    )
    place = words.translated(tab.text.view.mapTo(tab.text.column, QPoint()))
    assert not popup.geometry().intersects(place), "the words stay in sight"
