"""Links from note to note: "[[ID]]" in a note's text leads to the annotation with this id."""

from __future__ import annotations

import re
from collections.abc import Callable

_LINK = re.compile(r"\[\[([\w-]{1,64})\]\]")


def linked_ids(note: str) -> tuple[str, ...]:
    """The ids that a note leads to, in order, each once."""
    return tuple(dict.fromkeys(_LINK.findall(note)))


def with_links(note: str, shown: Callable[[str], str | None]) -> str:
    """The note with each link as `shown` gives it for an id; as it stands where that is None."""
    return _LINK.sub(lambda match: shown(match[1]) or match[0], note)
