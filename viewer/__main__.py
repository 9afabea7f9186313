"""The program's start.  Thin: every reading process imports this module again."""

from __future__ import annotations


def main() -> None:
    """Run the command line, whose `open` command shows the window."""
    # Here and not above: a reading process needs neither click nor SQLite nor Qt.
    from viewer.commands import cli  # noqa: PLC0415

    cli(prog_name="diptych")


if __name__ == "__main__":
    main()
