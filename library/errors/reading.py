"""What can go wrong with documents and their files."""

from collections.abc import Sequence
from pathlib import Path

from library.errors.root import DiptychError


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


class ReferencesUnreadable(DocumentError):
    """A file with references is damaged, or is none."""

    def __init__(self) -> None:
        super().__init__(
            "This is no list of references that Diptych can read: BibTeX, RIS or CSL-JSON."
        )


class SeveralReferences(DocumentError):
    """One reference was asked for, and there are others in the file."""

    def __init__(self, count: int) -> None:
        super().__init__(f"The file has {count} references; leave the document out for several.")


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


class RecognitionUnavailable(DiptychError):
    """The words on scans cannot be found here: the engine is missing, or cannot start."""


class ScriptUnreadable(RecognitionUnavailable):
    """What the document's script needs to be read is not all there.

    `script` as Unicode calls it, and `needed` as parts of a sentence.
    """

    def __init__(self, script: str, needed: Sequence[str]) -> None:
        super().__init__(
            f"To find words in {script.title()} script on scans, "
            f"Diptych needs {' and '.join(needed)}."
        )


class PageUnrecognised(DocumentError):
    """The engine failed twice at this page (`page` from 0)."""

    def __init__(self, name: str, page: int) -> None:
        super().__init__(f"The words on page {page + 1} of {name} could not be found.")
