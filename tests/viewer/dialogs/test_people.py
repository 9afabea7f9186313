"""People of the library: joined, parted, undone, and their documents shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from library.model.record import Head
from library.shelving.question import Facet
from library.store.reading_store import ReadingStore
from tests.documents import NOON, a_document
from tests.viewer.desk import Desk
from viewer.dialogs.people import PeopleDialog

FULL, SHORT, OTHER = "Harriman, W. Averell", "Ambassador Harriman", "Marshal Stalin"


@pytest.fixture
def library(desk):
    for number, present in enumerate(((SHORT, OTHER), (FULL,), (OTHER,))):
        document = a_document(f"Letter {number}")
        record = replace(document.record, head=Head(present=present))
        desk.store.add_document(replace(document, record=record), NOON)
    return desk


@pytest.fixture
def dialog(library):
    dialog = PeopleDialog(library.session)
    library.qtbot.addWidget(dialog)
    library.wait(lambda: bool(lines(dialog)))
    return dialog


def lines(dialog):
    return [(entry.text, entry.aside) for entry in dialog.model.entries()]


def choose(dialog, *starts):
    dialog.choose(lambda entry: entry.text.startswith(starts))


JOINED = [(OTHER, "2 documents"), (f"{FULL} · also {SHORT}", "2 documents")]
APART = [
    (f"{FULL} = {SHORT}", "2 documents"),
    (OTHER, "2 documents"),
    (SHORT, "1 document"),
    (FULL, "1 document"),
]


def test_likely_variants_are_joined_parted_and_undone(library, dialog, monkeypatch):
    offered = []

    def answer(_parent, _title, _label, names):
        offered.extend(names)
        return names[0], True

    monkeypatch.setattr(QInputDialog, "getItem", answer)
    assert lines(dialog) == APART
    assert not dialog.joining.isEnabled()
    choose(dialog, f"{FULL} =")
    dialog.joining.click()
    assert offered == [FULL, SHORT]
    library.wait(lambda: set(lines(dialog)) == set(JOINED))
    choose(dialog, f"{FULL} ·")
    dialog._buttons[1].click()
    library.wait(lambda: lines(dialog) == APART)
    library.press("library")
    library.undo()
    library.wait(lambda: set(lines(dialog)) == set(JOINED))
    library.undo()
    library.wait(lambda: lines(dialog) == APART)


def test_all_of_many_people_are_listed_and_found_by_their_names(library, dialog):
    names = tuple(f"Person {nth} of the delegation" for nth in range(3000))
    document = a_document("The list of delegates")
    record = replace(document.record, head=Head(present=names))
    library.store.add_document(replace(document, record=record), NOON)
    dialog.show()
    dialog._refresh()
    library.wait(lambda: len(lines(dialog)) == len(APART) + len(names))
    choose(dialog, "Person 2999")
    library.keys(dialog.table, "2998")
    assert dialog.filter.text() == "2998"
    assert lines(dialog) == [("Person 2998 of the delegation", "1 document")]
    assert dialog.chosen() == []
    library.key(dialog.filter, Qt.Key.Key_Down)
    assert [person.name for person in dialog.chosen()] == ["Person 2998 of the delegation"]
    dialog.filter.clear()
    dialog.table.setFocus()
    library.key(dialog.table, Qt.Key.Key_End)
    assert [person.name for person in dialog.chosen()] == [lines(dialog)[-1][0]]
    library.key(dialog.table, Qt.Key.Key_Home)
    assert [likely.name for likely in dialog.chosen()] == [FULL]


def test_nobody_is_joined_in_a_window_that_only_reads(library, pool, tmp_path, qtbot):
    library.window.close()  # its store stays open
    store = ReadingStore.open_to_read(library.store.folder)
    reader = Desk(tmp_path, pool, qtbot, store=store)
    dialog = PeopleDialog(reader.session)
    qtbot.addWidget(dialog)
    reader.wait(lambda: lines(dialog) == APART)
    choose(dialog, f"{FULL} =")
    assert not dialog.joining.isEnabled()
    choose(dialog, OTHER)
    assert dialog._buttons[0].isEnabled()
    reader.close()


def test_what_has_nothing_to_part_is_not_parted(dialog):
    choose(dialog, OTHER)
    assert dialog._buttons[0].isEnabled(), "documents can be shown"
    assert not dialog._buttons[1].isEnabled()


def test_the_documents_of_a_person_are_shown_on_the_shelf(library, monkeypatch):
    def go(dialog):
        library.qtbot.addWidget(dialog)
        library.wait(lambda: bool(lines(dialog)))
        choose(dialog, OTHER)
        dialog._buttons[0].click()

    monkeypatch.setattr(PeopleDialog, "exec", go)
    library.press("people")
    question = library.window.library.asking.question
    assert question.chosen == {Facet.PERSON: frozenset({OTHER})}
    assert library.window.tabs.front is None
