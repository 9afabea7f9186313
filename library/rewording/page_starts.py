"""Where pages begin in a text that was replaced by one that does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from library.alignment.anchoring.carrying import Carry
from library.model.document import Version

_FIRST_WORDS = 60  # characters of a page by which its beginning is found
_KEPT = 0.3  # of them, for it to be found


def with_pages_of(old: Version, new: Version) -> Version:
    """The new version with the pages of the old one, where their first words are now.

    A page of which they are gone begins where the next one does, as if it had no text.
    """
    if not old.page_starts:
        return replace(new, pages=old.pages, page_starts=())
    carry = Carry.between(old.text, new.text)
    ends = (*old.page_starts[1:], len(old.text))
    found = [_place(carry, *page) for page in zip(old.page_starts, ends, strict=True)]
    return replace(new, pages=old.pages, page_starts=tuple(_in_order(found, len(new.text)))[::-1])


def _place(carry: Carry, start: int, end: int) -> int | None:
    end = min(start + _FIRST_WORDS, end)
    carried = carry.carried(start, end) if start < end else None
    return None if carried is None or carried.kept < _KEPT else carried.start


def _in_order(found: list[int | None], end: int) -> Iterator[int]:
    """From the last page back: none begins after the one that follows it."""
    for place in reversed(found):
        end = end if place is None else min(end, place)
        yield end
