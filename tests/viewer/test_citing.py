"""Citing a passage or a document, through the whole window."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from library.citing.style import Style
from tests.records import make_record
from tests.viewer.desk import select


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


def test_words_that_are_not_on_the_scan_are_cited_without_a_picture(desk, tab):
    tab.reading.joint.take(type(tab.reading.joint.joined)())
    clipboard().clear()
    select(tab, "engineer said")
    desk.press("copy_quotation")
    assert "engineer said" in clipboard().text()
    assert tab.citing.is_idle
    assert not clipboard().mimeData().hasImage()
