"""Draws a typed page as a scanner would see it: gray, a little skew, unevenly inked.

Lengths are in pixels of a scan of 200 dots to the inch.  All chance comes from the page's
number, so that a page always looks the same.
"""

import random
import re
from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from resources import font_files
from resources.guide.memorandum import page_number

DPI = 200
SIZE = (1700, 2200)  # letter
PITCH = 20  # ten characters to the inch
LEADING = 53  # a little over one and a half lines
COLUMNS = 63
LEFT, TOP = 215, 240
INDENT = 5  # columns
FACE_SIZE = 35

_PAPER = 240
_BED = 96  # what shows past the edge of the sheet
_SKEWS = (0.32, -0.45, 0.21)  # degrees
_TEACUP = (1130, 1700, 1490, 2062)  # the ring on page 2: left, top, right, bottom


def typed_page(number: int, paragraphs: Sequence[str]) -> Image.Image:
    """The page of this number (from 1), its paragraphs marked up as in `memorandum`."""
    chance = random.Random(number)  # noqa: S311 - looks, not secrets
    sheet = _paper(chance)
    if number == 2:  # the page that speaks of the teacup
        sheet = ImageChops.multiply(sheet, _ring(chance))
    ink = _typed(chance, list(_lines(number, paragraphs)))
    sheet = ImageChops.multiply(sheet, ImageChops.invert(ink))
    return _on_the_scanner(sheet, _SKEWS[(number - 1) % len(_SKEWS)])


def _lines(number: int, paragraphs: Sequence[str]) -> Iterator[str]:
    if number > 1:
        yield page_number(number).center(COLUMNS)
        yield ""
    for paragraph in paragraphs:
        head, tabs, tail = paragraph.rpartition("\t")
        if head.strip():
            yield f"{head.strip()}{tail:>{COLUMNS - len(head.strip())}}"
            yield ""
        else:
            yield from _wrapped(" " * INDENT * len(tabs) + tail)
        if paragraph.startswith("Subject:"):  # the head ends with it
            yield ""


def _wrapped(paragraph: str) -> Iterator[str]:
    line = ""
    for word in re.findall(r"\s*\S+", paragraph):
        if line and len((line + word).replace("_", "")) > COLUMNS:
            yield line
            line = word.lstrip()
        else:
            line += word
    yield line


def _typed(chance: random.Random, lines: Sequence[str]) -> Image.Image:
    """The ink alone: 0 where there is none."""
    ink = Image.new("L", SIZE, 0)
    typist = _Typist(chance, ink)
    for row, line in enumerate(lines):
        typist.type_line(line, TOP + row * LEADING)
    ribbon = _clouds(chance, 30, low=200, high=255)
    return ImageChops.multiply(ink.filter(ImageFilter.GaussianBlur(0.7)), ribbon)


class _Typist:
    """Strikes one type at a time; each type sits a little off, and no stroke is the same."""

    def __init__(self, chance: random.Random, ink: Image.Image) -> None:
        face = next(file for file in font_files() if file.stem == "SpecialElite")
        self._font = ImageFont.truetype(face, FACE_SIZE)
        self._pen = ImageDraw.Draw(ink)
        self._chance = chance
        self._underlining = False  # goes on over the end of a line
        # One machine typed all pages: its worn types do not depend on the page.
        machine = random.Random("machine")  # noqa: S311 - looks, not secrets
        types = [chr(code) for code in range(33, 127)]
        self._wear = {
            letter: (machine.gauss(0, 0.5), machine.gauss(0, 0.9), machine.gauss(0, 9))
            for letter in types
        }

    def type_line(self, line: str, baseline: float) -> None:
        column = 0
        baseline += self._chance.gauss(0, 0.8)
        for letter in line:
            if letter == "_":
                self._underlining = not self._underlining
                continue
            place = LEFT + (column + 0.5) * PITCH
            if letter != " ":
                self._strike(letter, place, baseline)
            if self._underlining:
                self._underline(place, baseline)
            column += 1

    def _strike(self, letter: str, x: float, baseline: float) -> None:
        aside, aloft, wear = self._wear[letter]
        x += aside + self._chance.gauss(0, 0.35)
        y = baseline + aloft + self._chance.gauss(0, 0.45)
        self._pen.text((x, y), letter, self._force(wear), self._font, anchor="ms")

    def _underline(self, x: float, baseline: float) -> None:
        y = baseline + 9 + self._chance.gauss(0, 0.5)
        self._pen.line((x - PITCH / 2, y, x + PITCH / 2, y), self._force(-25), width=2)

    def _force(self, wear: float) -> int:
        return max(120, min(235, round(204 + wear + self._chance.gauss(0, 15))))


def _paper(chance: random.Random) -> Image.Image:
    sheet = Image.new("L", SIZE, _PAPER)
    sheet = ImageChops.multiply(sheet, _clouds(chance, 7, low=240, high=255))
    sheet = ImageChops.multiply(sheet, _clouds(chance, 700, low=243, high=255))
    pen = ImageDraw.Draw(sheet)
    for _ in range(70):
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        r = chance.choice((0.6, 0.9, 1.4))
        pen.ellipse((x - r, y - r, x + r, y + r), fill=chance.randrange(120, 195))
    return ImageChops.multiply(sheet.filter(ImageFilter.GaussianBlur(0.6)), _fold(chance))


def _fold(chance: random.Random) -> Image.Image:
    """White, but for the shadow where the sheet was once folded in two."""
    shade = Image.new("L", SIZE, 255)
    y = SIZE[1] // 2 + chance.randrange(-12, 12)
    pen = ImageDraw.Draw(shade)
    pen.line((0, y, SIZE[0], y + chance.randrange(-5, 5)), fill=222, width=3)
    pen.line((0, y + 4, SIZE[0], y + 4), fill=245, width=9)
    return shade.filter(ImageFilter.GaussianBlur(2.2))


def _ring(chance: random.Random) -> Image.Image:
    """White, but for the ring that a teacup left."""
    tea = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(tea)
    left, top, right, bottom = _TEACUP
    pen.ellipse(_TEACUP, fill=9)
    pen.ellipse(_TEACUP, outline=60, width=17)
    pen.ellipse((left + 2, top - 1, right + 1, bottom - 2), outline=110, width=4)
    tea = tea.filter(ImageFilter.GaussianBlur(2.5))
    dried = _clouds(chance, 9, low=25, high=255)
    return ImageChops.invert(ImageChops.multiply(tea, dried))


def _clouds(chance: random.Random, detail: int, *, low: int, high: int) -> Image.Image:
    """Soft noise between `low` and `high`, about `detail` spots across the page."""
    across, down = detail, detail * SIZE[1] // SIZE[0]
    noise = Image.frombytes("L", (across, down), chance.randbytes(across * down))
    soft = noise.resize(SIZE, Image.Resampling.BICUBIC)
    return soft.point([low + value * (high - low) // 255 for value in range(256)])


def _on_the_scanner(sheet: Image.Image, skew: float) -> Image.Image:
    """The sheet, not quite straight, a sliver of the scanner's bed past its edges."""
    trimmed = sheet.crop((6, 5, SIZE[0] - 9, SIZE[1] - 7))
    bed = Image.new("L", SIZE, _BED)
    bed.paste(trimmed, (6, 5))
    turned = bed.rotate(skew, Image.Resampling.BICUBIC, fillcolor=_BED)
    return turned.filter(ImageFilter.GaussianBlur(0.4))
