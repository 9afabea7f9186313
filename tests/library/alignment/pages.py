"""Scan pages made by hand, a line of words at a time."""

from library.model.geometry import Box
from library.model.link import ScanPageWords, ScanWord

WIDTH, HEIGHT = 0.01, 0.015  # of a letter, in page units


def page_of(*lines, page=0, left=0.05, top=0.05):
    """Each line's words stand side by side, as wide as they have letters."""
    words = []
    for row, line in enumerate(lines):
        column = 0
        for word in line.split():
            words.append(ScanWord(word, box_of(column, len(word), row, left, top), row))
            column += len(word) + 1
    return ScanPageWords(page, tuple(words), (600.0, 800.0))


def box_of(column, length, row, left=0.05, top=0.05):
    x, y = left + column * WIDTH, top + row * 0.02
    return Box(x, y, x + length * WIDTH, y + HEIGHT)
