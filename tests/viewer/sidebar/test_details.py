"""The record as a form."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from library.model.record import ArchiveDate
from tests.viewer.sidebar.conftest import FULL_RECORD, NOW, make_document
from viewer.fields import Field, LinkValue, Value
from viewer.reading import Reading
from viewer.sidebar.details import DetailsPanel
from viewer.sidebar.record_field import RecordFieldView


@pytest.fixture
def details(qtbot):
    def show(document) -> DetailsPanel:
        panel = DetailsPanel(Reading(document, [Path("memo.pdf")], lambda _: None, lambda: NOW))
        qtbot.addWidget(panel)
        panel.resize(316, 700)
        panel.show()
        return panel

    return show


def fields(panel) -> dict[str, str]:
    return {f.label: f.value.toPlainText() for f in rows(panel)}


def rows(panel):
    form = panel.widget()
    return [*form.findChildren(RecordFieldView), *form.findChildren(Field)]


def test_each_field_there_is_has_its_row(details):
    shown = fields(details(make_document(**FULL_RECORD)))
    assert shown["Date"] == "circa 1944"
    assert shown["Original language"] == "English · Russian"
    assert shown["Present"] == "Mr. One · Mr. Two"
    assert shown["Record number"] == "7"
    assert shown["File"] == "memo.pdf"


def test_fields_that_are_not_there_take_no_room(details):
    assert set(fields(details(make_document()))) == {"Title", "File"}


def test_where_a_value_is_from_is_told_quietly(details):
    panel = details(make_document(**FULL_RECORD))
    hints = {f.label: f.toolTip() for f in rows(panel)}
    assert hints["Summary"] == "From the cover page"


def test_the_address_is_only_asked_for(details, qtbot):
    panel = details(make_document(**FULL_RECORD))
    link = panel.widget().findChild(LinkValue)
    with qtbot.waitSignal(panel.link_asked) as heard:
        qtbot.mouseClick(link.viewport(), Qt.MouseButton.LeftButton)
    assert heard.args == ["https://example.org/documents/7"]
    with qtbot.waitSignal(panel.link_asked):
        qtbot.keyClick(link, Qt.Key.Key_Return)


def test_the_citation_is_asked_for(details, qtbot):
    panel = details(make_document(date=ArchiveDate("March 3, 1944", "1944-03-03")))
    (copy,) = (b for b in panel.findChildren(QPushButton) if b.text() == "Copy citation")
    with qtbot.waitSignal(panel.citation_asked):
        copy.click()


def test_a_document_that_could_not_be_read_whole_says_so(details):
    document = replace(make_document(), problem="Page 3 is damaged.")
    panel = details(document)
    assert "Page 3 is damaged." in {v.toPlainText() for v in panel.widget().findChildren(Value)}


def test_a_long_word_never_makes_the_panel_wider(details, qtbot):
    panel = details(make_document(url="https://example.org/" + "x" * 300))
    link = panel.widget().findChild(LinkValue)
    assert panel.widget().width() <= panel.viewport().width()
    assert link.height() > 3 * link.fontMetrics().height()


def test_the_form_follows_the_document_as_it_is_read_further(details):
    panel = details(make_document())
    panel.show_document(make_document(summary="Read now."))
    assert fields(panel)["Summary"] == "Read now."
