"""What ships with the program is there, and licensed."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

import viewer
from resources import font_files, icon_file

# A style sheet cannot give an icon a colour.
OWN_COLOUR = {"diptych", "chevron-down-soft", "check-light", "check-dark"}
SHIPPED = sorted(file.stem for file in icon_file("x").parent.glob("*.svg"))
LUCIDE = [name for name in SHIPPED if name not in OWN_COLOUR]


@pytest.mark.parametrize("name", LUCIDE)
def test_an_icon_is_drawn_in_the_palettes_colour(name):
    root = ET.fromstring(icon_file(name).read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("viewBox") == "0 0 24 24"


def test_the_program_has_an_icon_of_its_own(qapp):
    picture = QImage(str(icon_file("diptych")))
    assert picture.width() == picture.height() > 0
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(0, 24, 2)}
    assert len(colours) > 2


def test_no_icon_ships_that_the_program_does_not_show():
    sources = Path(viewer.__file__).parent.rglob("*.py")
    program = "".join(source.read_text(encoding="utf-8") for source in sources)
    assert [name for name in SHIPPED if f'"{name}"' not in program] == []


def test_every_typeface_has_its_licence_beside_it():
    families = {file.stem.split("-")[0] for file in font_files()}
    assert families == {"GentiumPlus", "SpecialElite"}
    folder = font_files()[0].parent
    assert {file.name.split("-")[0] for file in folder.glob("*LICENSE.txt")} == families
    assert (icon_file("x").parent / "LUCIDE-LICENSE.txt").exists()
