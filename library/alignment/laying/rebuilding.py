"""The scan with the words that were found on it, in the place of those that were read there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from library.alignment.joined_words import Found, Joins, Scan, scan_of
from library.alignment.laying.parts import Line, Tracks
from library.alignment.laying.rereading import Piece
from library.alignment.laying.tracks import Span, Track
from library.model.link import LinkKind, ScanPageWords, ScanWord
from library.model.scan_line import LATE

_MOST = 0.5  # of a word's width


@dataclass(frozen=True, eq=False)
class Rebuilt:
    """`origins`: for what was found, by its identity, the words that were read there."""

    pages: list[ScanPageWords]
    scan: Scan
    joins: Joins
    origins: Mapping[int, list[ScanWord]]


@dataclass(frozen=True, slots=True)
class _New:
    word: ScanWord
    piece: Piece
    span: Span
    origins: list[ScanWord]


def rebuilt(
    pages: Sequence[ScanPageWords],
    scan: Scan,
    joins: Joins,
    tracks: Tracks,
    found: Mapping[int, Sequence[Piece]],
) -> Rebuilt:
    """Scan and joins with the places of words of the text that were found."""
    by_line: dict[Line, list[Piece]] = {}
    for piece in (piece for pieces in found.values() for piece in pieces):
        by_line.setdefault(piece.line, []).append(piece)
    new = {line: list(_new(tracks[line], pieces, scan)) for line, pieces in by_line.items()}
    new_pages = [_page(nth, page, scan, tracks, new) for nth, page in enumerate(pages)]
    new_scan = scan_of(new_pages)
    number = {id(word): nth for nth, word in enumerate(new_scan.words)}
    places = {id(each.piece): number[id(each.word)] for line in new.values() for each in line}
    new_joins: Joins = [
        _found(found.get(word, ()), places) or _moved(old, scan, number)
        for word, old in enumerate(joins)
    ]
    origins = {id(each.word): each.origins for line in new.values() for each in line}
    return Rebuilt(new_pages, new_scan, new_joins, origins)


def _new(track: Track, pieces: Sequence[Piece], scan: Scan) -> Iterator[_New]:
    """The words of a line, none of which overlaps the next.

    A word that was read goes where what was found covers most of it; what would then still
    stand on one that was read is not believed.
    """
    ordered = sorted(pieces, key=lambda piece: piece.start)
    spans = [_span(piece, track) for piece in ordered]
    gone = [number for number, there in track.spans.items() if _covered(there, spans) > _MOST]
    kept = [there for number, there in track.spans.items() if number not in gone]
    free = [nth for nth, span in enumerate(spans) if _covered(span, kept) <= _MOST]
    for nth, span in zip(free, _apart([spans[nth] for nth in free], kept), strict=True):
        piece = ordered[nth]
        word = ScanWord(piece.letters, track.box(span), piece.line[1], piece.likeness)
        there = [n for n in gone if _shared(spans[nth], track.spans[n]) > 0]
        yield _New(word, piece, span, [scan.words[number] for number in there])


def _span(piece: Piece, track: Track) -> Span:
    count = len(piece.letters)
    pitch = (piece.end - piece.start) / (count - 1) if count > 1 else track.pitch
    return piece.start + 0.5 - LATE - pitch / 2, piece.end + 0.5 - LATE + pitch / 2


def _covered(span: Span, others: Sequence[Span]) -> float:
    """The part of the span that the others take."""
    return sum(_shared(span, other) for other in others) / max(span[1] - span[0], 1e-9)


def _shared(span: Span, other: Span) -> float:
    return max(0.0, min(span[1], other[1]) - max(span[0], other[0]))


def _apart(spans: Sequence[Span], kept: Sequence[Span]) -> list[Span]:
    """Spans that meet in the middle where they would overlap, and leave alone what is kept."""
    apart = list(spans)
    for nth in range(len(apart) - 1):
        (start, end), (next_start, next_end) = apart[nth], apart[nth + 1]
        if end > next_start:
            middle = (end + next_start) / 2
            apart[nth], apart[nth + 1] = (start, middle), (middle, next_end)
    return [_beside(span, kept) for span in apart]


def _beside(span: Span, kept: Sequence[Span]) -> Span:
    middle = sum(span) / 2
    return (
        max([span[0], *(there[1] for there in kept if there[1] < middle)]),
        min([span[1], *(there[0] for there in kept if there[0] > middle)]),
    )


def _page(
    nth: int,
    page: ScanPageWords,
    scan: Scan,
    tracks: Tracks,
    new: Mapping[Line, Sequence[_New]],
) -> ScanPageWords:
    """The page itself where nothing was found on it."""
    here = {line[1]: each for line, each in new.items() if line[0] == nth}
    if not here:
        return page
    lines: dict[int, list[ScanWord]] = {}
    for word in page.words:
        lines.setdefault(word.line, []).append(word)
    for number, words in here.items():
        track = tracks[nth, number]
        gone = {id(origin) for each in words for origin in each.origins}
        spans = [(each.span, each.word) for each in words]
        spans += [
            (span, scan.words[word])
            for word, span in track.spans.items()
            if id(scan.words[word]) not in gone
        ]
        lines[number] = [word for _, word in sorted(spans, key=lambda each: sum(each[0]))]
    return replace(page, words=tuple(word for line in lines.values() for word in line))


def _found(pieces: Sequence[Piece], places: Mapping[int, int]) -> Found | None:
    """The join with what was found of a word; None where a piece of it is not believed."""
    if not pieces or any(id(piece) not in places for piece in pieces):
        return None
    letters = sum(len(piece.letters) for piece in pieces)
    likeness = sum(piece.likeness * len(piece.letters) for piece in pieces) / letters
    numbers = [places[id(piece)] for piece in pieces]
    return Found(numbers, [(0.0, 1.0)] * len(numbers), likeness, LinkKind.WORD)


def _moved(old: Found | None, scan: Scan, number: Mapping[int, int]) -> Found | None:
    """The join with the new numbers of its words, if all of them are still there."""
    if old is None:
        return None
    words = [number.get(id(scan.words[word])) for word in old.words]
    kept = [word for word in words if word is not None]
    return replace(old, words=kept) if len(kept) == len(words) else None
