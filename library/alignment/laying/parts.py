"""The parts of lines on which the words of a gap may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from library.alignment.joined_words import Scan
from library.alignment.laying.gaps import Gap
from library.alignment.laying.tracks import Span, Track
from library.alignment.normalising import Flags
from library.model.link import ScanPageWords

_SHORTEST = 2  # steps

Line = tuple[int, int]  # which of the pages, and the number of the line on it


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line, from a step to the one behind its last."""

    line: Line
    start: int
    end: int


class Tracks(Mapping[Line, Track]):
    """The lines that were seen, each looked at when it is asked for."""

    def __init__(self, pages: Sequence[ScanPageWords], scan: Scan) -> None:
        self._pages = pages
        self._scan = scan
        self._lines = {
            (nth, line.line): line for nth, page in enumerate(pages) for line in page.lines
        }
        self._numbers: dict[Line, list[int]] = {}
        if self._lines:
            for number in range(len(scan.words)):
                self._numbers.setdefault(self.line_of(number), []).append(number)
        self._tracks: dict[Line, Track] = {}

    def line_of(self, word: int) -> Line:
        return int(self._scan.pages[word]), self._scan.words[word].line

    def __getitem__(self, line: Line) -> Track:
        if line not in self._tracks:
            words = {nth: self._scan.words[nth] for nth in self._numbers.get(line, ())}
            self._tracks[line] = Track(self._lines[line], self._pages[line[0]].size, words)
        return self._tracks[line]

    def __iter__(self) -> Iterator[Line]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def parts_of(gap: Gap, tracks: Tracks, taken: Flags) -> list[Part]:
    """What sure words leave free of the lines of the gap's words and ends, in their order."""
    known = [word for word in (gap.after, *gap.words, gap.before) if word is not None]
    lines = dict.fromkeys(map(tracks.line_of, known))
    found = []
    for line in lines:
        if line in tracks:
            track = tracks[line]
            for start, end in track.free(word for word in track.spans if taken[word]):
                if _belongs((start, end), track, gap):
                    found.append(Part(line, round(start), min(round(end), int(track.line.steps))))
    return [part for part in found if part.end - part.start >= _SHORTEST]


def _belongs(free: Span, track: Track, gap: Gap) -> bool:
    """Whether it begins or ends where the gap does, or a word of the gap stands in it."""
    start, end = free
    middles = (float(np.mean(track.spans[word])) for word in gap.words if word in track.spans)
    return (
        (gap.after in track.spans and track.spans[gap.after][1] == start)
        or (gap.before in track.spans and track.spans[gap.before][0] == end)
        or any(start <= middle <= end for middle in middles)
    )
