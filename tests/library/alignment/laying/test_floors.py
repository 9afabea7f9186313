"""How much is found, and how rightly, on pages of which many letters are misread."""

from random import Random

import pytest

from library.alignment.aligning import align
from library.model.link import LinkKind
from tests.library.alignment.laying.typed import seen_page
from tests.library.alignment.simulated import LETTERS, prose

WIDTH, ROWS = 60, 40


def lines_of(words):
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = ""
        line += " " * bool(line) + word
    yield line


def misread(chance, lines, rate, thought):
    """Pages as they are read: of the letters that are misread, this part was thought possible."""
    read, doubts = [], {}
    for row, line in enumerate(lines):
        said = list(line)
        for place, true in enumerate(line):
            if true.isalpha() and chance.random() < rate:
                said[place] = wrong = chance.choice(LETTERS.replace(true.lower(), ""))
                also = {true: 0.25} if chance.random() < thought else {}
                doubts.setdefault(row, {})[place] = {wrong: 0.7, **also}
        read.append("".join(said))
    return read, doubts


def joined(rate, thought, seed=11, count=1200):
    """The words, whether each is joined rightly, and how sure."""
    chance = Random(seed)
    lines = list(lines_of(prose(chance, count)))
    pages = []
    for number, at in enumerate(range(0, len(lines), ROWS)):
        read, doubts = misread(chance, lines[at : at + ROWS], rate, thought)
        pages.append(seen_page(*read, doubts=doubts, page=number))
    text, found, start = " ".join(lines), [], 0
    alignment = align(text, pages)
    for number, line in enumerate(lines):
        column = 0
        for word in line.split(" "):
            place = start + column
            links = [
                each
                for each in alignment.links_between(place, place + 1)
                if each.kind is not LinkKind.LINE
            ]
            right = any(_stands(link, number, column, len(word)) for link in links)
            found.append((right, max((link.certainty for link in links), default=0.0)))
            column += len(word) + 1
        start += len(line) + 1
    return found


def _stands(link, line, column, length):
    x = (link.boxes[0].left + link.boxes[0].right) / 2
    y = (link.boxes[0].top + link.boxes[0].bottom) / 2
    left = 0.05 + column * 0.01
    return (
        link.page == line // ROWS
        and abs(y - (0.05 + line % ROWS * 0.02 + 0.0075)) < 0.01
        and left <= x <= left + length * 0.01
    )


@pytest.mark.parametrize(
    ("rate", "thought", "recall", "solid"),
    [(0.1, 0.7, 0.995, 0.99), (0.2, 0.7, 0.99, 0.95), (0.3, 0.7, 0.985, 0.85), (0.3, 0, 0.97, 0.5)],
)
def test_words_are_found_though_letters_are_misread(rate, thought, recall, solid):
    found = joined(rate, thought)
    sure = [right for right, certainty in found if certainty >= 0.9]
    assert sum(right for right, _ in found) >= recall * len(found)
    assert len(sure) >= solid * len(found)
    assert sure.count(False) <= 0.003 * len(sure)
