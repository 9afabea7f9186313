"""A drawn page becomes a picture in which ink is black and paper white."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from library.pages.contents import Pixels
from library.recognition.worker.developing import developed, grey


def drawn(picture):
    return Pixels(*picture.size, picture.convert("RGBA").tobytes())


def test_a_page_keeps_its_shades():
    page = grey(drawn(Image.new("L", (30, 20), 77)))
    assert (page.mode, page.size, page.getpixel((5, 5))) == ("L", (30, 20), 77)


def test_blue_ink_is_dark_and_yellowed_paper_light():
    blue, yellow = bytes((160, 40, 40, 255)), bytes((190, 230, 240, 255))  # blue comes first
    page = grey(Pixels(2, 1, blue + yellow))
    assert page.getpixel((0, 0)) < 90
    assert page.getpixel((1, 0)) > 200


def test_large_pages_are_read_smaller():
    page = grey(drawn(Image.new("L", (1600, 2500), 200)))
    assert page.width * page.height == pytest.approx(2_500_000, rel=0.01)
    assert page.width / page.height == pytest.approx(1600 / 2500, rel=0.01)


def test_faded_ink_in_a_shadow_becomes_black_on_white():
    across = np.linspace(240, 120, 600)
    page = Image.fromarray(np.tile(across, (400, 1)).astype(np.uint8))
    for place in range(40, 560, 40):
        shade = int(across[place] * 0.8)
        ImageDraw.Draw(page).rectangle((place, 100, place + 12, 300), fill=shade)
    even = np.asarray(developed(page))
    ink, paper = even[200, 46::40][:13], even[200, 26::40][1:14]
    assert ink.max() < 60
    assert paper.min() > 200


def test_an_empty_page_stays_empty():
    even = np.asarray(developed(Image.new("L", (300, 300), 200)))
    assert even.min() == even.max()
