"""Files that are whole or not there, also after a power cut."""

from __future__ import annotations

import os
from pathlib import Path


def publish(written: Path, final: Path) -> None:
    """Give the finished file its name, replacing what bears it, and see it to the disk."""
    sync(written)
    written.replace(final)
    sync_folder(final.parent)


def sync(path: Path) -> None:
    # "rb+": Windows refuses to sync a file that is open for reading only.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open folders; NTFS writes renames to its journal
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, and see their names to the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)
