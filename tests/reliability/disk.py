"""A disk that keeps what was synced, and of the rest what chance lets through.

* A file's bytes are on the disk once the file was synced.  Of what was written since, any
  sectors of 512 bytes may be there and others not, in no order, also within one write.
* A name (made, renamed, unlinked) is on the disk once its folder was synced.  Names that were
  not synced come through in their order, up to some point: file systems with a journal do so.
* What is mapped into memory (SQLite's `-shm`) never is.

It does not simulate a disk that says "synced" and lies, nor sectors that rot.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from random import Random

from tests.reliability.recording import Deed

SECTOR = 512


@dataclass(eq=False)
class _File:
    content: bytearray = field(default_factory=bytearray)  # that is on the disk
    unsynced: list[Deed] = field(default_factory=list)

    def settle(self, deeds: Iterable[Deed]) -> None:
        for deed in deeds:
            if deed.kind == "T":
                del self.content[deed.number :]
                self.content.extend(bytes(deed.number - len(self.content)))
            else:
                end = deed.number + len(deed.data)
                self.content.extend(bytes(max(0, end - len(self.content))))
                self.content[deed.number : end] = deed.data


class Disk:
    """What is on the disk after some deeds."""

    def __init__(self, root: Path, *, lies: bool = False) -> None:
        """One that `lies` takes nothing for synced: to see that a loss would be found."""
        self._root = str(root)
        self._lies = lies
        self._files: dict[int, _File] = {}  # by inode
        self._names: dict[str, _File | None] = {self._root: None}  # on the disk; None: a folder
        self._now: dict[str, _File | None] = {self._root: None}  # as the process sees it
        self._unsynced: list[tuple[Deed, _File | None]] = []  # about names, and whose they are

    def do(self, deed: Deed) -> None:
        match deed.kind:
            case "C" | "M" | "R" | "U":
                self._unsynced.append((deed, self._rename(deed)))
            case "W" | "T":
                self._files[deed.inode].unsynced.append(deed)
            case "F" if not self._lies:
                file = self._files[deed.inode]
                file.settle(file.unsynced)
                file.unsynced.clear()
            case "D" if not self._lies:
                self._sync_folder(deed.name)

    def cut(self, chance: Random, folder: Path) -> None:
        """The power is cut: write what is on the disk to `folder`."""
        self._settle(self._unsynced[: chance.randint(0, len(self._unsynced))])
        for path, file in self._names.items():
            if file is not None and not path.endswith("-shm"):
                likely = chance.choice((0.0, 0.5, 1.0))
                file.settle(_sectors(file.unsynced, chance, likely))
                file.unsynced.clear()
        for path, file in sorted(self._names.items(), key=lambda named: named[0]):
            there = folder / PurePosixPath(path).relative_to(self._root)
            if file is None:
                there.mkdir(exist_ok=True)
            elif there.parent.is_dir() and not path.endswith("-shm"):
                there.write_bytes(file.content)

    def _rename(self, deed: Deed) -> _File | None:
        """Let the process see the name; gives the file that the deed was about."""
        match deed.kind:
            case "C":
                file = self._files[deed.inode] = self._now[deed.name] = _File()
            case "M":
                file = self._now[deed.name] = None
            case "U":
                file = self._now.pop(deed.name, None)
            case _:
                file = self._now[deed.data.decode()] = self._now.pop(deed.name)
        return file

    def _sync_folder(self, name: str) -> None:
        """Its names are on the disk, with all that became of the same files before."""
        here = [whose for deed, whose in self._unsynced if name in _folders(deed)]
        synced = [
            (deed, whose)
            for deed, whose in self._unsynced
            if name in _folders(deed) or any(whose is each for each in here if each is not None)
        ]
        self._settle(synced)
        self._unsynced = [each for each in self._unsynced if each not in synced]

    def _settle(self, deeds: Iterable[tuple[Deed, _File | None]]) -> None:
        """Bring names to the disk."""
        for deed, whose in deeds:
            match deed.kind:
                case "C" | "M":
                    self._names[deed.name] = whose
                case "U":
                    self._names.pop(deed.name, None)
                case "R":
                    self._names.pop(deed.name, None)
                    self._names[deed.data.decode()] = whose


def _folders(deed: Deed) -> set[str]:
    """The folders whose syncing brings this to the disk."""
    names = [deed.name, deed.data.decode()] if deed.kind == "R" else [deed.name]
    return {str(PurePosixPath(name).parent) for name in names}


def _sectors(deeds: Iterable[Deed], chance: Random, likely: float) -> Iterable[Deed]:
    for deed in deeds:
        if deed.kind == "T":
            if chance.random() < likely:
                yield deed
            continue
        for start in range(0, len(deed.data), SECTOR):
            if chance.random() < likely:
                data = deed.data[start : start + SECTOR]
                yield Deed("W", deed.inode, deed.number + start, "", data)
