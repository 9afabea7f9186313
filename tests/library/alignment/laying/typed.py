"""Lines as an engine may have seen them: two steps for each character."""

import math

from library.model.link import ScanPageWords
from library.model.scan_line import COST_UNIT, ScanLine
from tests.library.alignment.pages import HEIGHT, WIDTH, page_of

LEFT, TOP, LEADING = 0.05, 0.05, 0.02


def seen_line(said, row=0, doubts=None):
    """What was seen where the engine says this.

    `doubts` has, for the places of characters that are not sure, all that may stand there,
    each with its chance.
    """
    sights = [
        (2 * place + 1, character, chance)
        for place, sure in enumerate(said)
        for character, chance in (doubts or {}).get(place, {sure: 0.999}).items()
    ]
    left, top = LEFT, TOP + row * LEADING
    right, bottom = left + len(said) * WIDTH, top + HEIGHT
    return ScanLine(
        row,
        ((left, top), (right, top), (right, bottom), (left, bottom)),
        2.0 * len(said),
        tuple(place for place, _, _ in sights),
        "".join(character for _, character, _ in sights),
        bytes(round(-math.log(chance) / COST_UNIT) for _, _, chance in sights),
    )


def seen_page(*lines, doubts=None, page=0):
    """A page on which this is read; `doubts` by the row of the line."""
    seen = tuple(seen_line(line, row, (doubts or {}).get(row)) for row, line in enumerate(lines))
    read = page_of(*lines, page=page)
    return ScanPageWords(page, read.words, read.size, seen)


def doubt(line, word, true, chance=0.3):
    """The doubts of a line in which `word` is read and `true`, as long, may stand as well."""
    at = line.index(word)
    return {
        at + nth: {read: 1 - chance, other: chance} if read != other else {read: 0.999}
        for nth, (read, other) in enumerate(zip(word, true, strict=True))
    }
