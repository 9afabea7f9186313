"""Running commands of `diptych` in the tests' own process."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from library.cli import cli


def run(*arguments: object, code: int = 0) -> Result:
    """The command's result, which must end with this exit code."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def answer(*arguments: object) -> Any:
    """What the command answers to a program."""
    return json.loads(run(*arguments, "--json").stdout)
