"""What is left over where text and scan are joined, and is no difference to a reader.

Each reason has a name.  The bounds were found on 24 recognised pages of typescripts (the
five EHRI documents of 1938 and 1939) with stamps, signatures and notes in their margins: all
38 stretches that are told there as on the scan only are writing that the transcript lacks.
What is left out are specks, folds and the edges of pages, and what recognition could not
read, never a word that it read well in a line.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio

from library.alignment.normalising import plain
from library.joining.stretches import Row, Stretch
from library.model.document import ParagraphRole, Version
from library.model.geometry import box_around

_NEEDED = (2, 0.9), (5, 0.7)  # so many letters or fewer are writing from this certainty
_READ = 0.5  # and more letters from this one
_EDGE = 0.12  # of the page's height, at its head and foot
_DASH = "一"  # what an engine that reads Chinese takes a long dash for
_NUMBER = re.compile(
    rf"[\W{_DASH}]*(?:p|pp|page|pag|s|seite|str|стр|с)?\W*(\d{{1,4}})[\W{_DASH}]*", re.IGNORECASE
)
_ALIKE = 0.5  # of the letters, where the same words were read badly
_WITHIN = 70.0  # percent of the letters, where they are part of what was read
_TELLING = 8  # letters that are found again by themselves
_LONGEST = 400  # letters that are looked for within others


class Noise(StrEnum):
    """Why something that is left over is not told."""

    SPECK = "a few letters that may be dirt"
    UNREADABLE = "marks that recognition could make nothing of"
    PAGE_NUMBER = "the number of the page"
    LETTER = "a letter alone, which recognition may have passed over"
    PART = "the rest of a broken word that is joined"
    MARKS = "punctuation alone"
    PAGE_MARKER = "the text's own word for where a page begins"
    SAME = "the other side has it too, and it was read badly"
    UNSEEN = "the scan has room for it, where recognition saw nothing"
    UNKNOWN_PAGE = "it may be on a page whose words are not known"


def is_page_number(row: Row, numbers: Collection[int]) -> bool:
    """Whether a row is one of the numbers that its page may bear, at its head or foot."""
    found = _NUMBER.fullmatch(" ".join(word.text for word in row))
    box = box_around([word.box for word in row])
    at_edge = box.bottom < _EDGE or box.top > 1 - _EDGE
    return found is not None and int(found[1]) in numbers and at_edge


def noise_on_scan(stretch: Stretch, text_after: str, *, in_a_line: bool) -> Noise | None:
    """Why a stretch on a page is no difference; None where it is one.

    `text_after` is what the text has where the stretch would stand; `in_a_line` says
    whether joined words stand beside it.
    """
    letters, certainty = stretch.letters, stretch.certainty
    if not letters.strip(_DASH):
        return Noise.MARKS
    if stretch.text.endswith("-") and plain(text_after).startswith(letters):
        return Noise.PART
    needed = next((sure for most, sure in _NEEDED if len(letters) <= most), _READ)
    if certainty < needed:
        return Noise.UNREADABLE if certainty < _READ else Noise.SPECK
    return Noise.SPECK if len(letters) == 1 and not in_a_line else None


def noise_in_text(version: Version, start: int, end: int) -> Noise | None:
    """Why a stretch of a text is no difference, as far as the text itself tells."""
    letters = plain(version.text[start:end])
    if len(letters) <= 1:
        return Noise.LETTER if letters else Noise.MARKS
    inside = (each for each in version.paragraphs if each.start <= start and end <= each.end)
    is_marker = any(each.role is ParagraphRole.PAGE_MARKER for each in inside)
    return Noise.PAGE_MARKER if is_marker else None


def are_same(letters: str, others: str, *, near: bool) -> bool:
    """Whether one side's letters are the other's, read badly, or a part of them.

    Few letters tell that only where they are `near` each other.
    """
    short, long = sorted((letters, others), key=len)
    if not short:
        return False
    if not near and len(short) < _TELLING:
        return False
    if len(short) <= _NEEDED[0][0]:
        return short == long
    if _TELLING <= len(short) <= _LONGEST and partial_ratio(short, long) >= _WITHIN:
        return True
    return Levenshtein.normalized_similarity(short, long) >= _ALIKE
