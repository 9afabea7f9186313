"""What the list of differences says where it is empty, or not complete yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from library.model.document import VersionKind
from viewer.joint import Joint
from viewer.reading import Reading


def empty_words(reading: Reading) -> str:
    """A sentence on why there are no differences."""
    version = reading.version
    if version is None or not reading.document.scan_pages:
        return _tr("Differences are told where a document has both a scan and a text.")
    if version.kind is VersionKind.RECOGNISED:
        return _tr("This text was made from the scan itself, so the two do not differ.")
    if version.kind is VersionKind.TRANSLATION:
        return _tr(
            "A translation has other words than the scan. "
            "Differences are told for a text in the language of the scan."
        )
    if version.id in reading.joint.joined.differences:
        return _tr("Scan and text say the same, as far as the scan could be read.")
    return _unknown_words(reading.joint)


def _unknown_words(joint: Joint) -> str:
    """A sentence on why nothing is known of the text in front."""
    if joint.progress is not None:
        return _tr("Scan and text are being joined. Differences come as pages are read.")
    if joint.problem:
        return joint.problem
    return _tr("Too little of this text was found on the scan to tell where the two differ.")


def progress_words(reading: Reading) -> str:
    """How far the list can be trusted; "" where all pages are read."""
    joint, pages = reading.joint, reading.document.scan_pages
    known = len(joint.joined.pages.intersection(pages))
    if known == len(pages):
        return ""
    told = (f"{known:,}", f"{len(pages):,}")
    if joint.progress is not None:
        return _tr("{0} of {1} pages are read so far; there may be more.").format(*told)
    return _tr("The words of {0} of {1} pages are known; of the others nothing is told.").format(
        *told
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Differences", text)
