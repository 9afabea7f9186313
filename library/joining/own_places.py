"""The reader's own links, laid over what the program found.

They are exact; what was joined with the same words, or with the same place, gives way.  The
aligner is told of them, too (`alignment.fixing`); here they count at once, until it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from library.alignment.quoting import find_quote
from library.model.annotation import Passage, Region
from library.model.difference import Difference
from library.model.document import Version
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind, Range
from library.model.own_link import OwnLink


def own_link_as_link(own: OwnLink, text: str) -> Link | None:
    """None where the words do not stand in the text any more."""
    place = place_of(own.passage, text)
    if place is None:
        return None
    return Link(*place, own.region.page, own.region.boxes, 1.0, LinkKind.OWN)


def place_of(passage: Passage, text: str) -> Range | None:
    """Where the words of a passage stand in a text that may have changed since."""
    if text[passage.start : passage.end] == passage.quote:
        return passage.start, passage.end
    around = passage.before + passage.quote + passage.after
    at = text.find(around)
    if at >= 0:
        start = at + len(passage.before)
        return start, start + len(passage.quote)
    places = find_quote(text, passage.quote)
    return places[0] if len(places) == 1 else None


def with_own_links(
    joined: Joined, versions: Sequence[Version], own_links: Sequence[OwnLink]
) -> Joined:
    """What is joined, with these links of the reader's and no others of theirs."""
    alignments, differences = dict(joined.alignments), dict(joined.differences)
    for version in versions:
        own = links_of(own_links, version)
        before = alignments.get(version.id)
        if before is not None and (own or any(map(_is_own, before.links))):
            alignments[version.id] = _laid_over(before, own)
            told = differences.pop(version.id, None)
            if told is not None:
                differences[version.id] = tuple(each for each in told if not _settled(each, own))
    return replace(joined, alignments=alignments, differences=differences)


def links_of(own_links: Sequence[OwnLink], version: Version) -> list[Link]:
    """Those of a text, as far as their words stand there."""
    links = (
        own_link_as_link(own, version.text)
        for own in own_links
        if own.passage.version == version.id
    )
    return [link for link in links if link is not None]


def _laid_over(alignment: Alignment, own: Sequence[Link]) -> Alignment:
    kept = [
        link
        for link in alignment.links
        if not _is_own(link) and not any(_touch(link, each) for each in own)
    ]
    links = sorted([*kept, *own], key=lambda link: (link.start, link.end, link.page))
    return replace(alignment, links=tuple(links))


def _touch(link: Link, own: Link) -> bool:
    """Whether a link is for some of the same words, or for the same place."""
    if link.start < own.end and own.start < link.end:
        return True
    return link.page == own.page and _lies_in(link.boxes, own.boxes)


def _settled(difference: Difference, own: Sequence[Link]) -> bool:
    """Whether the reader has said what a difference is."""
    return any(
        (difference.start < link.end and link.start < difference.end)
        or _is_in(difference.region, link)
        for link in own
    )


def _is_in(region: Region | None, link: Link) -> bool:
    return region is not None and region.page == link.page and _lies_in(region.boxes, link.boxes)


def _lies_in(boxes: Sequence[Box], others: Sequence[Box]) -> bool:
    return all(any(other.holds(*box.middle) for other in others) for box in boxes)


def _is_own(link: Link) -> bool:
    return link.kind is LinkKind.OWN
