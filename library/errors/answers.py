"""What cannot be found or told."""

from collections.abc import Sequence
from pathlib import Path

from library.errors.root import DiptychError


class AnswerLost(DiptychError):
    """What was asked for could not be printed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The answer could not be written: {reason}.")


class FileUnwritable(DiptychError):
    """What was asked for could not be written to a file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name} could not be written: {reason}.")


class NoPdf(DiptychError):
    """Annotations can be written into PDFs only."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is no PDF, so no annotations can be written into a copy of it. "
            "Export them as Markdown, HTML or CSV."
        )


class NoAnnotations(DiptychError):
    """The file holds no Web Annotations."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} holds no annotations in JSON-LD that Diptych can read.")


class NotFound(DiptychError):
    """Something asked for by name, number or quotation is not in the library."""


class CollectionNotFound(NotFound):
    """No collection has this name, at this place."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"There is no collection “{path}”. `diptych collections` shows those in the library."
        )


class DocumentNotFound(NotFound):
    """No document has this id, and no file this name."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"There is no document “{asked}”. `diptych list` shows those in the library."
        )


class NotInTrash(NotFound):
    """Nothing in the trash has an id that begins so."""

    def __init__(self, asked: str) -> None:
        super().__init__(f"Nothing in the trash is named “{asked}”. `diptych trash` lists it.")


class DocumentAmbiguous(NotFound):
    """Several documents have an id that begins so."""

    def __init__(self, asked: str, ids: Sequence[str]) -> None:
        super().__init__(f"“{asked}” could be any of {', '.join(ids)}. Write more of the id.")


class QuoteNotFound(NotFound):
    """The quotation does not stand in the text."""

    def __init__(self, quote: str) -> None:
        super().__init__(f"The words “{quote}” were not found in the text.")


class PlaceNotFound(NotFound):
    """The quotation stands in the text, and it is not known where on the scan."""

    def __init__(self, quote: str, problem: str) -> None:
        """`problem` is a sentence on what hindered joining, "" where nothing did."""
        known = f"The words “{quote}” stand in the text, but were not found on the scan."
        super().__init__(f"{known} {problem}".rstrip())


class VersionNotFound(NotFound):
    """The document has no text with this label."""

    def __init__(self, label: str) -> None:
        super().__init__(f"The document has no text called “{label}”.")


class PageNotFound(NotFound):
    """The document has no such page (`number` from 1, as the reader says it)."""

    def __init__(self, number: int, pages: int) -> None:
        super().__init__(f"There is no page {number}: the document has {pages} pages.")


class NoPlaceForNotes(DiptychError):
    """A document cannot take what the reader made in another: it has no such page, or no text."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” lacks a page or a text to which your notes could go. "
            "Merge the other way round; nothing was changed."
        )
