"""Differences between scan and text in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from library.model.difference import Difference, DifferenceKind

_ICONS = {
    DifferenceKind.ON_SCAN: "image",
    DifferenceKind.IN_TEXT: "file-text",
    DifferenceKind.READING: "equal-not",
}
_AROUND = 32  # characters of the text that say where a difference is


def kind_name(kind: DifferenceKind) -> str:
    return {
        DifferenceKind.ON_SCAN: _tr("On the scan only"),
        DifferenceKind.IN_TEXT: _tr("In the text only"),
        DifferenceKind.READING: _tr("Reads differently"),
    }[kind]


def kind_icon(kind: DifferenceKind) -> str:
    """The name of the icon for this kind."""
    return _ICONS[kind]


def wording(difference: Difference, text: str) -> str:
    """What stands on one side, or on each, on one line."""
    ours, theirs = _flat(text[difference.start : difference.end]), _flat(difference.seen)
    if difference.kind is DifferenceKind.IN_TEXT:
        return _tr("“{0}”").format(ours)
    if difference.kind is DifferenceKind.READING:
        return _tr("Text “{0}”, scan “{1}”").format(ours, theirs)
    words = _tr("“{0}”") if difference.is_clear else _tr("Hard to read: “{0}”")
    return words.format(theirs)


def surroundings(difference: Difference, text: str) -> str:
    """Between which words of the text a difference is."""
    before = _flat(text[max(0, difference.start - _AROUND) : difference.start])
    if before:
        cut = difference.start > _AROUND
        return _tr("after “{0}”").format(_from_word(before) if cut else before)
    after = _flat(text[difference.end : difference.end + _AROUND])
    return _tr("before “{0}”").format(_to_word(after)) if after else ""


def _flat(words: str) -> str:
    return " ".join(words.split())


def _from_word(words: str) -> str:
    """Without the rest of a word that was cut at the start."""
    return "…" + words.partition(" ")[2] if " " in words else "…" + words


def _to_word(words: str) -> str:
    return words.rpartition(" ")[0] + "…" if " " in words else words + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Differences", text)
