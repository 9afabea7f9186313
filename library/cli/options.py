"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from library.store.store import default_folder

library_option = click.option(
    "--library",
    type=click.Path(path_type=Path, file_okay=False),
    default=default_folder,
    show_default="your data folder",
    metavar="DIR",
    help="The folder of the library.",
)
password_option = click.option(
    "--password", metavar="WORD", help="The password of files that are protected with one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
