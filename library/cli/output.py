"""Printing: text for the reader, JSON for programs, complaints apart."""

from __future__ import annotations

import json
import unicodedata

import click

# These can turn "fdp.exe" around; direction marks (U+200E, U+200F) cannot, and stay.
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def say(text: str = "") -> None:
    click.echo(printable(text))


def say_json(value: object) -> None:
    click.echo(_encodable(json.dumps(value, ensure_ascii=False, indent=2)))


def remark(text: str) -> None:
    """Say something beside the answer, where programs do not read it."""
    click.echo(printable(text), err=True)


def complain(sentence: str) -> None:
    remark(f"diptych: {sentence}")


def printable(text: str) -> str:
    """`text` without what would steer a terminal: titles come out of foreign files."""
    return "".join("\ufffd" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    if character in _OVERRIDES:
        return True
    return unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"


def _encodable(text: str) -> str:
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
