"""Whether there is a screen to show the window on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

WITHOUT = (
    "There is no display to show the window on. "
    "`diptych import`, `list`, `show`, `annotate`, `annotations`, `bookmark` and `snapshot` "
    "work without one."
)


def missing_display(environment: Mapping[str, str], platform: str) -> str:
    """A sentence where there is no display, else ""."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    if not display or not _answers(display):
        return WITHOUT
    return ""


def _answers(display: str) -> bool:
    """False only where a local X server is named whose socket is not there."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    name = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - X11's own place
    abstract = Path("/proc/net/unix")
    return Path(name).exists() or (abstract.exists() and f"@{name}" in abstract.read_text())
