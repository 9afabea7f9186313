"""Showing how far long work is: on one line of a terminal, else a line for each step."""

from __future__ import annotations

import sys
from collections.abc import Generator
from typing import TypeVar

import click

from library.cli.output import printable
from library.progress import Progress

T = TypeVar("T")

_CLEAR = "\r\x1b[K"


def shown(work: Generator[Progress, None, T]) -> T:
    """Do the work to its end, show its progress on stderr, and return its result."""
    show = _OnTerminal() if sys.stderr.isatty() else _InLines()
    try:
        while True:
            show(next(work))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        show.finish()


class _OnTerminal:
    def __call__(self, progress: Progress) -> None:
        text = printable(f"{progress.doing} ({progress.done + 1} of {progress.total})")
        click.echo(f"{_CLEAR}{text}", nl=False, err=True)

    def finish(self) -> None:
        click.echo(_CLEAR, nl=False, err=True)


class _InLines:
    def __init__(self) -> None:
        self._said = ""

    def __call__(self, progress: Progress) -> None:
        if progress.doing != self._said and progress.done < progress.total:
            self._said = progress.doing
            click.echo(printable(progress.doing), err=True)

    def finish(self) -> None:
        pass
