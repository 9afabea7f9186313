"""The data by which Tesseract reads languages: files of this computer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from library.recognition.data_names import names_of
from library.recognition.writing import Writing

_MOST = 3  # languages that are read together: each takes about as long as the first
_USUAL_FOLDERS = (
    "usr/share/tesseract-ocr/*/tessdata",  # Debian, Ubuntu
    "usr/share/tesseract/tessdata",  # Fedora
    "usr/share/tessdata",  # Arch, openSUSE
    "usr/local/share/tessdata",  # Homebrew, and what was built by hand
    "opt/homebrew/share/tessdata",
    "home/linuxbrew/.linuxbrew/share/tessdata",
    "opt/local/share/tessdata",  # MacPorts
)
_WINDOWS_ROOTS = "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"
_WINDOWS_FOLDERS = "Tesseract-OCR/tessdata", "Programs/Tesseract-OCR/tessdata"
_INSTALLING = {
    "linux": "on Debian and Ubuntu: apt-get install tesseract-ocr-{}",
    "darwin": "brew install tesseract-lang",
    "win32": "Tesseract's installer offers it under its additional language data",
}


@dataclass(frozen=True, slots=True)
class Tessdata:
    """Data that are there: `names` of files in `folder`."""

    folder: Path
    names: tuple[str, ...]

    @property
    def version(self) -> str:
        """Names and sizes: there are quick and exact data under one name."""
        files = ((name, _file(self.folder, name)) for name in self.names)
        return "+".join(f"{name}:{file.stat().st_size}" for name, file in files)


def data_for(writings: Sequence[Writing], places: Sequence[Path]) -> Tessdata | None:
    """Data for the first of the writings, and for the others as far as they lie beside it.

    None where there are none for the first.  `places` are folders, the best first.
    """
    main, *others = writings
    for name in names_of(main):
        for folder in places:
            if _file(folder, name).is_file():
                beside = (_first(folder, names_of(other)) for other in others)
                names = dict.fromkeys((name, *filter(None, beside)))
                return Tessdata(folder, tuple(names)[:_MOST])
    return None


def how_to_get(writing: Writing) -> str:
    """What is to be installed, as a part of a sentence."""
    name = names_of(writing)[0]
    way = _INSTALLING.get(sys.platform, "in a folder that TESSDATA_PREFIX names")
    return f"Tesseract's data {name}.traineddata ({way.format(name.replace('_', '-'))})"


def _first(folder: Path, names: Sequence[str]) -> str | None:
    return next((name for name in names if _file(folder, name).is_file()), None)


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.traineddata"


def folders(
    environment: Mapping[str, str] = os.environ, root: Path = Path("/")
) -> tuple[Path, ...]:
    """The folders that may hold data, the reader's own first; those alone that are there."""
    places = (*_named(environment), *_installed(root), *_of_windows(environment))
    return tuple(dict.fromkeys(place for place in places if place.is_dir()))


def _named(environment: Mapping[str, str]) -> Iterator[Path]:
    """The folder that `TESSDATA_PREFIX` names, or (before version 4) its parent."""
    if named := environment.get("TESSDATA_PREFIX"):
        yield Path(named) / "tessdata"
        yield Path(named)


def _installed(root: Path) -> Iterator[Path]:
    for pattern in _USUAL_FOLDERS:
        yield from sorted(root.glob(pattern), reverse=True)  # the newest Tesseract first
    yield Path(sys.prefix, "share", "tessdata")  # Conda


def _of_windows(environment: Mapping[str, str]) -> Iterator[Path]:
    for name in _WINDOWS_ROOTS:
        if programs := environment.get(name):
            yield from (Path(programs, folder) for folder in _WINDOWS_FOLDERS)
