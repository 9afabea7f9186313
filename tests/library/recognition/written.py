"""Documents with texts in several scripts, made for tests (not a test itself)."""

from library.model.document import Document, Version, VersionKind
from library.model.record import Record

RUSSIAN = "Городской голова спросил, достаточно ли этого."
UKRAINIAN = "Міський голова спитав, чи цього досить."
_KINDS = {
    "transcript": VersionKind.TRANSCRIPT,
    "other_transcript": VersionKind.TRANSCRIPT,
    "translation": VersionKind.TRANSLATION,
    "text": VersionKind.TEXT,
    "recognised": VersionKind.RECOGNISED,
}


def written(codes=(), language=None, **texts):
    """A document with these texts, named by their kind, and the record's languages."""
    versions = tuple(
        Version(kind, kind, _KINDS[kind], language, (), text, ()) for kind, text in texts.items()
    )
    return Document("1", Record("Letter", language_codes=codes), (), (), versions)
