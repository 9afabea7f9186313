"""Printing: text for the reader, JSON for programs, complaints apart."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from contextlib import suppress

import click

from library.errors import AnswerLost, DiptychError, LibraryDamaged, PasswordNeeded
from library.surrogates import without_surrogates

# These can turn "fdp.exe" around; direction marks (U+200E, U+200F) cannot, and stay.
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def say(text: str = "") -> None:
    _print(printable(text))


def say_text(text: str) -> None:
    """A whole file, as it is: it may be on its way into one."""
    _print(without_surrogates(text), newline=False)


def say_json(value: object) -> None:
    _print(without_surrogates(json.dumps(value, ensure_ascii=False, indent=2)))


def remark(text: str) -> None:
    """Say something beside the answer, where programs do not read it."""
    with suppress(OSError):  # there is nobody left to tell
        click.echo(printable(text), err=True)


def complain(sentence: str) -> None:
    remark(f"diptych: {sentence}")


def sentence_of(error: DiptychError) -> str:
    """What to tell about the error here, where there are options and commands to help with it."""
    match error:
        case PasswordNeeded():
            return f"{error} Give it with --password."
        case LibraryDamaged():
            return (
                f"{error} Or here: `diptych mend` saves what can be saved, `diptych restore` goes "
                "back to the newest backup, `diptych check` names all that is hurt."
            )
    return str(error)


def _print(text: str, *, newline: bool = True) -> None:
    """Print and flush.  Raises `AnswerLost`; where nobody listens any more, click ends us."""
    try:
        click.echo(text, nl=newline)
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_what_is_left()
        raise AnswerLost((error.strerror or "an error of the disk").lower()) from error


def _drop_what_is_left() -> None:
    """Let Python's own flush at the end find a place for what could not be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def printable(text: str) -> str:
    """`text` without what would steer a terminal: titles come out of foreign files."""
    return "".join("\ufffd" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    if character in _OVERRIDES:
        return True
    return unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t"
