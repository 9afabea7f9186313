"""What ships with the program is there, and licensed."""

from xml.etree import ElementTree as ET

import pytest

from resources import font_files, icon_file

LUCIDE = sorted(p.stem for p in icon_file("x").parent.glob("*.svg") if p.stem != "diptych")


@pytest.mark.parametrize("name", LUCIDE)
def test_an_icon_is_drawn_in_the_palettes_colour(name):
    root = ET.fromstring(icon_file(name).read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("viewBox") == "0 0 24 24"


def test_the_program_has_an_icon_of_its_own():
    ET.fromstring(icon_file("diptych").read_text(encoding="utf-8"))  # noqa: S314 - our own file


def test_every_typeface_has_its_licence_beside_it():
    families = {file.stem.split("-")[0] for file in font_files()}
    assert families == {"GentiumPlus", "SpecialElite"}
    folder = font_files()[0].parent
    assert {file.name.split("-")[0] for file in folder.glob("*LICENSE.txt")} == families
    assert (icon_file("x").parent / "LUCIDE-LICENSE.txt").exists()
