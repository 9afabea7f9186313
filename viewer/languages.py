"""What languages are called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QLocale


@cache
def language_name(code: str) -> str:
    """The name of a BCP 47 language; the code itself where Qt does not know it."""
    language = QLocale.codeToLanguage(code.partition("-")[0])
    known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    return QLocale.languageToString(language) if known else code


def language_names(codes: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(language_name(code) for code in codes))
