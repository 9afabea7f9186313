"""Notes after their text was replaced: shown where they stand now, or asked about."""

from dataclasses import replace

import pytest

from library.model.anchor import Anchor, Anchors, AnchorState
from library.progress import quietly
from library.rewording.rewording import replacing_text
from tests.viewer.desk import select
from tests.viewer.listed import lines
from viewer.dialogs.doubts import DoubtsDialog
from viewer.sidebar.arranging import Wanted

SURE, ASKED, GONE = "The engineer said", "forty tons", "Subject"


@pytest.fixture
def tab(desk, record):
    """Three notes, whose text was replaced while the document was closed."""
    tab = furnished(desk, desk.open(record))
    for words in (SURE, ASKED, GONE):
        select(tab, words)
        desk.press("highlight")
    document, version = tab.reading.document, tab.reading.version
    desk.session.close(tab.reading)
    text = version.text.replace("Subject: The new bridge.", "Copied by hand.")
    text = text.replace(
        "forty tons. The mayor asked whether that was enough.",
        ("The mayor asked whether forty tins or thirty tons were enough, and was told nothing."),
    )
    new = replace(version, text=f"A fair copy.\n\n{text}", paragraphs=(), page_starts=())
    quietly(replacing_text(desk.store, document.id, new))
    return furnished(desk, desk.reopen(document.id))


def furnished(desk, tab):
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    return tab


def note_on(tab, words):
    (note,) = [n for n in tab.reading.annotations if n.targets[0].quote == words]
    return note


def state_of(tab, words):
    return tab.reading.anchoring.state_of(note_on(tab, words))


def marked(tab):
    shown = tab.text.view.document().toPlainText()
    return {mark.note: shown[mark.start : mark.end] for mark in tab.text.view.painter.shown.marks}


def rows(tab):
    model = tab.sidebar.notes.view.model()
    return [model._rows[n] for n in range(model.rowCount())]


@pytest.fixture
def dialog(desk, tab):
    desk.press("doubts")
    return desk.window.findChild(DoubtsDialog)


def choose(dialog, words):
    dialog.choose(lambda entry: words in entry.text)
    assert len(dialog.chosen()) == 1, lines(dialog)


def test_a_note_that_was_found_again_is_marked_where_it_stands_now(tab):
    note = note_on(tab, SURE)
    assert marked(tab)[note.id] == SURE
    assert tab.reading.version.text[slice(note.targets[0].start, note.targets[0].end)] != SURE
    tab.reading.go_to_note(note.id)
    assert tab.reading.position.offset == tab.reading.version.text.index(SURE)


def test_cards_say_which_notes_are_in_doubt(tab):
    doubts = {row.note.targets[0].quote: row.doubt for row in rows(tab)}
    assert doubts == {SURE: None, ASKED: AnchorState.PLEASE_CHECK, GONE: AnchorState.LOST}
    (asked,) = [row for row in rows(tab) if row.doubt is AnchorState.PLEASE_CHECK]
    spoken = tab.sidebar.notes.view.model()._spoken(asked)
    assert spoken.startswith("Please check its place. ")


def test_the_filter_shows_those_of_a_state(tab):
    bar = tab.sidebar.notes.bar
    bar._want(Wanted(states=frozenset([AnchorState.LOST.value])))
    assert [row.note.targets[0].quote for row in rows(tab)] == [GONE]


def test_opening_the_document_says_it_quietly(desk, tab):
    told = []
    desk.session.told.connect(told.append)
    document = tab.reading.document.id
    desk.session.close(tab.reading)
    desk.reopen(document)
    assert told == ["2 notes here are to be checked: see Notes to Check, in Annotate."]


def test_a_candidate_that_is_chosen_is_shown_in_the_text(tab, dialog):
    shown = []
    tab.reading.jumped.connect(shown.append)
    choose(dialog, "tons»")
    (place,) = shown
    assert "tons" in tab.reading.version.text[place.offset : place.end]
    assert tab.text.view.painter.shown.flash is not None


def test_accepting_a_candidate_keeps_it_and_leaves_the_note_as_it_was_made(desk, tab, dialog):
    before = note_on(tab, ASKED)
    choose(dialog, "tons»")
    dialog._buttons[0].click()
    assert note_on(tab, ASKED) == before
    assert state_of(tab, ASKED) in (AnchorState.ANCHORED, AnchorState.MOVED)
    assert "tons" in marked(tab)[before.id]
    desk.undo()
    assert state_of(tab, ASKED) is AnchorState.PLEASE_CHECK
    desk.redo()
    assert state_of(tab, ASKED) is not AnchorState.PLEASE_CHECK


def forget_candidates(tab):
    """As where nothing like the lost words is in the text."""
    anchors = tab.reading.anchoring.anchors
    lost = {note_on(tab, GONE).targets[0]: Anchor(AnchorState.LOST)}
    tab.reading.anchoring.show(Anchors({**anchors.found, **lost}))


def test_where_no_place_was_found_there_is_nothing_to_accept(tab, dialog):
    forget_candidates(tab)
    choose(dialog, "tons»")
    assert dialog._buttons[0].isEnabled()
    choose(dialog, "No place like it")
    assert not dialog._buttons[0].isEnabled()


def test_placing_by_hand_asks_for_words_first(desk, tab, dialog):
    tab.text.column.annotating.deselect()
    forget_candidates(tab)
    choose(dialog, "No place like it")
    dialog._buttons[1].click()
    assert state_of(tab, GONE) is AnchorState.LOST
    assert dialog._told.text().startswith("Select the words")


def test_a_lost_note_is_placed_by_hand(desk, tab, dialog):
    select(tab, "Copied by hand")
    dialog.choose(lambda entry: GONE in entry.group)
    select(tab, "Copied by hand")
    dialog._buttons[1].click()
    assert marked(tab)[note_on(tab, GONE).id] == "Copied by hand"
    assert note_on(tab, GONE).targets[0].quote == GONE
    desk.undo()
    assert state_of(tab, GONE) is AnchorState.LOST


def test_what_is_said_to_be_gone_is_asked_no_more(desk, tab, dialog):
    dialog.table.selectAll()
    dialog._buttons[2].click()
    assert tab.reading.anchoring.doubts() == ()
    assert lines(dialog) == []
    assert state_of(tab, ASKED) is AnchorState.LOST
    assert note_on(tab, ASKED).id not in marked(tab)


def test_undoing_the_replacement_brings_the_text_and_every_note_back(desk, tab):
    desk.undo()
    desk.wait(lambda: "Subject" in tab.text.view.document().toPlainText())
    assert sorted(marked(tab).values()) == sorted((SURE, ASKED, GONE))
    assert tab.reading.anchoring.doubts() == ()
