"""People of the library: joined, parted, undone, and their documents shown."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QInputDialog

from library.model.record import Head
from library.shelving.question import Facet
from tests.documents import NOON, a_document
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
    library.wait(lambda: bool(dialog._rows))
    return dialog


def lines(dialog):
    return [(row.text(0), row.text(1)) for row in dialog._rows]


def choose(dialog, *starts):
    for row in dialog._rows:
        row.setSelected(row.text(0).startswith(starts))


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


def test_what_has_nothing_to_part_is_not_parted(dialog):
    choose(dialog, OTHER)
    assert dialog._buttons[0].isEnabled(), "documents can be shown"
    assert not dialog._buttons[1].isEnabled()


def test_the_documents_of_a_person_are_shown_on_the_shelf(library, monkeypatch):
    def go(dialog):
        library.qtbot.addWidget(dialog)
        library.wait(lambda: bool(dialog._rows))
        choose(dialog, OTHER)
        dialog._buttons[0].click()

    monkeypatch.setattr(PeopleDialog, "exec", go)
    library.press("people")
    question = library.window.library.asking.question
    assert question.chosen == {Facet.PERSON: frozenset({OTHER})}
    assert library.window.tabs.front is None
