"""Which files become one document each.

A PDF is a document of its own; pictures given together, or lying in one folder, are the
pages of one.  What a file is shows by its first bytes, which are read but never decoded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from library.errors import (
    DocumentError,
    FileEmpty,
    FileUnreadable,
    FolderWithout,
    NoSuchFile,
    UnknownFormat,
)
from library.model.natural import in_natural_order, natural_key
from library.pages.formats import HEAD, Format, says_pdf, told_format
from library.surrogates import without_surrogates

_TEXT_FOLDERS = {"txt", "text"}
_TEXT_SUFFIX = ".txt"
_NOT_THE_TEXT = {"readme", "license", "licence", "copying", "notice", "source", "sources"}
_SAYS_NOTHING = re.compile(
    r"(?:ocr-d|gt)-[\w-]+|alto|data|pages?|images?|imgs?|pictures?|scans?|(?:jpe?g|tiff?|png|jp2)s?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files that become one document, in the order of its pages; `texts` lie beside them.

    A file that was asked for and cannot be one is a parcel too: its `problem` says why.
    """

    name: str
    files: tuple[Path, ...]
    texts: tuple[Path, ...] = ()
    problem: DocumentError | None = None

    @property
    def all_files(self) -> tuple[Path, ...]:
        """The files, then the texts: in this order the document keeps them."""
        return self.files + self.texts


def find_parcels(paths: Sequence[Path]) -> list[Parcel]:
    """The documents in these files and folders, in the order given."""
    parcels: list[Parcel] = []
    files = [path for path in paths if not path.is_dir()]
    pictures = [path for path in files if is_picture(path)]
    texts = [path for path in files if path.suffix.lower() == _TEXT_SUFFIX] if pictures else []
    for path in paths:
        if path.is_dir():
            name = path.resolve().name
            parcels += _in_folder(path) or [
                Parcel(without_surrogates(name), (), problem=FolderWithout(name))
            ]
        elif path in pictures:
            if path == pictures[0]:
                parcels.append(_of_pictures(_common_name(pictures), pictures, texts))
        elif path not in texts:
            parcels.append(Parcel(without_surrogates(path.name), (path,), problem=_problem(path)))
    return parcels


def _problem(path: Path) -> DocumentError | None:
    """Why the file cannot be a document, None where it may be one."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (FileNotFoundError, NotADirectoryError):
        return NoSuchFile(path)
    except OSError as error:
        return FileUnreadable(path, (error.strerror or "an error of the disk").lower())
    if not head:
        return FileEmpty(path.name)
    return UnknownFormat(path.name) if told_format(head) is None else None


def format_of(path: Path) -> Format | None:
    """The format of the file; None too where it cannot be read."""
    try:
        with path.open("rb") as file:
            return told_format(file.read(HEAD))
    except OSError:
        return None


def is_picture(path: Path) -> bool:
    return format_of(path) not in {None, Format.PDF}


def texts_for(pictures: Sequence[Path], texts: Iterable[Path]) -> tuple[Path, ...]:
    """Those named as the pictures are; else the only one, for all of them."""
    texts = in_natural_order(texts)
    stems = {picture.stem for picture in pictures}
    named = tuple(text for text in texts if text.stem in stems)
    if named:
        return named
    others = [text for text in texts if text.stem.casefold() not in _NOT_THE_TEXT]
    return tuple(others) if len(others) == 1 else ()


def _in_folder(root: Path) -> list[Parcel]:
    """The documents in the folder and below it."""
    parcels: list[Parcel] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted((name for name in folders if _is_shown(name)), key=natural_key)
        here = Path(folder)
        files = in_natural_order(_files(here, names, root))
        pictures = [path for path in files if is_picture(path)]
        parcels += [
            Parcel(without_surrogates(path.name), (path,)) for path in files if _is_pdf(path)
        ]
        if pictures:
            texts = [*files, *_beside(here, folders, root)]
            parcels.append(_of_pictures(_folder_name(here.resolve()), pictures, texts))
    return parcels


def _files(folder: Path, names: Iterable[str], root: Path) -> Iterator[Path]:
    """Files that are not hidden; links must stay within `root`."""
    inside = root.resolve()
    for path in (folder / name for name in names if _is_shown(name)):
        is_ours = not path.is_symlink() or path.resolve().is_relative_to(inside)
        if is_ours and path.is_file():
            yield path


def _beside(folder: Path, folders: Iterable[str], root: Path) -> Iterator[Path]:
    """The files in the sub-folders for texts."""
    for name in folders:
        if name.casefold() in _TEXT_FOLDERS and not (folder / name).is_symlink():
            below = folder / name
            yield from _files(below, (path.name for path in below.iterdir()), root)


def _is_shown(name: str) -> bool:
    return not name.startswith(".") and name != "__MACOSX"


def _is_pdf(path: Path) -> bool:
    """What is left of a damaged PDF counts only under its own name."""
    if path.suffix.lower() == ".pdf":
        return format_of(path) is Format.PDF
    try:
        with path.open("rb") as file:
            return says_pdf(file.read(1024))
    except OSError:
        return False


def _of_pictures(name: str, pictures: Sequence[Path], texts: Iterable[Path]) -> Parcel:
    candidates = [path for path in texts if path.suffix.lower() == _TEXT_SUFFIX]
    ordered = tuple(in_natural_order(pictures))
    return Parcel(without_surrogates(name), ordered, texts_for(ordered, candidates))


def _common_name(pictures: Sequence[Path]) -> str:
    """What the names begin with, less the number; else the folder's name."""
    stems = [picture.stem for picture in pictures]
    if len(stems) == 1:
        return stems[0]
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*stems, strict=False))
    common = "".join(letters[0] for letters in alike).rstrip("0123456789").rstrip(" _-.,([")
    return common or _folder_name(pictures[0].resolve().parent) or stems[0]


def _folder_name(folder: Path) -> str:
    """The folder's name; one that says nothing follows the name of what it lies in."""
    if not _SAYS_NOTHING.fullmatch(folder.name):
        return folder.name
    above = (one.name for one in folder.parents if one.name)
    telling = next((name for name in above if not _SAYS_NOTHING.fullmatch(name)), "")
    return f"{telling} ({folder.name})" if telling else folder.name
