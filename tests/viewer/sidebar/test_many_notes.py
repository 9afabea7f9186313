"""Several notes at once: found, chosen, tagged, coloured, deleted, answered and led to."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QDialog

from library.model.annotation import Colour
from tests.viewer.sidebar.conftest import make_note
from viewer.sidebar.arranging import Grouping, Wanted
from viewer.tags_dialog import TagsDialog

NONE = Qt.KeyboardModifier.NoModifier


def choose(sidebar, *note_ids):
    view = sidebar.notes.view
    view.clearSelection()
    for note_id in note_ids:
        index = view.model().index_of(note_id)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
    view.setFocus()


def shown(sidebar):
    model = sidebar.notes.view.model()
    notes = (model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount()))
    return [note.id for note in notes if note is not None]


def test_typing_in_the_field_filters_and_escape_shows_all_again(qtbot, sidebar):
    field = sidebar.notes.bar.field
    qtbot.keyClicks(field, "first")
    assert shown(sidebar) == ["a"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert shown(sidebar) == ["a", "b", "c"]


def test_nothing_found_is_said_in_a_sentence(qtbot, sidebar):
    qtbot.keyClicks(sidebar.notes.bar.field, "zzz")
    assert not sidebar.notes.view.isVisible()
    assert sidebar.notes._stack.currentIndex() == 2


def test_opening_a_note_that_is_filtered_away_shows_it(qtbot, sidebar, reading):
    qtbot.keyClicks(sidebar.notes.bar.field, "first")
    reading.open_note("b")
    assert sidebar.notes.view.model().index_of("b").isValid()
    assert sidebar.notes.bar.field.text() == ""


def test_several_notes_are_recoloured_in_one_step(qtbot, sidebar, reading, desk):
    choose(sidebar, "a", "b")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_2)
    assert {reading.note(each).colour for each in ("a", "b")} == {Colour.RED}
    assert reading.note("c").colour is Colour.GREEN
    assert len(desk.changes) == 1


def test_several_notes_are_deleted_in_one_step(qtbot, sidebar, reading, desk):
    choose(sidebar, "a", "c")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_Delete)
    assert shown(sidebar) == ["b"]
    assert [change.label for change in desk.changes] == ["Delete Notes"]
    assert sidebar.notes.view.currentIndex().isValid(), "the next gets the focus"


def test_a_note_is_deleted_with_its_replies(sidebar, reading, desk):
    reply = reading.notebook.reply("a")
    answer = reading.notebook.reply(reply.id)
    reading.notebook.delete_note("a")
    assert not {"a", reply.id, answer.id} & {note.id for note in reading.annotations}
    assert len(desk.changes[-1].edits) == 3


def test_tags_are_ticked_where_all_have_them_and_half_where_some_do(qtbot, sidebar, desk):
    notes = [make_note("a", tags=("air", "doubt")), make_note("b", 40, tags=("air",))]
    dialog = TagsDialog(notes, ["Frantic", "air"])
    qtbot.addWidget(dialog)
    states = {dialog.list.item(n).text(): dialog.list.item(n).checkState() for n in range(3)}
    assert states == {
        "air": Qt.CheckState.Checked,
        "doubt": Qt.CheckState.PartiallyChecked,
        "Frantic": Qt.CheckState.Unchecked,
    }
    assert (dialog.added, dialog.removed) == ((), ())


def test_a_typed_tag_is_given_to_all_chosen_notes(qtbot, sidebar, reading):
    choose(sidebar, "a", "b")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = sidebar.findChild(QDialog)
    qtbot.keyClicks(dialog.field, "air power")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.accept()
    assert reading.note("a").tags == reading.note("b").tags == ("air power",)
    assert reading.note("c").tags == ()


def test_a_known_tag_is_ticked_however_it_is_typed(qtbot):
    dialog = TagsDialog([make_note("a")], ["Łódź"])
    qtbot.addWidget(dialog)
    dialog.field.setText("łodz")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.added == ("Łódź",)


def test_groups_have_headings_that_cannot_be_chosen(sidebar, desk):
    desk.show(make_note("a", colour=Colour.RED), make_note("b", 40, colour=Colour.BLUE))
    sidebar.notes.bar._want(Wanted(grouping=Grouping.COLOUR))
    model = sidebar.notes.view.model()
    heading = model.index(0)
    assert heading.data() == "Red · 1"
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsSelectable


def test_what_is_dragged_out_is_quoted_and_cited(sidebar):
    model = sidebar.notes.view.model()
    text = model.mimeData([model.index_of("a")]).text()
    assert text.startswith("“The Ambassador” “On the reception”")
    assert text.endswith("\n\nfirst")


def test_a_link_in_a_note_leads_to_the_other(qtbot, sidebar, reading, desk):
    desk.show(make_note("a", note="[[b]]"), make_note("b", 300))
    view = sidebar.notes.view
    rect = view.visualRect(view.model().index_of("a"))
    points = (rect.topLeft() + QPoint(x, y) for y in range(0, rect.height(), 4) for x in (40, 60))
    point = next(point for point in points if view._link_at(point))
    assert view._link_at(point) == "#b"
    with qtbot.waitSignal(reading.jumped):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, point)
    assert reading.chosen == "b"


def test_a_note_on_the_whole_document_has_no_place(qtbot, sidebar, reading):
    sidebar.notes.bar.adding.click()
    made = reading.annotations[-1]
    assert made.targets == ()
    assert sidebar.notes._delegate.written == made.id
