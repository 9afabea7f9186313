"""Words that stand on both sides and are not the same: errors of a transcriber, as a rule.

Recognition errs more often than people do.  What it saw along the line tells the two apart:
where the engine was sure of its letters and gave those of the text no chance at all, the
word on the scan is another one.  On 24 pages of typescripts (EHRI, 1938 and 1939) 23 such
words are told, of which 21 are others on the scan; without what was seen, it would be 54.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from library.alignment.normalising import plain
from library.joining.sights import chance_of, sights_of
from library.model.annotation import Region
from library.model.difference import Difference, DifferenceKind
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind, ScanPageWords, ScanWord
from library.model.scan_line import ScanLine

_JOINED = 0.9  # certainty of the link
_READ = 0.95  # certainty of the letters
_NO_CHANCE = 0.001
_AROUND = 40  # characters of the text that are compared


def other_readings(
    text: str, alignment: Alignment, pages: Sequence[ScanPageWords]
) -> Iterator[Difference]:
    """The words that are others on the scan; none where it is not known what was seen there."""
    for page in pages:
        if page.lines:
            lines = {line.line: line for line in page.lines}
            words = {word.box: word for word in page.words}
            for link, word in _joined(alignment.links_on(page.page), words):
                line = lines.get(word.line)
                if line and _is_another(text, link, word, line, page.size):
                    region = Region(page.page, link.boxes)
                    kind = DifferenceKind.READING
                    yield Difference(kind, link.start, link.end, region, word.text)


def _joined(
    links: Sequence[Link], words: Mapping[Box, ScanWord]
) -> Iterator[tuple[Link, ScanWord]]:
    """Links with the one word of the scan that each of them is for."""
    for link in links:
        is_sure = link.kind is LinkKind.WORD and link.certainty >= _JOINED
        word = words.get(link.boxes[0]) if is_sure and len(link.boxes) == 1 else None
        if word and word.certainty >= _READ:
            yield link, word


def _is_another(
    text: str, link: Link, word: ScanWord, line: ScanLine, size: tuple[float, float]
) -> bool:
    ours, theirs = plain(text[link.start : link.end]), plain(word.text)
    if ours == theirs or not ours or not theirs or _is_part(text, link, word):
        return False
    chance = chance_of(ours, theirs, sights_of(line, link.boxes[0], size))
    return chance is not None and chance < _NO_CHANCE


def _is_part(text: str, link: Link, word: ScanWord) -> bool:
    """Whether the words were only parted at other places: “Art. I” and “Art.I”."""
    ours, theirs = plain(text[link.start : link.end]), plain(word.text)
    if ours.endswith(theirs) or (ours.startswith(theirs) and word.text.endswith("-")):
        return True
    before = plain(text[max(0, link.start - _AROUND) : link.start])
    after = plain(text[link.end : link.end + _AROUND])
    joined_on = theirs.startswith(ours) and after.startswith(theirs[len(ours) :])
    return joined_on or (theirs.endswith(ours) and before.endswith(theirs[: -len(ours)]))
