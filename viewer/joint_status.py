"""What joining knows of the document in front, in the status bar's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from library.model.document import VersionKind
from library.model.joined import Count, Joined
from viewer.reading import Reading
from viewer.words import counted

_PAIRED = 0.9  # probability from which paragraphs are shown as joined


def joint_words(reading: Reading) -> str:
    """A sentence of a few words; "" where nothing is known and nothing is going on."""
    joint = reading.joint
    if joint.progress is not None and joint.progress.doing:
        return joint.progress.doing
    return joint.problem or _known(reading, joint.joined)


def is_joined(reading: Reading) -> bool:
    """Whether the text in front is joined with all pages of the scan."""
    pages = set(reading.document.scan_pages)
    return bool(pages) and pages <= reading.joint.joined.pages and not reading.joint.problem


def _known(reading: Reading, joined: Joined) -> str:
    version = reading.version
    if version is None or not joined.pages:
        return ""
    if version.kind is VersionKind.TRANSLATION:
        return _translation(reading, joined)
    count = joined.counts.get(version.id, Count(0, 0))
    words = _tr("Joined: {0} of {1} words").format(f"{count.linked:,}", f"{count.words:,}")
    known, total = len(joined.pages), len(reading.document.scan_pages)
    if known < total:
        return words + ", " + _tr("{0} of {1} pages read").format(known, total)
    return words


def _translation(reading: Reading, joined: Joined) -> str:
    version = reading.version
    pairing = joined.pairing(version.id) if version is not None else None
    if pairing is None:
        return ""
    paired = len({pair.first for pair in pairing.pairs if pair.probability >= _PAIRED})
    one, many = _tr("1 paragraph joined"), _tr("{0} paragraphs joined")
    return counted(paired, one, many)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Joint", words)
