"""Documents of which people have written down what stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path

from library.model.geometry import Box

SLACK = 2  # characters by which a place may be off, where only the line is known
WORD_SLACK = 0.004  # of the page's width, where words have boxes
LOOSE = 6  # characters by which it must be off, to be called wrong there
BREAKS = ("-", "¬", "⸗", "=")


@dataclass(frozen=True)
class Place:
    """Where a part of a word stands: on which line, and from where to where across it.

    `slack` is how much further it may be, since it is but reckoned.
    """

    page: int
    line: Box
    left: float
    right: float
    slack: float = 0.0

    def has_on_line(self, page: int, box: Box) -> bool:
        """Whether the middle of the box is on the line, a third of its height allowed."""
        x, y = _middle(box)
        pad, line = self.line.height / 3, self.line
        return (
            page == self.page
            and line.left - pad <= x <= line.right + pad
            and line.top - pad <= y <= line.bottom + pad
        )

    def has_across(self, box: Box, slack: float = 0.0) -> bool:
        """Whether the middle of the box is above, in or below the word."""
        return self.left - slack <= _middle(box)[0] <= self.right + slack


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


@dataclass(frozen=True)
class TrueWord:
    text: str
    places: tuple[Place, ...] = ()  # two where it is broken at the end of a line


@dataclass(frozen=True)
class TrueLine:
    """A line as people read it; `words` have their own boxes where these are known."""

    page: int
    text: str
    box: Box
    words: tuple[tuple[str, Box], ...] = ()
    outline: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class TrueDocument:
    """`text` is what is to be joined; None where the file brings it."""

    name: str
    files: tuple[Path, ...]
    words: tuple[TrueWord, ...]
    text: str | None = None


def document_of(
    name: str, files: Sequence[Path], blocks: Sequence[Sequence[TrueLine]]
) -> TrueDocument:
    """The lines of each block as a paragraph, in which words are no longer broken."""
    words: list[TrueWord] = []
    paragraphs = []
    for block in blocks:
        begun = len(words)
        words += _unbroken([word for line in block for word in _words_of(line)])
        paragraphs.append(" ".join(word.text for word in words[begun:]))
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return TrueDocument(name, tuple(files), tuple(words), text)


def _words_of(line: TrueLine) -> Iterator[TrueWord]:
    if line.words:
        yield from _boxed(line)
        return
    at = 0
    for word in line.text.split():
        at = line.text.index(word, at)
        yield TrueWord(word, (even_place(line, at, at + len(word)),))
        at += len(word)


def _boxed(line: TrueLine) -> Iterator[TrueWord]:
    """The words of the line's text, in which marks may cling to the words that have boxes."""
    boxes = iter(line.words)
    for word in line.text.split():
        inside = [next(boxes)]
        while len("".join(text for text, _ in inside)) < len(word):
            inside.append(next(boxes))
        left, right = inside[0][1].left, inside[-1][1].right
        place = Place(line.page, line.box, left - WORD_SLACK, right + WORD_SLACK)
        yield TrueWord(word, (place,))


def even_place(line: TrueLine, start: int, end: int) -> Place:
    """By the even pitch of a typewriter."""
    pitch = line.box.width / max(len(line.text), 1)
    left, right = line.box.left + (start - SLACK) * pitch, line.box.left + (end + SLACK) * pitch
    return Place(line.page, line.box, left, right, (LOOSE - SLACK) * pitch)


def _unbroken(words: Sequence[TrueWord]) -> Iterator[TrueWord]:
    """Words of which the second half begins the next line, as one."""
    waiting: TrueWord | None = None
    for word, after in zip(words, [*words, None][1:], strict=True):
        whole = word
        if waiting is not None:
            whole = TrueWord(waiting.text[:-1] + word.text, waiting.places + word.places)
            waiting = None
        if after is not None and _is_broken(word, after):
            waiting = whole
        else:
            yield whole


def _is_broken(word: TrueWord, after: TrueWord) -> bool:
    return (
        len(word.text) > 1
        and word.text.endswith(BREAKS)
        and word.text[-2].isalpha()
        and after.text[:1].islower()
        and word.places[-1].line != after.places[0].line
    )


def same(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The numbers of equal words, in order."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from ((block.a + k, block.b + k) for k in range(block.size))


def by_name(paths: Sequence[Path]) -> dict[str, list[Path]]:
    """Pages named DOCUMENT_NUMBER, by document."""
    ordered = sorted(paths)
    return {
        name: list(pages)
        for name, pages in groupby(ordered, lambda path: path.stem.rpartition("_")[0])
    }
