"""What the program says where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.display import missing_display


def run(*arguments: str) -> subprocess.CompletedProcess:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        env={name: value for name, value in os.environ.items() if name not in hidden},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_need_no_display(option):
    done = run(option)
    assert done.returncode == 0
    assert "iptych" in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_display_one_sentence_names_what_works():
    done = run()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("diptych: There is no display")
    assert "snapshot" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "platform", "missing"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ":98765"}, "linux", True),
        ({"DISPLAY": "far.example:0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", False),
        ({}, "win32", False),
    ],
)
def test_a_display_is_missing_only_where_none_can_answer(environment, platform, missing):
    assert bool(missing_display(environment, platform)) is missing
