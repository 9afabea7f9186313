"""The files of the library, named by their content: `files/ab/abcd….pdf`."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from library.errors import FileMissing, FileUnreadable
from library.model.document import StoredFile
from library.store.durable import make_folder, publish
from library.store.failures import explained
from library.store.ids import new_id
from library.surrogates import without_surrogates

FOLDER = "files"
MOST_DIGITS = 64  # of a digest
CHUNK = 1 << 20  # bytes read at a time
EXTENSIONS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "image/jp2": ".jp2",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "text/plain": ".txt",
}


def path_of(folder: Path, digest: str, media_type: str) -> Path:
    """Where the file is kept.  What is no digest never names a place outside the library."""
    if not (digest.isascii() and digest.isalnum() and len(digest) <= MOST_DIGITS):
        digest = hashlib.sha256(digest.encode("utf-8", "replace")).hexdigest()
    extension = EXTENSIONS.get(media_type, ".bin")
    return folder / FOLDER / digest[:2] / f"{digest}{extension}"


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def keep(folder: Path, path: Path, media_type: str, known: str | None) -> StoredFile:
    """Copy the file into the library, unless its content (`known`, if seen before) is there."""
    if known is not None and _is_kept(path_of(folder, known, media_type), path):
        return _stored(known, path, path.stat().st_size, media_type)
    with explained(folder):
        part = folder / FOLDER / f"{new_id()}.part"
        make_folder(part.parent)
        try:
            digest, size = _copy(path, part)
            _publish(part, path_of(folder, digest, media_type))
        finally:
            part.unlink(missing_ok=True)
    return _stored(digest, path, size, media_type)


def is_whole(folder: Path, file: StoredFile) -> bool:
    """Whether the library still has the file, in its full length."""
    try:
        return path_of(folder, file.digest, file.media_type).stat().st_size == file.size
    except OSError:
        return False


def remove_leftovers(folder: Path) -> None:
    """Remove what an interrupted copy left.  The caller holds the library's lock."""
    for part in (folder / FOLDER).glob("*.part"):
        part.unlink(missing_ok=True)


def _stored(digest: str, path: Path, size: int, media_type: str) -> StoredFile:
    return StoredFile(digest, without_surrogates(path.name), size, media_type)


def _is_kept(kept: Path, path: Path) -> bool:
    try:
        return kept.stat().st_size == path.stat().st_size
    except OSError:
        return False


def _copy(path: Path, part: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with part.open("xb") as copy:
        for chunk in _chunks(path):
            copy.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


def _publish(part: Path, final: Path) -> None:
    if _is_kept(final, part):
        return
    make_folder(final.parent)
    publish(part, final)


def _chunks(path: Path) -> Iterator[bytes]:
    """The file's bytes.  Raises `DocumentError`s: the fault is the file's, not the library's."""
    if not path.exists():
        raise FileMissing(path)
    if not path.is_file():
        raise FileUnreadable(path, "it is not a file")
    with _reading(path):
        file = path.open("rb")
    with file:
        while chunk := _next_chunk(file, path):
            yield chunk


def _next_chunk(file: BinaryIO, path: Path) -> bytes:
    with _reading(path):
        return file.read(CHUNK)


@contextmanager
def _reading(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnreadable(path, (error.strerror or str(error)).lower()) from error
