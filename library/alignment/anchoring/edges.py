"""Where a carried place begins and ends, if its first or last characters were changed."""

from __future__ import annotations

from library.alignment.anchoring.blocks import Block, Stretch

_LONGEST = 15  # letters of a word that may be taken in at an end


def start_in(old: str, new: str, before: Block, first: Block, start: int) -> int:
    """The new start of what began at `start`; `first` is the first that is kept of it."""
    lead = first.old - start  # characters that were changed, taken out, or taken for others
    if first.new >= lead and old[start : first.old] == new[first.new - lead : first.new]:
        return first.new - lead
    if not before.new_end <= first.new:
        return first.new
    room = first.new - before.new_end
    if before.old_end == start:  # all that is there instead belongs to it
        return before.new_end if room <= 2 * lead + _LONGEST else first.new
    return first.new - min(lead, room)


def end_in(old: str, new: str, after: Block, last: Block, end: int) -> int:
    """The new end of what ended at `end`; `last` is the last that is kept of it."""
    rest = end - last.old_end
    if old[last.old_end : end] == new[last.new_end : last.new_end + rest]:
        return last.new_end + rest
    if not last.new_end <= after.new:
        return last.new_end
    room = after.new - last.new_end
    if after.old == end:
        return after.new if room <= 2 * rest + _LONGEST else last.new_end
    return last.new_end + min(rest, room)


def at_words(old: str, stretch: Stretch, new: str, place: Stretch) -> Stretch:
    """The place, without white space at its ends and with whole words, if it had neither."""
    (start, end), (new_start, new_end) = stretch, place
    if start < end and not old[start].isspace():
        new_start += _blanks(new, new_start, new_end, 1)
        if _is_edge(old, start):
            new_start -= _to_edge(new, new_start, -1)
    if start < end and not old[end - 1].isspace():
        new_end -= _blanks(new, new_end - 1, new_start - 1, -1)
        if _is_edge(old, end):
            new_end += _to_edge(new, new_end, 1)
    return new_start, new_end


def _is_edge(text: str, at: int) -> bool:
    """Whether a word begins or ends there, or there is none."""
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def _to_edge(text: str, at: int, step: int) -> int:
    """How far it is to the end of the word that this lies in; 0 where it is too far."""
    for count in range(_LONGEST):
        if _is_edge(text, at + count * step):
            return count
    return 0


def _blanks(text: str, at: int, end: int, step: int) -> int:
    count = 0
    while at + count * step != end and text[at + count * step].isspace():
        count += 1
    return count
