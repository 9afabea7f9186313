"""The commands `check`, `backup`, `restore` and `mend`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from library.cli.options import json_option, library_option
from library.cli.output import say, say_json
from library.cli.progress import shown
from library.store.opening import checking
from library.store.safety.findings import Findings

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


def _findings_json(findings: Findings) -> dict[str, object]:
    return {
        "whole": not findings.sentences(),
        "notes": findings.notes,
        "hurt": [{**asdict(each), "harm": each.harm.name.lower()} for each in findings.things],
        "files": [asdict(each) for each in findings.files],
        "database": list(findings.structure),
    }
