"""Disks that are full, folders that can only be read or that vanish: while the store saves.

Each case makes saving impossible in its own way, saves until that is said, makes saving
possible again, and saves on: with the same open store where it can be had, else anew.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from library.errors import DiptychError
from library.model.change import Change
from library.progress import quietly
from library.store.opening import checking
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.reliability.noting import a_note, the_document

Hindrance = Callable[[Path], "Iterator[None]"]
Deed = Callable[[Store, Path, str], None]
FULL = 600_000  # bytes that are left, or that a file may have


@dataclass
class Case:
    """What came of one case."""

    name: str
    saved: int = 0  # before and after
    messages: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def add_note(store: Store, place: Path, name: str) -> None:
    store.apply(Change.add("Note", a_note(the_document(store), name, "words " * 2000)))


def add_document(store: Store, place: Path, name: str) -> None:
    store.add_document(a_document(name, "x" * 150_000), NOON)


def keep_file(store: Store, place: Path, name: str) -> None:
    path = place.parent.parent / f"{name}.pdf"  # on another disk
    path.write_bytes(name.encode() * 10_000)
    store.add_document(
        a_document(name, digest=store.keep_file(path, "application/pdf").digest), NOON
    )


def back_up(store: Store, place: Path, name: str) -> None:
    add_note(store, place, name)
    quietly(store.safety.backing_up())


@contextmanager
def limited_files(folder: Path) -> Iterator[None]:
    """No file may grow beyond its limit: what a quota does, for one process."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def full_disk(folder: Path) -> Iterator[None]:
    """Something else takes all but a little of the room.  Needs a disk of its own."""
    ballast = folder.parent / "ballast"
    left = os.statvfs(folder)
    with ballast.open("wb") as file, suppress(OSError):
        os.posix_fallocate(file.fileno(), 0, left.f_bavail * left.f_frsize - FULL)
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def read_only_disk(folder: Path) -> Iterator[None]:
    _run("mount", "-o", "remount,ro", str(folder.parent))
    try:
        yield
    finally:
        _run("mount", "-o", "remount,rw", str(folder.parent))


@contextmanager
def vanished_folder(folder: Path) -> Iterator[None]:
    away = folder.with_name("away")
    folder.rename(away)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        away.rename(folder)


@contextmanager
def another_library(folder: Path) -> Iterator[None]:
    """Another library comes to stand where ours was."""
    with vanished_folder(folder):
        Store.open(folder).close()
        yield


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of 16 MB in memory; needs the rights of root."""
    place.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


def may_mount(place: Path) -> bool:
    try:
        with small_disk(place / "try"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


DEEDS: dict[str, Deed] = {
    "notes": add_note,
    "documents": add_document,
    "files": keep_file,
    "backups": back_up,
}


def try_case(name: str, hindrance, deed: Deed, folder: Path) -> Case:
    """Save, be hindered, and save on."""
    case = Case(name)
    with Store.open(folder) as store:
        saved = _save(case, store, folder, deed, "before", 3)
        with hindrance(folder):
            saved += _save(case, store, folder, deed, "hindered", 40)
        after = _save(case, store, folder, deed, "after", 2)
        saved += after
    return _looked_at(case, folder, saved, after)


def try_at_start(name: str, hindrance, deed: Deed, folder: Path) -> Case:
    """The same, where the library cannot even be opened for writing; it can be read."""
    case = Case(name)
    with Store.open(folder) as store:
        saved = _save(case, store, folder, deed, "before", 3)
    with hindrance(folder):
        try:
            Store.open(folder).close()
        except DiptychError as error:
            case.messages.add(str(error))
        with Store.open(folder, read_only=True) as reader:
            if not reader.shelf():
                case.faults.append("nothing can be read")
    with Store.open(folder) as store:
        after = _save(case, store, folder, deed, "after", 2)
    return _looked_at(case, folder, [*saved, *after], after)


def _looked_at(case: Case, folder: Path, saved: list[str], after: list[str]) -> Case:
    case.saved = len(saved)
    if len(case.messages) != 1:
        case.faults.append(f"said {len(case.messages)} things: {sorted(case.messages)}")
    if len(after) != 2:
        case.faults.append("did not go on by itself")
    case.faults += _lost(folder, saved)
    return case


def _save(case: Case, store: Store, folder: Path, deed: Deed, word: str, count: int) -> list[str]:
    saved = []
    for number in range(count):
        name = f"{word}-{number}"
        try:
            deed(store, folder, name)
        except DiptychError as error:
            case.messages.add(str(error))
        else:
            saved.append(name)
    return saved


def _lost(folder: Path, saved: list[str]) -> list[str]:
    with Store.open(folder) as store:
        entries = store.shelf()
        there = {entry.title for entry in entries}
        there |= {note.id for entry in entries for note in store.annotations(entry.id)}
    faults = [f"{name} is lost" for name in saved if name not in there]
    return [*faults, *quietly(checking(folder, thoroughly=True)).sentences()]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


# How saving is made impossible; the first two need a disk of their own.
WAYS = {
    "full disk": (full_disk, try_case),
    "read-only disk": (read_only_disk, try_at_start),
    "file size limit": (limited_files, try_case),
    "folder gone": (vanished_folder, try_case),
    "another in its place": (another_library, try_case),
}
ON_OWN_DISK = {"full disk", "read-only disk"}


def try_all(place: Path, *, mounts: bool, deeds: Iterable[str] = DEEDS) -> list[Case]:
    """Each way with each deed; those that need a disk of their own only with `mounts`."""
    return [
        _try(place / f"{number}-{deed}", way, deed, mounts=mounts)
        for number, way in enumerate(WAYS)
        for deed in deeds
        if mounts or way not in ON_OWN_DISK
    ]


def _try(place: Path, way: str, deed: str, *, mounts: bool) -> Case:
    hindrance, trying = WAYS[way]
    with small_disk(place) if mounts else nullcontext():
        return trying(f"{way}, {deed}", hindrance, DEEDS[deed], place / "library")
