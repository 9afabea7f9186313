"""How the table says times and how many, in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def when(moment: datetime | None, now: datetime) -> str:
    """A time in the reader's own zone, as exact as it matters: "today, 14:05", "3 May"."""
    if moment is None:
        return ""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return _tr("today, {time}").format(time=f"{here:%H:%M}")
    if here.date() == today - timedelta(days=1):
        return _tr("yesterday")
    day = QDate(here.year, here.month, here.day)
    return reader_locale().toString(day, "d MMM" if here.year == today.year else "d MMM yyyy")


def counted(shown: int, total: int) -> str:
    """ "12 of 5,214 documents" """
    everything = reader_locale().toString(total)
    words = _tr("1 document") if total == 1 else _tr("{total} documents").format(total=everything)
    if shown == total:
        return words
    return _tr("{shown} of {words}").format(shown=reader_locale().toString(shown), words=words)


def reader_locale() -> QLocale:
    """The reader's; British English where the system names none."""
    locale = QLocale()
    return QLocale("en_GB") if locale.language() == QLocale.Language.C else locale


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
