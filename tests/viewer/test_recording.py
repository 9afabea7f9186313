"""The record in the reader's words, through the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.records import make_record
from viewer.dialogs.records import RecordsDialog
from viewer.filling import Filling
from viewer.sidebar.details import DetailsPanel


@pytest.fixture
def tab(desk, tmp_path):
    tab = desk.open(make_record(tmp_path / "a record.pdf"))
    tab.furnish()
    tab.show_details()
    return tab


@pytest.fixture
def details(tab):
    return tab.sidebar.findChild(DetailsPanel)


def write(details, field, text, key=Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    details.edit(field)
    editor = details.fields[field].editor
    editor.text.setPlainText(text)
    QTest.keyClick(editor.text, key, modifier)


def shown(details, field):
    return details.fields[field].value.toPlainText()


def test_a_field_is_written_in_its_place_and_undone(desk, tab, details):
    before = tab.reading.document.record.title
    write(details, "title", "The Bridge at Rabaul")
    assert shown(details, "title") == "The Bridge at Rabaul"
    assert desk.window.tabs.front.reading.document.record.title == "The Bridge at Rabaul"
    assert desk.store.document(tab.reading.document.id).record.title == "The Bridge at Rabaul"
    assert details.fields["title"].back.accessibleName().endswith(before)
    desk.undo()
    assert shown(details, "title") == before
    assert desk.store.document(tab.reading.document.id).record.title == before


def test_what_the_archive_says_comes_back_at_a_click(tab, details):
    before = shown(details, "date")
    write(details, "date", "about March 1944")
    assert shown(details, "date") == "about March 1944"
    assert tab.reading.document.record.date.edtf == "1944-03~"
    details.fields["date"].back.click()
    assert shown(details, "date") == before


def test_escape_leaves_the_field_as_it_was(desk, tab, details):
    before = shown(details, "title")
    write(details, "title", "never", Qt.Key.Key_Escape)
    assert shown(details, "title") == before
    assert details.fields["title"].value.hasFocus() or details.fields["title"].value.isVisible()
    assert not desk.store.undoable(tab.reading.document.id)


def test_a_date_says_how_it_is_understood_and_asks_where_it_may_mean_two(tab, details):
    details.edit("date")
    editor = details.fields["date"].editor
    editor.text.setPlainText("circa spring 1944")
    assert editor.hint.words.text() == "Understood as about spring 1944 (1944-21~)"
    editor.text.setPlainText("Anfang März 1944")
    assert editor.hint.words.text() == (
        "Understood as about 1–10 March 1944 (1944-03-01~/1944-03-10~)"
    )
    editor.text.setPlainText("1911–12")
    assert [button.text() for button in editor.hint.buttons] == ["December 1911", "1911–1912"]
    editor.text.setPlainText("sometime")
    assert "not understood" in editor.hint.words.text()
    editor.text.setPlainText("03/04/1944")
    assert [button.text() for button in editor.hint.buttons] == ["3 April 1944", "4 March 1944"]
    editor.hint.buttons[1].click()
    date = tab.reading.document.record.date
    assert (date.shown, date.edtf) == ("03/04/1944", "1944-03-04")


def test_a_field_with_several_values_has_a_line_for_each(tab, details):
    names = "W. Averell Harriman\n\nJoseph Stalin"
    write(details, "creator", names, modifier=Qt.KeyboardModifier.ControlModifier)
    assert tab.reading.document.record.added["creator"] == ("W. Averell Harriman", "Joseph Stalin")
    assert shown(details, "creator") == "W. Averell Harriman · Joseph Stalin"


def test_fields_that_are_missing_are_offered_and_one_left_empty_goes_again(details):
    offered = [action.text() for action in details.adding_menu().actions()]
    assert "Author" in offered
    assert "Title" not in offered
    write(details, "publisher", "", Qt.Key.Key_Escape)
    assert "publisher" not in details.fields


def test_double_click_and_f2_begin_writing(details):
    field = details.fields["title"]
    QTest.mouseDClick(field.value.viewport(), Qt.MouseButton.LeftButton)
    assert field.editor is not None
    QTest.keyClick(field.editor.text, Qt.Key.Key_Escape)
    QTest.keyClick(field.value, Qt.Key.Key_F2)
    assert field.editor is not None


def test_what_was_written_is_there_after_a_restart(desk, tab, details):
    write(details, "repository", "York")
    document = tab.reading.document.id
    desk.session.close(tab.reading)
    tab = desk.reopen(document)
    tab.furnish()
    again = tab.sidebar.findChild(DetailsPanel)
    assert shown(again, "repository") == "York"
    assert "repository" in tab.reading.recording.read


def test_several_records_are_written_at_once_and_undone_together(desk, tab, tmp_path):
    first = tab.reading.document.id
    other = desk.open(make_record(tmp_path / "another.pdf", title="Another")).reading.document.id
    dialog = RecordsDialog(desk.session, [first, other], desk.window)
    before = [desk.store.document(each).record for each in (first, other)]
    QTest.keyClicks(dialog.fields["creator"], "A. One; B. Two")
    dialog.fields["repository"].clear()
    QTest.keyClicks(dialog.fields["repository"], "York")
    dialog._save()
    for each in (first, other):
        record = desk.store.document(each).record
        assert (record.added["creator"], record.repository) == (("A. One", "B. Two"), "York")
    desk.window.tabs.bring_to_front(None)
    desk.undo()
    assert [desk.store.document(each).record for each in (first, other)] == before


def test_references_fill_records_and_say_what_they_did(desk, tab, tmp_path, qtbot):
    title = tab.reading.document.record.title
    (tmp_path / "some.ris").write_text(
        f"TY  - UNPB\nTI  - {title}\nAU  - Harriman, W. Averell\nER  - \n"
        "TY  - UNPB\nTI  - Unknown\nER  - \n"
    )
    with qtbot.waitSignal(desk.session.told) as told:
        Filling(desk.session).begin(tmp_path / "some.ris")
    assert told.args == ["One record was filled. One reference is of no document here."]
    assert tab.reading.document.record.added["creator"] == ("Harriman, W. Averell",)
