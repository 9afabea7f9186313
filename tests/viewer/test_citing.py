"""Citing a passage or a document, through the whole window."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPushButton

from library.citing.reading import read_references
from library.citing.style import Style
from tests.records import make_record
from tests.viewer.desk import select
from viewer.dialogs.citing import CitingDialog


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined."""
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.progress is None and len(joint.joined.pages) == 2)
    return tab


def clipboard():
    return QGuiApplication.clipboard()


def test_words_are_pasted_with_citation_page_and_the_picture_of_their_line(desk, tab):
    clipboard().clear()
    select(tab, "engineer said")
    desk.press("copy_quotation")
    said = clipboard().text()
    assert said.startswith('“engineer said” "A Talk about the New Bridge", March 3, 1944')
    assert said.endswith(", page 1 of the scan.")
    desk.wait(lambda: clipboard().mimeData().hasImage())
    picture = clipboard().image()
    assert picture.width() > 5 * picture.height() > 50  # one line, legible
    assert darkest(picture) < 100  # with letters on it
    assert clipboard().text() == said
    assert "data:image/png;base64," in clipboard().mimeData().html()


def darkest(picture: QImage) -> int:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits()))


def test_what_is_copied_meanwhile_stays_on_the_clipboard(desk, tab):
    select(tab, "engineer said")
    desk.press("copy_quotation")
    clipboard().setText("something else")
    desk.wait(lambda: tab.citing.is_idle)
    assert clipboard().text() == "something else"


def test_the_readers_style_is_used_and_remembered(desk, tab):
    desk.settings.citation_style = Style.MLA
    select(tab, "engineer said")
    desk.press("copy_quotation")
    assert "“A Talk about the New Bridge.” 3 Mar. 1944." in clipboard().text()
    desk.press("copy_citation")
    assert clipboard().text().startswith("“A Talk about the New Bridge.” 3 Mar. 1944.")


def test_the_details_panel_copies_in_the_readers_style(desk, tab):
    (copy,) = (
        button
        for button in tab.sidebar.details.findChildren(QPushButton)
        if button.text() == "Copy citation"
    )
    copy.click()
    assert clipboard().text().startswith('"A Talk about the New Bridge", March 3, 1944')
    desk.settings.citation_style = Style.MLA
    copy.click()
    assert clipboard().text().startswith("“A Talk about the New Bridge.” 3 Mar. 1944.")


def test_notes_are_copied_and_dragged_out_in_the_readers_style(desk, tab):
    select(tab, "engineer said")
    desk.press("highlight")
    (note,) = desk.notes
    tab.reading.notebook.write_note(note.id, "Who & why?")
    desk.settings.citation_style = Style.CHICAGO_NOTE
    notes = tab.sidebar.notes
    notes.copy(desk.notes)
    said = clipboard().text()
    assert said.startswith("“engineer said” “A Talk about the New Bridge,” March 3, 1944, ")
    assert ", scan p. 1" in said
    assert said.endswith("\n\nWho & why?")
    assert "Who &amp; why?" in clipboard().mimeData().html()
    model = notes.view.model()
    assert model.mimeData([model.index_of(note.id)]).text() == said
    desk.settings.citation_style = Style.MLA
    assert "3 Mar. 1944" in model.mimeData([model.index_of(note.id)]).text()


def test_words_that_are_not_on_the_scan_are_cited_without_a_picture(desk, tab):
    tab.reading.joint.take(type(tab.reading.joint.joined)())
    clipboard().clear()
    select(tab, "engineer said")
    desk.press("copy_quotation")
    assert "engineer said" in clipboard().text()
    assert tab.citing.is_idle
    assert not clipboard().mimeData().hasImage()


@pytest.fixture
def dialog(desk, tab):
    dialog = CitingDialog(desk.session, desk.settings, [tab.reading.document.id] * 3, desk.window)
    dialog.show()
    return dialog


def test_all_styles_are_shown_and_the_chosen_one_is_used_from_then_on(desk, tab, dialog):
    assert "3 Mar. 1944" in dialog.rows[Style.MLA].words.text()
    assert "and 1 more" in dialog.rows[Style.MLA].words.text()
    dialog.rows[Style.APA].choice.click()
    desk.press("copy_citation")
    assert clipboard().text().startswith("A Talk about the New Bridge. (1944, March 3).")


def test_every_document_is_copied_and_written(desk, dialog, tmp_path):
    dialog.rows[Style.CHICAGO_NOTE].copying.click()
    desk.wait(lambda: clipboard().text().count("“A Talk about the New Bridge,”") == 3)
    assert clipboard().mimeData().hasHtml()
    dialog.write(Style.RIS, tmp_path / "some.ris")
    desk.wait(lambda: not desk.session.jobs.running)
    assert len(read_references(tmp_path / "some.ris")) == 3


def test_a_file_that_cannot_be_written_is_told(desk, dialog, tmp_path, qtbot):
    (tmp_path / "file").write_text("no folder")
    with qtbot.waitSignal(desk.session.failed) as failed:
        dialog.write(Style.BIBTEX, tmp_path / "file" / "some.bib")
    assert "some.bib" in failed.args[0]
