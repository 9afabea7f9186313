"""The head of a memorandum of conversation, as it stands at the beginning of a text.

SECRET
Conversation. March 3, 1944, 9:30 p.m.
    The Kremlin
Present: The American Ambassador, Mr. Harriman
    Mr. F. B. Stevens, Second Secretary of Embassy
Subject: Military Question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from library.model.document import ParagraphRole, Version
from library.model.record import Head

_HEAD_LENGTH = 40  # paragraphs
_TOP = 8
_LONGEST = 120  # characters of a line that names someone
_LABEL = re.compile(r"(?P<name>[A-Z][\w /]{1,24})\s?:\s*(?P<rest>.*)", re.DOTALL)
_PRESENT = {"present", "participants", "those present", "attending", "in attendance"}
_SUBJECT = {"subject", "subj", "re"}
_PLACE = {"place", "location"}
_CLASSIFICATION = {"classification"}
_CLASSES = re.compile(
    r"(?:(?:top|most|strictly) )?(?:secret|confidential)|restricted|unclassified"
    r"|official use only|limited official use",
    re.IGNORECASE,
)
_CLASSIFIED = re.compile(
    rf"\W*(?P<shown>(?:{_CLASSES.pattern})(?:[\s,/–-]+[\w ]{{1,30}})?)\W*", re.IGNORECASE
)
_TIME = re.compile(r"\b\d{4}\b|\b\d{1,2}[:.]\d\d\b|\b[ap]\.?m\b", re.IGNORECASE)
_PLACE_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*,? ){0,5}[^\W\d_][\w.'’-]*")


def read_head(version: Version) -> Head:
    """What the text's beginning says; fields that are not there stay empty."""
    lines = list(_lines(version))
    labelled = dict(reversed(list(_labelled(lines))))
    present = _present(lines)
    return Head(
        present=present,
        subject=_value(labelled, _SUBJECT),
        classification=_value(labelled, _CLASSIFICATION) or _classification(lines),
        place=_value(labelled, _PLACE) or (_place(lines) if present else None),
    )


def _lines(version: Version) -> Iterator[str]:
    for paragraph in version.paragraphs[:_HEAD_LENGTH]:
        if paragraph.role is ParagraphRole.BODY:
            yield from version.text[paragraph.start : paragraph.end].split("\n")


def _labelled(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The label in small letters, and what follows it; a lone label's value is the next line."""
    for place, line in enumerate(lines):
        if match := _LABEL.fullmatch(line):
            following = lines[place + 1] if place + 1 < len(lines) else ""
            value = match["rest"] or ("" if _LABEL.fullmatch(following) else following)
            yield match["name"].strip().casefold(), value


def _value(labelled: dict[str, str], names: set[str]) -> str | None:
    value = next((labelled[name] for name in labelled if name in names), "")
    value = value.strip()
    if not re.search(r"\b[A-Za-z]\.$", value):  # an initial keeps its full stop
        value = value.removesuffix(".")
    return value if value and len(value) <= 2 * _LONGEST else None


def _present(lines: Sequence[str]) -> tuple[str, ...]:
    """Those named after the label, and on the lines that follow up to the next label."""
    for place, line in enumerate(lines):
        match = _LABEL.fullmatch(line)
        if match and match["name"].strip().casefold() in _PRESENT:
            named = [match["rest"]] if match["rest"] else []
            return tuple(named + list(_named(lines[place + 1 :])))
    return ()


def _named(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if _LABEL.fullmatch(line) or not _may_name_someone(line):
            return
        yield line


def _may_name_someone(line: str) -> bool:
    """Names are short, begin with a capital, and are no sentence."""
    is_sentence = line.endswith(".") and len(line.split()) > 8
    return len(line) <= _LONGEST and not line[:1].islower() and not is_sentence


def _classification(lines: Sequence[str]) -> str | None:
    for line in lines[:_TOP]:
        if len(line) <= 60 and (match := _CLASSIFIED.fullmatch(line)):
            return match["shown"].strip()
    return None


def _place(lines: Sequence[str]) -> str | None:
    """A short name alone on the line after the one that says when."""
    for above, line in pairwise(lines[:_TOP]):
        if _LABEL.fullmatch(line):
            return None
        if _TIME.search(above) and _PLACE_NAME.fullmatch(line) and not _CLASSIFIED.fullmatch(line):
            return line
    return None
