"""The order in which people number files: "page 2" before "page 10"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_NUMBER = re.compile(r"([0-9]+)")

NaturalKey = tuple[tuple[str, int], ...]


def natural_key(name: str) -> NaturalKey:
    """Letters before each number, and the number by its value; small and large letters alike."""
    pieces = _NUMBER.split(name.casefold())
    numbers = [*map(int, pieces[1::2]), -1]
    return tuple(zip(pieces[::2], numbers, strict=True))


def in_natural_order(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: (natural_key(path.name), path.name, str(path)))
