"""Words that recognition ran together with their neighbours, and misread.

Between two joined words, letters are left over on the scan, as many as the words between them
would have: these get their parts of it, by their lengths.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from library.alignment.filling import gaps_between
from library.alignment.joined_words import Found, Joins, Scan
from library.alignment.normalising import plain
from library.model.link import LinkKind

_MOST = 4  # words
_EVEN = 0.5  # of the letters between the joined words may be missing, or too many
_SURE, _SURER = 0.35, 0.45  # times as sure as the neighbours, and as much more if alike


def share(joins: Joins, scan: Scan, words: Sequence[str]) -> None:
    """Join words with parts of scan words that hold their neighbours too."""
    for before, after in list(gaps_between(joins)):
        first, last = joins[before], joins[after]
        if first is None or last is None or after - before - 1 > _MOST:
            continue
        run = range(first.words[0], last.words[-1] + 1)
        if not 0 < len(run) <= 2 * _MOST or len({int(scan.lines[word]) for word in run}) > 1:
            continue
        letters = [plain(word) for word in words[before : after + 1]]
        read = [plain(scan.words[word].text) for word in run]
        between, missing = sum(map(len, letters[1:-1])), sum(map(len, letters)) - len("".join(read))
        if abs(missing) <= max(_EVEN * between, 1):
            sure = min(first.certainty, last.certainty)
            _share(joins, before + 1, letters, read, run, sure)


def _share(
    joins: Joins,
    word: int,
    letters: Sequence[str],
    read: Sequence[str],
    run: range,
    sure: float,
) -> None:
    whole = "".join(read)
    scale = len(whole) / sum(map(len, letters))
    at = float(len(letters[0]))
    for each in letters[1:-1]:
        start, end = at * scale, (at + len(each)) * scale
        at += len(each)
        places, spans = _parts(read, run, start, end)
        if each and places:
            alike = Indel.normalized_similarity(each, whole[round(start) : round(end)])
            joins[word] = Found(
                places, spans, alike, LinkKind.PART, sure * (_SURE + _SURER * alike)
            )
        word += 1


def _parts(
    read: Sequence[str], run: range, start: float, end: float
) -> tuple[list[int], list[tuple[float, float]]]:
    """The scan words between these letters, and the share of each."""
    places, spans, at = [], [], 0
    for word, letters in zip(run, read, strict=True):
        begin, stop = max(start - at, 0.0), min(end - at, float(len(letters)))
        if stop - begin > 0.25:
            places.append(word)
            spans.append((begin / len(letters), stop / len(letters)))
        at += len(letters)
    return places, spans
