"""Small matters of wording."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """`one`, or `many` with the number put in for "{0}"; both are translated already."""
    return one if number == 1 else many.format(f"{number:,}")
