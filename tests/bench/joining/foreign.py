"""Real pages with texts that are not theirs, or not wholly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from library.alignment.aligning import align
from library.model.link import Link, LinkKind
from tests.bench.joining.reading import Read
from tests.bench.joining.table import Table

SURE, SOFT = 0.9, 0.7
PIECE = 60  # words that are taken from the one text, then from the other


def measure_strangers(reads: Sequence[Read], table: Table) -> None:
    """Each scan with the text of the next document; then with both texts, in turns."""
    sure = 0
    words = mixed_sure = mixed_soft = 0
    for read, other in zip(reads, (*reads[1:], reads[0]), strict=True):
        theirs = other.version.text
        sure += sum(link.certainty >= SURE for link in align(theirs, read.pages).links)
        text, foreign = mixed(read.version.text.split(), theirs.split())
        found = _words(align(text, read.pages).links, foreign)
        words += sum(len(text[start:end].split()) for start, end in foreign)
        mixed_sure += sum(link.certainty >= SURE for link in found)
        mixed_soft += sum(link.certainty >= SOFT for link in found)
    table.at_most("another's text on real pages: links of .9 or more", sure, 0)
    table.at_most("foreign words in a right text: joined, if sure", mixed_sure / words, 0.001)
    table.note("foreign words in a right text: joined, from .7 on", f"{mixed_soft / words:.4f}")


def mixed(words: Sequence[str], others: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """A text in which every other piece is replaced by a foreign one; and where these are."""
    stranger = cycle(others)
    parts, foreign, at = [], [], 0
    for nth, begin in enumerate(range(0, len(words), PIECE)):
        piece = list(words[begin : begin + PIECE])
        if nth % 2:
            piece = [next(stranger) for _ in piece]
        part = " ".join(piece)
        if nth % 2:
            foreign.append((at, at + len(part)))
        parts.append(part)
        at += len(part) + 2
    return "\n\n".join(parts), foreign


def _words(links: Sequence[Link], places: Sequence[tuple[int, int]]) -> list[Link]:
    return [
        link
        for link in links
        if link.kind is not LinkKind.LINE
        and any(start <= link.start < end for start, end in places)
    ]
