"""Marks that stand apart in the text and cling to a word on the scan: “word ,” and “word,”."""

from __future__ import annotations

from collections.abc import Sequence

from library.alignment.joined_words import Found, Joins, Scan
from library.alignment.normalising import plain
from library.model.link import LinkKind

_SURE = 0.6  # times as sure as the word it clings to: its share of the box is but reckoned


def attach_marks(joins: Joins, scan: Scan, words: Sequence[str]) -> None:
    """Give each mark that has no place the end of the word before it, or the start of the next."""
    worded = list(joins)
    for nth, word in enumerate(words):
        if joins[nth] is None and word and not plain(word):
            before = worded[nth - 1] if nth else None
            after = worded[nth + 1] if nth + 1 < len(words) else None
            joins[nth] = _at_end(before, scan, word) or _at_start(after, scan, word)


def _at_end(found: Found | None, scan: Scan, mark: str) -> Found | None:
    if found is None:
        return None
    text = scan.words[found.words[-1]].text
    if not text.endswith(mark) or found.spans[-1][1] < 1:
        return None
    share = len(mark) / len(text)
    return _part(found, found.words[-1], (1 - share, 1.0))


def _at_start(found: Found | None, scan: Scan, mark: str) -> Found | None:
    if found is None:
        return None
    text = scan.words[found.words[0]].text
    if not text.startswith(mark) or found.spans[0][0] > 0:
        return None
    return _part(found, found.words[0], (0.0, len(mark) / len(text)))


def _part(found: Found, word: int, span: tuple[float, float]) -> Found:
    return Found([word], [span], 1.0, LinkKind.PART, found.certainty * _SURE)
