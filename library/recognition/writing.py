"""In which scripts and languages a document's scan is written, as far as can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from library.model.document import Document, Version, VersionKind
from library.model.scripts import script_of_language, script_of_text


@dataclass(frozen=True, slots=True)
class Writing:
    """A script, and the languages (BCP 47) it may be of, the likeliest first."""

    script: str  # as `library.model.scripts` calls it
    languages: tuple[str, ...] = ()


def writings_of(document: Document) -> tuple[Writing, ...]:
    """The writings of the scan, the most usual first; empty where nothing is known.

    A transcript says it best, by its own letters; then the record; then texts that do not
    say what they are.  A translation tells nothing.
    """
    codes = document.record.language_codes
    of_record = tuple(Writing(script_of_language(code), (code,)) for code in codes)
    return (
        _of_texts(document, VersionKind.TRANSCRIPT)
        or of_record
        or _of_texts(document, VersionKind.TEXT)
    )


def _of_texts(document: Document, kind: VersionKind) -> tuple[Writing, ...]:
    texts = sorted(
        (version for version in document.versions if version.kind is kind),
        key=lambda version: len(version.text),
        reverse=True,
    )
    codes = document.record.language_codes
    found = (_of_text(version, codes) for version in texts)
    return tuple(dict.fromkeys(writing for writing in found if writing))


def _of_text(version: Version, codes: Iterable[str]) -> Writing | None:
    script = script_of_text(version.text)
    if script is None:
        return None
    own = (version.language,) if version.language else ()
    return Writing(script, tuple(dict.fromkeys((*own, *codes))))
