"""File names that are no Unicode, as people see them.

Python holds their bytes as halves of surrogate pairs, which neither SQLite nor Qt nor a
terminal can take.  Paths keep them; what is shown or stored does not.
"""

from __future__ import annotations


def without_surrogates(text: str) -> str:
    """`text` with U+FFFD for each half of a surrogate pair; its length stays the same."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
