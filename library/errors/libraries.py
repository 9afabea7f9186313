"""What can go wrong with the library on disk."""

from collections.abc import Sequence
from pathlib import Path

from library.errors.root import DiptychError


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


class LibraryActs(LibraryError):
    """The database holds views, triggers or virtual tables, which Diptych never makes."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(
            f"{path} holds something that would act by itself (“{name}”), which Diptych did not "
            "put there. It was not opened, and nothing was changed. If it came from somebody "
            "else, ask for the notes as a file instead; if it is yours, go back to a backup."
        )


class ContentsTooLarge(LibraryError):
    """Something packed in the library would take more memory than anything we put there."""

    def __init__(self) -> None:
        super().__init__(
            "A text in this library is larger than any that Diptych puts there, and was not opened."
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
        super().__init__(
            f"Another program is using the library in {folder}. Wait until it is done, or close it."
        )


class ChangedElsewhere(LibraryError):
    """What a change says was there before is not what is stored."""

    def __init__(self) -> None:
        super().__init__("This was changed elsewhere in the meantime.")


class LibraryDamaged(LibraryError):
    """The database is malformed, or something in it is not as it was saved."""

    def __init__(self, folder: Path, told: str = "", hurt: Sequence[str] = ()) -> None:
        """`told` is a sentence or two on what is hurt, `hurt` one for each thing."""
        self.hurt = tuple(hurt)
        known = f"The library in {folder} is damaged. {told}".rstrip()
        super().__init__(f"{known} Start Diptych to mend it, or to go back to a backup.")


class LibraryUnwritable(LibraryError):
    """The disk is full, the folder is read-only, or it vanished."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Nothing could be saved: {reason}.")


class LibraryGone(LibraryUnwritable):
    """The folder of a library that was opened is not there just now."""

    def __init__(self, folder: Path) -> None:
        DiptychError.__init__(
            self,
            f"The library’s folder {folder} is not there any more. "
            "Put it back, or connect the disk that it lies on.",
        )


class LibraryReplaced(LibraryUnwritable):
    """Where an open library was lies another one now, or an older copy of it."""

    def __init__(self, folder: Path) -> None:
        DiptychError.__init__(
            self,
            f"In {folder} lies another library now, or an older copy of yours. "
            "It was not changed; put yours back.",
        )


class LibraryReadOnly(LibraryUnwritable):
    """The library was opened for reading only."""

    def __init__(self) -> None:
        super().__init__("the library is open for reading only")


class DiskFull(LibraryUnwritable):
    """There is no room left on the disk of the library."""

    def __init__(self) -> None:
        super().__init__("the disk is full. Free some space on it")


class LibraryExists(LibraryError):
    """A library cannot be rebuilt where there is one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is a library in {folder} already. Name another folder with --library; "
            "nothing was changed."
        )


class SidecarsMissing(LibraryError):
    """There is nothing to rebuild a library of."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There are no notes beside the files in {folder}, in “sidecars”.")


class SidecarHurt(LibraryError):
    """A sidecar is not as it was written, or is none."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is damaged. The other documents are not touched by that.")


class BackupMissing(LibraryError):
    """No backup has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is no backup “{name}”. `diptych backup --list` shows those there are."
        )


class NoBackups(LibraryError):
    """The library has no backup, or none that is whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The library in {folder} has no backup that is whole.")


class BackupHurt(LibraryError):
    """The backup is not as it was made."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The backup {name} is damaged itself. Choose another; nothing was changed."
        )


class CollectionInItself(LibraryError):
    """A collection was to be put into itself, or into one that lies in it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The collection “{name}” cannot lie in itself.")
