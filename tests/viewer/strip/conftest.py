"""Typed pages joined with their text by hand, and the strip that shows them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSettings

from library.model.joined import Joined
from tests.library.joining.strip.typed import document_of, linked, typed, version_of
from tests.viewer.scan.fakes import FakePages
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.strip.strip_panel import StripPanel
from viewer.theme import Scheme, Theme

PAGES = (
    (
        "The engineer said that the bridge would bear",
        "forty tons, and the mayor asked infor-",
        "mation whether that",
    ),
    ("was enough.", "He asked twice."),
)
TEXT = (
    "The engineer said that the bridge would bear forty tons, and the mayor asked information "
    "whether that was enough.",
    "He asked twice.",
)


class Strip:
    """A panel in a window of 900 × 600 px, with what a test asks of it."""

    def __init__(self, reading, pages, panel, qtbot):
        self.reading, self.pages, self.panel, self.qtbot = reading, pages, panel, qtbot
        self.view = panel.view

    @property
    def text(self) -> str:
        return self.reading.version.text

    def lines(self) -> list[str]:
        """The words of each block in view that has some."""
        blocks = [placed.block for placed in self.view.visible()]
        return [self.words(block) for block in blocks if block.words]

    def read(self) -> str:
        """The words of the line that is read."""
        return self.words(self.view.read_block().block)

    def words(self, block) -> str:
        return " ".join(self.text[word.start : word.end] for word in block.words)

    def placed(self, words: str):
        """The block with these words, and the first of them."""
        offset = self.text.index(words)
        for placed in self.view.visible():
            for word in placed.block.words:
                if word.start <= offset < word.end:
                    return placed, word
        raise AssertionError(f"{words!r} is not in view")

    def point(self, words: str):
        """The middle of a word, in the viewport."""
        placed, word = self.placed(words)
        return self._in_view(placed, word.rect.center())

    def point_on_picture(self, words: str):
        """The middle of the place of a word on its picture, in the viewport."""
        placed, word = self.placed(words)
        block = placed.block
        (place,) = [each for each in block.item.words if each.start == word.start]
        x = (place.left + place.right) / 2 * block.scale
        middle = block.picture.topLeft() + QPointF(x, block.picture.height() / 2)
        return self._in_view(placed, middle)

    def _in_view(self, placed, inside):
        left = self.view.column.setter.measure.left
        return (QPointF(left, placed.top - self.view.top) + inside).toPoint()


@pytest.fixture(scope="session")
def theme(qapp):
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def make_strip(qtbot, tmp_path, theme):
    """Show a text with its joined pages; `alignment` joins them by hand where it is given."""

    def make(pages=PAGES, text=TEXT, alignment=None, size=(900, 600), joined=None) -> Strip:
        version = version_of(text)
        rows = [row for page, lines in enumerate(pages) for row in typed(lines, page)]
        document = document_of(version, len(pages))
        reading = Reading(document, [Path("scan.pdf")], lambda _: None, lambda: None)
        joined = joined or Joined(
            {version.id: alignment or linked(version, rows)}, pages=frozenset(range(len(pages)))
        )
        reading.joint.take(joined)
        asked = FakePages()
        settings = Settings(QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat))
        panel = StripPanel(reading, asked, settings, lambda _page: None)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitUntil(lambda: panel.view.column is not None or panel.sentence.isVisible())
        return Strip(reading, asked, panel, qtbot)

    return make


@pytest.fixture
def strip(make_strip):
    strip = make_strip()
    strip.pages.answer_all()
    return strip
