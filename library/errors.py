"""Everything that can go wrong and that a reader should hear of, in one tree.

Each error carries one sentence that says what happened and, where there is something
to do, what to do.  Catch `DiptychError` to show it; anything else is a fault of ours.
"""

from collections.abc import Sequence
from pathlib import Path

from library.surrogates import without_surrogates


class DiptychError(Exception):
    """The root.  `str(error)` is a sentence for the reader.  All can be pickled."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(without_surrogates(sentence))

    def __reduce__(self) -> tuple[object, ...]:
        # Else unpickling would hand the sentence to an `__init__` that takes other things.
        return _with_sentence, (type(self), str(self)), self.__dict__


def _with_sentence(kind: type[DiptychError], sentence: str) -> DiptychError:
    error = kind.__new__(kind, sentence)
    Exception.__init__(error, sentence)
    return error


# --- Documents and their files -------------------------------------------------------


class DocumentError(DiptychError):
    """A document, or a page of it, could not be read."""


class FileMissing(DocumentError):
    """There is no such file or folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is not there any more. It may have been moved or renamed.")


class NoSuchFile(FileMissing):
    """What was asked for by name is not there, and perhaps never was."""

    def __init__(self, path: Path) -> None:
        DiptychError.__init__(self, f"There is no file {path.name}.")


class FolderWithout(DocumentError):
    """Nothing in the folder can be opened."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The folder {name} holds no pictures and no PDFs.")


class FileUnreadable(DocumentError):
    """The system does not let us read the file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name} could not be read: {reason}.")


class FileEmpty(DocumentError):
    """The file has no content."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is empty. The download may have been interrupted.")


class UnknownFormat(DocumentError):
    """The file is none of the formats that can be opened."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not a PDF or a picture that Diptych can open. "
            "It opens PDF, JPEG, PNG, TIFF, WebP and JPEG 2000, and folders of pictures."
        )


class SeveralDocuments(DocumentError):
    """The folder holds more than the one document that is asked for."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(f"{name} holds {count} documents. Name one of them.")


class FileDamaged(DocumentError):
    """The file is of a known format, but nothing of it could be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is damaged: no page of it could be read. Try to download it again."
        )


class PasswordNeeded(DocumentError):
    """The file is encrypted and no password was given."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is protected with a password.")


class PasswordWrong(DocumentError):
    """The password does not open the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"That password does not open {name}.")


class PageDamaged(DocumentError):
    """This page could not be drawn or read; its neighbours may."""

    def __init__(self, name: str, page: int) -> None:
        super().__init__(f"Page {page + 1} of {name} is damaged and could not be drawn.")


class PageCrashed(DocumentError):
    """The reading process died twice, or ran out of time, at this page (`page` from 0)."""

    def __init__(self, name: str, page: int) -> None:
        super().__init__(
            f"Page {page + 1} of {name} could not be drawn. "
            "The page may be damaged; the other pages still open."
        )


class FileCrashed(DocumentError):
    """The reading process died twice, or ran out of time, while it opened the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} could not be opened. The file may be damaged.")


class ReadingStopped(DocumentError):
    """The request was withdrawn, or the program is closing."""

    def __init__(self) -> None:
        super().__init__("Reading was stopped.")


class ReadingUnavailable(DocumentError):
    """The system gives us no process to read with; the files themselves may be well."""

    def __init__(self, reason: str = "") -> None:
        told = f" ({reason.lower()})" if reason else ""
        super().__init__(
            f"No page can be read just now: the system has no room for it{told}. "
            "Close other programs and try again."
        )


# --- Recognition ---------------------------------------------------------------------


class RecognitionUnavailable(DiptychError):
    """The words on scans cannot be found here: the engine is missing, or cannot start."""


class PageUnrecognised(DocumentError):
    """The engine failed twice at this page (`page` from 0)."""

    def __init__(self, name: str, page: int) -> None:
        super().__init__(f"The words on page {page + 1} of {name} could not be found.")


# --- The library ---------------------------------------------------------------------


class LibraryError(DiptychError):
    """The library could not be opened, read or written."""


class LibraryInUse(LibraryError):
    """Another program holds the lock of this library."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in {folder} is open in another Diptych. Close that one first."
        )


class LibraryNewer(LibraryError):
    """The library was written by a newer version of the program."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in {folder} was made by a newer Diptych. "
            "Update Diptych to open it; nothing was changed."
        )


class LibraryForeign(LibraryError):
    """`library.db` belongs to another application, or is no database at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a Diptych library. Choose another folder; nothing was changed."
        )


class LibraryMissing(LibraryError):
    """There is no library in this folder yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no library in {folder} yet. `diptych import` makes one.")


class LibraryUnreadable(LibraryError):
    """The system does not let us open the library's files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in {folder} could not be opened. You may not be allowed to read it."
        )


class LibraryBusy(LibraryError):
    """SQLite waited in vain for another process."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"Another program is using the library in {folder}. Try again.")


class ChangedElsewhere(LibraryError):
    """What a change says was there before is not what is stored."""

    def __init__(self) -> None:
        super().__init__("This was changed elsewhere in the meantime.")


class LibraryDamaged(LibraryError):
    """SQLite finds the database malformed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library in {folder} is damaged. Its backups are in the folder “backups” there."
        )


class LibraryUnwritable(LibraryError):
    """The disk is full, the folder is read-only, or it vanished."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Nothing could be saved: {reason}.")


class DiskFull(LibraryUnwritable):
    """There is no room left on the disk of the library."""

    def __init__(self) -> None:
        super().__init__("the disk is full. Free some space and try again")


# --- The command line ----------------------------------------------------------------


class AnswerLost(DiptychError):
    """What was asked for could not be printed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The answer could not be written: {reason}.")


# --- Asking for what is not there ----------------------------------------------------


class NotFound(DiptychError):
    """Something asked for by name, number or quotation is not in the library."""


class DocumentNotFound(NotFound):
    """No document has this id, and no file this name."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"There is no document “{asked}”. `diptych list` shows those in the library."
        )


class DocumentAmbiguous(NotFound):
    """Several documents have an id that begins so."""

    def __init__(self, asked: str, ids: Sequence[str]) -> None:
        super().__init__(f"“{asked}” could be any of {', '.join(ids)}. Write more of the id.")


class QuoteNotFound(NotFound):
    """The quotation does not stand in the text."""

    def __init__(self, quote: str) -> None:
        super().__init__(f"The words “{quote}” were not found in the text.")


class VersionNotFound(NotFound):
    """The document has no text with this label."""

    def __init__(self, label: str) -> None:
        super().__init__(f"The document has no text called “{label}”.")


class PageNotFound(NotFound):
    """The document has no such page (`number` from 1, as the reader says it)."""

    def __init__(self, number: int, pages: int) -> None:
        super().__init__(f"There is no page {number}: the document has {pages} pages.")
