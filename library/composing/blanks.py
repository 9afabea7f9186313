"""White space as archives' files hold it.

Their PDFs print U+25A1 for tabs and no-break spaces; U+FFFD stands for characters that the
font gives no meaning.  All of it is white space here, and a run of it one space.
"""

from __future__ import annotations

import re
import unicodedata

_BLANK = r"[\s\u25a1\ufffd\u0000-\u001f]"
_RUN = re.compile(rf"{_BLANK}+")
_LEADING = re.compile(rf"{_BLANK}*")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff]|\u00ad(?!$)")  # a last U+00AD breaks a word
_SPACES_TO_A_STEP = 4
_DEEPEST = 8


def folded(text: str) -> str:
    """The text in NFC, each run of white space one space, none at the ends."""
    if text.isascii() and text.isprintable():  # as most is: then spaces are its only white space
        return " ".join(text.split())
    visible = _INVISIBLE.sub("", _RUN.sub(" ", text).strip())
    return unicodedata.normalize("NFC", visible).strip()


def indent_of(text: str) -> int:
    """Steps of indentation shown by the white space that the line begins with."""
    if text[:1].isalnum():
        return 0
    match = _LEADING.match(text)
    leading = match[0] if match else ""
    steps = sum(character not in " \n\r" for character in leading)
    return min(steps + leading.count(" ") // _SPACES_TO_A_STEP, _DEEPEST)
