"""What the program ships with: fonts, icons and the guide."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def guide_file() -> Path:
    """The guide to Diptych, a PDF in the shape of an archive record."""
    return _FOLDER / "guide" / "guide.pdf"


def font_files() -> tuple[Path, ...]:
    """The typefaces, in order of their names."""
    return tuple(sorted((_FOLDER / "fonts").glob("*.ttf")))


def icon_file(name: str) -> Path:
    """The SVG of the icon of this name ("highlighter"); "diptych" is the program's own.

    Lucide icons draw in `currentColor`, which whoever shows them replaces.
    """
    return _FOLDER / "icons" / f"{name}.svg"
