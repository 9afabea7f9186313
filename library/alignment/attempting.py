"""What one order of the scan's words gives: an attempt at joining."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from library.alignment.certainty import judge
from library.alignment.filling import fill
from library.alignment.joined_words import Joins, Scan, scan_of
from library.alignment.laying.parts import Tracks
from library.alignment.laying.rebuilding import rebuilt
from library.alignment.laying.rereading import reread
from library.alignment.marks import attach_marks
from library.alignment.normalising import Stream
from library.alignment.repeats import distrust_repeats, drop_foreign, drop_islands
from library.alignment.rounds import joined
from library.alignment.sharing import share
from library.model.link import ScanPageWords, ScanWord

_FAIR = 0.6  # score of a join that counts
_GAIN = 0.01  # of the words must be newly found, for another look to be worth it
_LOOKS = 2


@dataclass(frozen=True, eq=False)
class Attempt:
    """`origins`: for words that were found on the scan with the text in hand, by identity,
    those that had been read in their place."""

    pages: Sequence[ScanPageWords]
    scan: Scan
    joins: Joins
    origins: Mapping[int, Sequence[ScanWord]] = field(default_factory=dict)

    @property
    def worth(self) -> float:
        return sum(found.certainty for found in self.joins if found and found.certainty >= _FAIR)

    @property
    def used(self) -> set[int]:
        """The identities of the words that were read and are joined."""
        words = [self.scan.words[each] for found in self.joins if found for each in found.words]
        return {id(read) for word in words for read in self.origins.get(id(word), (word,))}


def attempt(words: Sequence[str], text: Stream, pages: Sequence[ScanPageWords]) -> Attempt:
    """Join by letters."""
    scan = scan_of(pages)
    joins = joined(scan, text)
    _judge(words, text, scan, joins)
    return Attempt(pages, scan, joins)


def looked_again(words: Sequence[str], text: Stream, best: Attempt) -> Attempt:
    """The attempt with what can be seen of the words that letters do not join."""
    for _ in range(_LOOKS):
        before, tracks = best.worth, Tracks(best.pages, best.scan)
        found = reread(words, best.scan, best.joins, tracks) if tracks else {}
        if not found:
            break
        new = rebuilt(best.pages, best.scan, best.joins, tracks, found)
        _judge(words, text, new.scan, new.joins)
        origins = {
            name: [old for word in there for old in best.origins.get(id(word), (word,))]
            for name, there in new.origins.items()
        }
        best = Attempt(new.pages, new.scan, new.joins, {**best.origins, **origins})
        if best.worth - before < _GAIN * len(words):
            break
    return best


def _judge(words: Sequence[str], text: Stream, scan: Scan, joins: Joins) -> None:
    """Give each join its score, take away what is not believed, and fill small holes."""
    if not any(joins):
        return
    judge(joins, scan, text.lengths)
    distrust_repeats(joins, scan, text)
    drop_islands(joins, text.lengths)
    drop_foreign(joins, scan, text)
    fill(joins, scan, words)
    share(joins, scan, words)
    attach_marks(joins, scan, words)
