"""Putting a version's text together, with the places of its paragraphs and pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from library.model.document import Paragraph, ParagraphRole

SOFT_HYPHEN = "\u00ad"
BREAKS = ("-", "¬", "⸗", SOFT_HYPHEN)  # what ends a line within a word
_BROKEN = re.compile(r"(?P<start>[^\W\d_]+)[-¬⸗]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)(-?)")
_LONGEST = 100  # letters of a word; without an end, what is none would be gone through for each
_WHOLE_WORD = 4  # letters: "in" and "no" begin many words
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text, and where its paragraphs, pages and lines begin (offsets in code points).

    The lines are those that were added, in their order.  A line whose last word goes on in
    the next one has lost its hyphen.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    page_starts: tuple[int, ...]
    line_starts: tuple[int, ...]


class Composer:
    """Writes a text paragraph by paragraph, line by line."""

    def __init__(self, words: Collection[str] = (), *, mend_unknown: bool = False) -> None:
        """`words` are those of the text, in small letters, to mend broken ones by.

        `mend_unknown` mends words that stand nowhere else in the text, too, as most hyphens
        at the ends of typed lines are those of broken words.
        """
        self._words = words
        self._mends_unknown = mend_unknown
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs: list[Paragraph] = []
        self._open: Paragraph | None = None
        self._pages: dict[int, int] = {}
        self._lines: list[int] = []

    def begin(
        self, indent: int = 0, role: ParagraphRole = ParagraphRole.BODY, number: int | None = None
    ) -> None:
        """Begin a paragraph."""
        self._close()
        if self._length:
            self._write("\n\n")
        self._open = Paragraph(self._length, self._length, indent, role, number)

    def add(self, line: str, page: int, *, break_before: bool = False) -> None:
        """Go on with a line that stands on `page`; `break_before` keeps the line break."""
        if self._open is not None and self._length > self._open.start:
            self._write("\n" if break_before else self._glue(line))
        self._pages.setdefault(page, self._length)
        self._lines.append(self._length)
        self._write(line)

    def composed(self, page_count: int) -> Composed:
        """The whole; a page without text begins where the next one does."""
        self._close()
        starts: list[int] = []
        for page in reversed(range(page_count)):
            starts.append(self._pages.get(page, starts[-1] if starts else self._length))
        return Composed(
            "".join(self._pieces),
            tuple(self._paragraphs),
            tuple(reversed(starts)),
            tuple(self._lines),
        )

    def _close(self) -> None:
        paragraph = self._open
        if paragraph is not None and self._length > paragraph.start:
            closed = Paragraph(
                paragraph.start, self._length, paragraph.indent, paragraph.role, paragraph.number
            )
            self._paragraphs.append(closed)
        self._open = None

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _glue(self, line: str) -> str:
        """What stands between the last line and this one; mends a word that was broken."""
        last = self._pieces[-1]
        if not unicodedata.is_normalized("NFC", last.rstrip("".join(BREAKS))[-1:] + line[:1]):
            return " "  # else an accent that leads the line would become part of the last letter
        if last.endswith(SOFT_HYPHEN) or self._is_broken_word(last, line):
            self._pieces[-1] = last[:-1]
            self._length -= 1
            return ""
        if last[-1:] in "-‐–—" and not last[-2:-1].isspace() and line[:1].isalnum():
            return ""
        if _UNSPACED.match(last[-1:]) and _UNSPACED.match(line):
            return ""
        return " "

    def _is_broken_word(self, last: str, line: str) -> bool:
        start = _BROKEN.search(last, max(0, len(last) - _LONGEST))
        end = _FIRST_WORD.match(line)
        if start is None or end is None:
            return False
        first, second = start["start"], end[0]
        if f"{first}-{second}".casefold() in self._words:
            return False
        if (first + second).casefold() in self._words:
            return True
        return self._mends_unknown and self._may_be_broken(first, second)

    def _may_be_broken(self, first: str, second: str) -> bool:
        """Not North-East; nor well-known, where the text has both words."""
        if second[0].isupper() and not (first + second).isupper():
            return False
        words = first.casefold(), second.casefold()
        return not all(word in self._words and len(word) >= _WHOLE_WORD for word in words)


def words_of(lines: Iterable[str]) -> set[str]:
    """The words of the lines in small letters, those with hyphens whole."""
    found: set[str] = set()
    for line in lines:
        pieces = _WORD.findall(unicodedata.normalize("NFC", line))
        found.update(word for word, hyphen in pieces if not hyphen)  # with one it may go on
    return {word.casefold() for word in found}
