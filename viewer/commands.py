"""The commands that need Qt: `open` (the window) and `snapshot` (a picture of it).

Qt is imported only when one of them runs, after the reading process was started, so that
both come up at the same time; and so that the other commands work where Qt cannot.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from library.cli import cli, library_option, password_option
from library.cli.joined import joined_document
from library.cli.progress import shown
from library.pages.pool import ReadingPool
from viewer.display import missing_display

__all__ = ["cli"]


class _Size(click.ParamType[tuple[int, int]]):
    """Width and height in pixels, as in "1600x1000"."""

    name = "WIDTHxHEIGHT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        width, _, height = str(value).lower().partition("x")
        if not (width.isdigit() and height.isdigit()):
            self.fail(f"“{value}” is not a size such as 1600x1000.", param, ctx)
        if not all(400 <= int(side) <= 8000 for side in (width, height)):
            self.fail("A picture has 400 to 8000 pixels each way.", param, ctx)
        return int(width), int(height)


SIZE = _Size()


@cli.command("open")
@click.argument("paths", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option(
    "--safe-mode", is_flag=True, help="With usual settings, without tabs and background work."
)
@library_option
@password_option
def open_window(
    paths: tuple[Path, ...], library: Path, password: str | None, *, safe_mode: bool
) -> None:
    """Open the window, with these files and folders."""
    problem = missing_display(os.environ, sys.platform)
    if problem:
        raise click.ClickException(problem)
    pool = ReadingPool()
    app = _with_qt("viewer.app")
    files = [path.resolve() for path in paths]
    sys.exit(app.run(files, library, password, pool, safe_mode=safe_mode))


@cli.command("snapshot")
@click.argument("document", metavar="FILE|ID")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.png")
@click.option("--page", type=click.IntRange(min=1), help="The page of the file to show, from 1.")
@click.option("--size", type=SIZE, default="1600x1000", show_default=True, help="In pixels.")
@click.option("--dark", is_flag=True, help="Draw in the dark colours.")
@click.option("--hover", default="", metavar="WORDS", help="Light up these words on both sides.")
@click.option("--lines", is_flag=True, help="Draw each line of the scan above its words.")
@click.option("--no-ocr", is_flag=True, help="Find no new words: join by what is known.")
@library_option
@password_option
def snapshot(
    document: str,
    out: Path,
    page: int | None,
    size: tuple[int, int],
    hover: str,
    library: Path,
    password: str | None,
    *,
    dark: bool,
    lines: bool,
    no_ocr: bool,
) -> None:
    """Draw a document's tab as a reader would see it, without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    pool = ReadingPool()
    try:
        snapshots = _with_qt("viewer.snapshot")
        wanted = snapshots.Wanted(document, library, password, page, size, dark, hover, lines)
        work = joined_document(document, library, password, pool, recognises=not no_ocr)
        snapshots.take(wanted, out, pool, shown(work) if hover or lines else None)
    finally:
        pool.close()


def _with_qt(module: str) -> ModuleType:
    """Import a module of the window, or say which system packages it lacks."""
    try:
        return import_module(module)
    except ImportError as error:
        if "PySide6" in str(error) or ".so" in str(error):
            raise click.ClickException(
                f"The window cannot start: {error}. On Debian, install libegl1 libgl1 "
                "libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxkbcommon-x11-0."
            ) from error
        raise
