"""A real X server without a screen, and the program running on it, driven by its keys."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

NEEDED = ("Xvfb", "xdotool")
PATIENCE = 60  # seconds for a start on a slow machine


class Screen:
    """An X server of our own; the program's windows on it are found by their titles."""

    def __init__(self):
        missing = [tool for tool in NEEDED if shutil.which(tool) is None]
        if missing and os.environ.get("DIPTYCH_NEEDS_X11"):
            pytest.fail(f"{' and '.join(missing)} must be there, and is not.")
        if missing:
            pytest.skip(f"{' and '.join(missing)} is not installed")
        self._programs: list[subprocess.Popen] = []
        ours, theirs = os.pipe()
        command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x800x24"]
        self._server = subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[theirs], stderr=subprocess.DEVNULL
        )
        os.close(theirs)
        with os.fdopen(ours) as told:
            self.display = f":{told.readline().strip()}"

    def close(self):
        for program in self._programs:
            program.kill()
            program.communicate()
        self._server.terminate()
        self._server.wait()

    def start(self, home: Path, *arguments: str) -> subprocess.Popen:
        """Start the program, as its console script does."""
        environment = {
            **os.environ,
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "LC_ALL": "C.UTF-8",
        }
        program = subprocess.Popen(
            [sys.executable, "-m", "viewer", *arguments],
            env=environment,
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._programs.append(program)
        return program

    def window(self, title: str) -> str:
        """The id of the window with this in its title; waits for it, and gives it the keys."""
        found = self._xdotool("search", "--sync", "--onlyvisible", "--name", title)
        window = found.split()[-1]
        self._xdotool("windowfocus", "--sync", window)
        return window

    def wait_until(self, is_so: Callable[[], bool]):
        """Ask again and again, as long as a reader would wait."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, "It did not happen."
            self._xdotool("getmouselocation")  # a round trip to the server passes the time

    def press(self, *keys: str):
        self._xdotool("key", "--delay", "60", *keys)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
        return done.stdout
