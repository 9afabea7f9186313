"""The program's start.  Thin: every reading process imports this module again."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Run the command line, whose `open` command shows the window."""
    if _will_read(sys.argv[1:]):
        # Before anything else: its imports take as long as ours, and go on beside them.
        from library.pages.starting import start_ahead  # noqa: PLC0415

        start_ahead()
    # Here and not above: a reading process needs neither click nor SQLite nor Qt.
    from viewer.commands import cli  # noqa: PLC0415

    cli(prog_name="diptych")


def _will_read(arguments: list[str]) -> bool:
    """Whether the window will open, or a file is named."""
    return not arguments or any(Path(argument).exists() for argument in arguments)


if __name__ == "__main__":
    main()
