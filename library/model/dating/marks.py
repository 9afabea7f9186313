"""What a written date says of itself: that it is only about so, or doubted."""

from __future__ import annotations

import re

_MARKED = re.compile(r"(?P<mark>ABOUT|DOUBTED) (?P<rest>.+)|(?P<doubted>.+?) (?:DOUBTED|\?)")
_OF_SIGNS = {"ABOUT": "~", "DOUBTED": "?", None: "?"}


def taken_off(text: str) -> tuple[str, str] | None:
    """The mark of EDTF that these signs begin or end with, and the rest; None without one."""
    match = _MARKED.fullmatch(text)
    return (_OF_SIGNS[match["mark"]], match["rest"] or match["doubted"]) if match else None


def with_mark(end: str, mark: str) -> str:
    """An end of a span with this mark too; open and unknown ends have none."""
    if end in ("", "..") or not mark:
        return end
    old = end[-1] if end[-1] in "~?%" else ""
    return end.removesuffix(old) + (mark if old in ("", mark) else "%")
