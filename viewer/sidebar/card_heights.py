"""How high the cards are: measured a few at a time, and guessed until then.

Setting the words of a thousand notes takes a tenth of a second.  A list that is shown
measures what it needs at once; the rest is measured in passes between the reader's acts.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtGui import QFontMetricsF

from library.model.annotation import Annotation
from viewer.note_words import quotation, wording
from viewer.places import Note
from viewer.sidebar.note_card import (
    INSET,
    INSET_LEFT,
    QUOTE_LINES,
    Fonts,
    RichOf,
    lay_out_card,
    never_rich,
)

AT_ONCE = 24  # cards measured in one pass: a screen of them, and some 4 ms
_HEAD = 40  # px of a card without its words


class CardHeights:
    """Heights in pixels, for the note as it is, a width and a font."""

    def __init__(self, rich_of: RichOf = never_rich) -> None:
        self._rich_of = rich_of
        self._known: dict[str, tuple[Note | None, int, int, int]] = {}  # None: guessed
        self._left = AT_ONCE
        self.has_guessed = False  # in this pass

    def begin_pass(self) -> None:
        """From now on so many cards may be measured again."""
        self._left = AT_ONCE
        self.has_guessed = False

    def forget(self) -> None:
        """What others are called changed: the words of notes that lead to them, too."""
        self._known.clear()

    def measure(self, notes: Iterable[Note], width: int, fonts: Fonts) -> None:
        """Measure these before all others."""
        for note in notes:
            self.of(note, width, fonts)

    def of(self, note: Note, width: int, fonts: Fonts) -> int:
        size = fonts.note.pixelSize()
        known = self._known.get(note.id)
        if known is not None and known[:3] == (note, width, size):
            return known[3]
        if self._left > 0:
            self._left -= 1
            height = round(lay_out_card(note, width, fonts, rich_of=self._rich_of).height)
            self._known[note.id] = (note, width, size, height)
            return height
        self.has_guessed = True
        if known is None:
            known = self._known[note.id] = (None, width, size, _guessed(note, width, fonts))
        return known[3]


def _guessed(note: Note, width: int, fonts: Fonts) -> int:
    letters = QFontMetricsF(fonts.note)
    in_a_line = max(1, (width - INSET_LEFT - INSET) / letters.averageCharWidth())
    lines = min(QUOTE_LINES, ceil(len(quotation(note)) / in_a_line))
    lines += ceil(len(wording(note)) / in_a_line)
    lines += 1 if isinstance(note, Annotation) and note.tags else 0
    return round(_HEAD + lines * letters.height())
