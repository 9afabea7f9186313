"""How things are called in lists: a note in a line, a day as people say it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from library.model.annotation import Annotation, Bookmark, Passage, Region
from library.store.safety.backups import Contents
from viewer.words import counted

_LONGEST = 120  # characters


def note_line(note: Annotation | Bookmark) -> str:
    """What a note points at and says, on one line."""
    if isinstance(note, Bookmark):
        return note.name
    quotes = [t.quote if isinstance(t, Passage) else t.words for t in note.targets]
    words = " ".join(" ".join(quotes).split())
    told = " ".join(note.note.split())
    quoted = f"“{words}”" if words else _tr("A place on the scan") if _on_scan(note) else ""
    line = " – ".join(part for part in (quoted, told) if part) or _tr("A note without words")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def day_of(time: datetime) -> str:
    """“Today”, “Yesterday”, or the date as the reader's country writes it; local time."""
    day = time.astimezone().date()
    today = date.today()
    if day == today:
        return _tr("Today")
    if day == today - timedelta(days=1):
        return _tr("Yesterday")
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, QLocale.FormatType.LongFormat)


def clock_of(time: datetime) -> str:
    """Hours and minutes, local time."""
    return time.astimezone().strftime("%H:%M")


def held_by(contents: Contents) -> str:
    """How much a backup holds."""
    documents = counted(contents.documents, _tr("1 document"), _tr("{0} documents"))
    return f"{documents}, {counted(contents.notes, _tr('1 note'), _tr('{0} notes'))}."


def _on_scan(note: Annotation) -> bool:
    return any(isinstance(target, Region) for target in note.targets)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Lists", words)
