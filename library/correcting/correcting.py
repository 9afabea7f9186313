"""A text as the reader has corrected it, and the way to and from its untouched form.

Everything else is kept in offsets of the untouched text: what is shown is made anew from it
each time, and `Corrected.offsets` leads from the one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from library.correcting.offset_map import OffsetMap, Replaced, Stretch
from library.model.anchor import Anchors
from library.model.correction import SIC, UNCERTAIN, Correction, CorrectionKind
from library.model.document import Paragraph, Version
from library.model.link import Alignment, Link

_BREAK = "\n\n"  # between paragraphs
_BREAKS = re.compile("\n{2,}")


@dataclass(frozen=True)
class Corrected:
    """A version with corrections laid over it.

    `text` is what is shown; `version` is that with all else, with the id of the untouched one
    and as many paragraphs.  `left_out` are corrections that cannot be shown: their words are
    not surely found, they reach across paragraphs, or a later one is about the same words.
    """

    untouched: Version
    text: str
    offsets: OffsetMap
    shown: tuple[Correction, ...]  # by their place
    left_out: tuple[Correction, ...] = ()

    @cached_property
    def version(self) -> Version:
        return _version(self.untouched, self.text, self.offsets)


def corrected(
    version: Version, corrections: Iterable[Correction], anchors: Anchors | None = None
) -> Corrected:
    """The version as corrected; `anchors` tell where passages stand if its text has changed."""
    anchors = anchors or Anchors()
    of_version = [each for each in corrections if each.passage.version == version.id]
    places: dict[str, Stretch] = {}
    for each in sorted(of_version, key=lambda each: (each.made, each.id), reverse=True):
        place = place_of(each, version.text, anchors)
        if each.deleted is None and place and not _clashes(place, places.values()):
            places[each.id] = place
    shown = sorted(
        (each for each in of_version if each.id in places),
        key=lambda each: (*places[each.id], each.made, each.id),
    )
    left_out = tuple(e for e in of_version if e.id not in places and e.deleted is None)
    text, offsets = _laid_over(version.text, [(places[each.id], each) for each in shown])
    return Corrected(version, text, offsets, tuple(shown), left_out)


def place_of(correction: Correction, text: str, anchors: Anchors) -> Stretch | None:
    """Where the correction stands in the untouched text; None where that is not sure."""
    anchor = anchors.of(correction.passage)
    place = anchor.place
    if place is None or not 0 <= place[0] <= place[1] <= len(text):
        return None
    words = text[slice(*place)]
    sure = anchor.by_reader or (anchor.is_sure and words == correction.passage.quote)
    return place if sure and not _reaches_across(text, *place) else None


def corrected_alignment(alignment: Alignment, offsets: OffsetMap) -> Alignment:
    """The links of a text, for the text as shown; those of words taken out are left out."""
    links = tuple(_moved_links(alignment.links, offsets))
    ranges = (offsets.to_shown(*each) for each in alignment.unmatched_ranges)
    return replace(
        alignment,
        links=tuple(sorted(links, key=lambda link: link.start)),
        unmatched_ranges=tuple(each for each in ranges if each[0] < each[1]),
    )


def _moved_links(links: Sequence[Link], offsets: OffsetMap) -> Iterator[Link]:
    for link in links:
        start, end = offsets.to_shown(link.start, link.end)
        if start < end:
            yield replace(link, start=start, end=end)


def _laid_over(
    text: str, corrections: Sequence[tuple[Stretch, Correction]]
) -> tuple[str, OffsetMap]:
    parts: list[str] = []
    replaced: list[Replaced] = []
    at = shown_at = 0
    for place, correction in corrections:
        start, end, new = _edit(place, correction)
        parts.append(text[at:start])
        last = next((part[-1] for part in reversed(parts) if part), "\n")
        instead = _without_breaks(last, new, text[end : end + 1] or "\n")
        parts.append(instead)
        shown_start = shown_at + start - at
        at, shown_at = end, shown_start + len(instead)
        replaced.append(Replaced(start, end, shown_start, shown_at))
    return "".join([*parts, text[at:]]), OffsetMap(replaced)


def _edit(place: Stretch, correction: Correction) -> tuple[int, int, str]:
    """What to put where; marks are put in after the words, which so keep their own places."""
    start, end = place
    match correction.kind:
        case CorrectionKind.SIC:
            return end, end, SIC
        case CorrectionKind.UNCERTAIN if not correction.text:
            return end, end, UNCERTAIN
    return start, end, correction.shown


def _without_breaks(before: str, new: str, after: str) -> str:
    """What is put in, so that no blank line comes of it beside these characters."""
    new = _BREAKS.sub("\n", new)
    new = new.lstrip("\n") if before == "\n" else new
    new = new.rstrip("\n") if after == "\n" else new
    return new or (" " if before == after == "\n" else "")


def _version(version: Version, text: str, offsets: OffsetMap) -> Version:
    paragraphs = tuple(_moved_paragraph(each, offsets) for each in version.paragraphs)
    page_starts = tuple(offsets.around(start, start)[0] for start in version.page_starts)
    return replace(version, text=text, paragraphs=paragraphs, page_starts=page_starts)


def _moved_paragraph(paragraph: Paragraph, offsets: OffsetMap) -> Paragraph:
    start, end = offsets.around(paragraph.start, paragraph.end)
    return replace(paragraph, start=start, end=end)


def _clashes(place: Stretch, others: Collection[Stretch]) -> bool:
    start, end = place
    return any(start < other[1] and other[0] < end for other in others) or (
        start == end and place in others
    )


def _reaches_across(text: str, start: int, end: int) -> bool:
    """Whether a part of what parts two paragraphs is in there."""
    return text.find(_BREAK, max(0, start - 1), end + 1) >= 0
