"""The commands `check`, `backup`, `restore` and `mend`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.cli.progress import shown
from library.store.opening import backing_up_library, checking
from library.store.safety.backups import Backup, backups_in, contents_of
from library.store.safety.findings import Findings
from library.store.safety.mending import mending
from library.store.safety.restoring import LATEST, named_backup, restore

NOT_WHOLE = 1  # exit code


@click.command("check")
@library_option
@json_option
@click.option("--quick", is_flag=True, help="Leave out the files and the comparing of indexes.")
@click.pass_context
def check_command(context: click.Context, library: Path, *, as_json: bool, quick: bool) -> None:
    """Check that everything in the library is as it was saved."""
    findings = shown(checking(library, thoroughly=not quick))
    if as_json:
        say_json(_findings_json(findings))
    else:
        for sentence in findings.sentences() or (findings.summary(),):
            say(sentence)
    if findings.sentences():
        context.exit(NOT_WHOLE)


@click.command("backup")
@library_option
@json_option
@click.option("--list", "as_list", is_flag=True, help="List the backups there are, newest first.")
def backup_command(library: Path, *, as_json: bool, as_list: bool) -> None:
    """Back the library up now, or list its backups."""
    made = backups_in(library) if as_list else (shown(backing_up_library(library)),)
    if as_json:
        say_json([_backup_json(backup) for backup in made])
        return
    for backup in made:
        say(f"{backup.name}  {_contents_line(backup)}")
    if not made:
        remark("There are no backups yet.")


@click.command("restore")
@click.argument("name", default=LATEST, metavar="[NAME|NUMBER|latest]")
@library_option
def restore_command(name: str, library: Path) -> None:
    """Go back to a backup, the newest that is whole unless another is named.

    What is in the library now is kept aside.
    """
    backup = named_backup(library, name)
    aside = restore(library, backup)
    say(f"The library is as it was in {backup.name}: {_contents_line(backup)}.")
    say(f"What was there before is kept in {aside}.")


@click.command("mend")
@library_option
def mend_command(library: Path) -> None:
    """Save of a damaged library what can be saved.

    What cannot be read is taken from the history and from backups.  The damaged library is
    kept aside.
    """
    mended = shown(mending(library))
    for sentence in mended.sentences():
        say(sentence)
    say(f"What was there before is kept in {mended.aside}.")


def _contents_line(backup: Backup) -> str:
    contents = contents_of(backup.path)
    if contents is None:
        return "cannot be read"
    return f"{contents.documents:,} documents, {contents.notes:,} notes"


def _backup_json(backup: Backup) -> dict[str, object]:
    contents = contents_of(backup.path)
    return {
        "name": backup.name,
        "number": backup.number,
        "time": backup.time.isoformat(),
        "reason": backup.reason,
        "contents": None if contents is None else asdict(contents),
    }


def _findings_json(findings: Findings) -> dict[str, object]:
    return {
        "whole": not findings.sentences(),
        "notes": findings.notes,
        "hurt": [{**asdict(each), "harm": each.harm.name.lower()} for each in findings.things],
        "files": [asdict(each) for each in findings.files],
        "database": list(findings.structure),
    }
