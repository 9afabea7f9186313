"""Why a strip has no lines, in a sentence, and what may be shown instead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from library.model.document import Version, VersionKind
from viewer.reading import Reading


@dataclass(frozen=True, slots=True)
class Missing:
    """What the reader is told; `instead` is a text that has lines."""

    sentence: str
    instead: Version | None = None


def missing_lines(reading: Reading) -> Missing | None:
    """Why there are no lines of the text in front; None where there are some."""
    version, joint = reading.version, reading.joint
    if not reading.document.scan_pages:
        return Missing(_tr("This document has no scan, so it has no lines to show."))
    if version is not None and joint.joined.alignment(version.id).links:
        return None
    if version is not None and version.kind is VersionKind.TRANSLATION:
        return _of_translation(reading)
    return Missing(_why_not(reading))


def _of_translation(reading: Reading) -> Missing:
    instead = next(
        (v for v in reading.document.versions if reading.joint.joined.alignment(v.id).links), None
    )
    if instead is not None:
        words = _tr(
            "The lines of the scan belong to the text in its own language. "
            "A translation does not follow them."
        )
        return Missing(words, instead)
    words = _tr("A translation does not follow the lines of the scan, and there is no other text.")
    return Missing(f"{words} {_why_not(reading)}")


def _why_not(reading: Reading) -> str:
    """What is going on, what hinders it, or what is known."""
    joint = reading.joint
    if joint.progress is not None:
        doing = joint.progress.doing or _tr("Scan and text are being joined")
        return _tr("{0}. The lines appear here as they are found.").format(doing.rstrip(".…"))
    if joint.problem:
        return joint.problem
    if not reading.is_whole or not reading.is_kept:
        return _tr("The document is still being added to your library; its lines come with it.")
    if reading.version is None:
        return _tr("This document has no text whose lines could be shown.")
    return _tr(
        "No line of this text was found on the scan. "
        "Choose “Join Scan and Text Again” in the View menu to look once more."
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("StripPanel", words)
