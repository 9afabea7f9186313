"""`diptych` itself: `diptych FILE` opens the window, errors are one sentence, exit codes say which.

0 all is well, 1 a `DiptychError`, 2 wrong usage, 3 some files of an import failed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import IO, Any

import click
from click_default_group import DefaultGroup

from library import __version__
from library.cli.output import complain, sentence_of
from library.errors import DiptychError


class Failure(click.ClickException):
    """Ends the program with a sentence for the reader."""

    def show(self, file: IO[Any] | None = None) -> None:
        complain(self.message)


class DiptychGroup(DefaultGroup, click.Group):  # type: ignore[misc] # the first has no types
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest: list[str] = super().parse_args(ctx, _command_first(args, self.commands))
        return rest

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError:
            raise
        except click.ClickException as error:
            raise Failure(error.message) from error
        except DiptychError as error:
            raise Failure(sentence_of(error)) from error


def _command_first(args: list[str], commands: Collection[str]) -> list[str]:
    """`--library DIR list` as `list --library DIR`: the option belongs to each command."""
    options = 2 if args[:1] == ["--library"] else 1
    before, rest = args[:options], args[options:]
    if before and before[0].startswith("--library") and rest and rest[0] in commands:
        return [rest[0], *before, *rest[1:]]
    return args


@click.group(cls=DiptychGroup, default="open", default_if_no_args=True)
@click.version_option(__version__, message="diptych %(version)s")
def cli() -> None:
    """Read archive documents: the scan beside the transcript, with your own notes.

    `diptych FILE...` opens the window.  The other commands need no display.
    """
