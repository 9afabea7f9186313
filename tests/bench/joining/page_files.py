"""PAGE and ALTO files, as far as the measured sets need them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from library.model.geometry import Box
from tests.bench.joining.truth import TrueLine

_MENDED = {  # the file has a word of this line on the next one
    "unſer alter Senn ein weiches Moosbett": "unſer alter Senn ein weiches Moosbett mir",
    "mir unter dem Schatten gezimmert.“": "unter dem Schatten gezimmert.“",
}

Element = ElementTree.Element
Blocks = list[list[TrueLine]]


def read_page(path: Path, page: int) -> Blocks:
    """The lines of a PAGE file by region; within it from the top, whatever the file says."""
    root = _root(path)
    sheet = next(_all(root, "Page"))
    size = float(sheet.get("imageWidth", 1)), float(sheet.get("imageHeight", 1))
    return [
        sorted(
            (_page_line(line, size, page) for line in _all(region, "TextLine")),
            key=lambda line: line.box.top + line.box.bottom,
        )
        for region in _all(root, "TextRegion")
    ]


def _page_line(line: Element, size: tuple[float, float], page: int) -> TrueLine:
    words = tuple((_text(word), _box(word, size)) for word in line if _name(word) == "Word")
    text = _MENDED.get(_text(line), _text(line))
    return TrueLine(page, text, _box(line, size), words, _outline(line, size))


def _text(element: Element) -> str:
    for child in element:
        if _name(child) == "TextEquiv":
            return next(_all(child, "Unicode")).text or ""
    return ""


def _box(element: Element, size: tuple[float, float]) -> Box:
    x, y = zip(*_outline(element, size), strict=True)
    return Box(min(x), min(y), max(x), max(y))


def _outline(element: Element, size: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    coords = next(child for child in element if _name(child) == "Coords")
    points = (map(float, point.split(",")) for point in coords.get("points", "").split())
    return tuple((x / size[0], y / size[1]) for x, y in points)


def read_alto(path: Path, page: int) -> Blocks:
    """The lines of an ALTO file by block."""
    root = _root(path)
    sheet = next(_all(root, "Page"))
    size = float(sheet.get("WIDTH", 1)), float(sheet.get("HEIGHT", 1))
    return [
        [_alto_line(line, size, page) for line in _all(block, "TextLine")]
        for block in _all(root, "TextBlock")
    ]


def _alto_line(line: Element, size: tuple[float, float], page: int) -> TrueLine:
    text = " ".join(each.get("CONTENT", "") for each in _all(line, "String"))
    left, top, width, height = (
        float(line.get(name, 0)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")
    )
    box = Box(left / size[0], top / size[1], (left + width) / size[0], (top + height) / size[1])
    points = iter(float(each) for each in next(_all(line, "Polygon")).get("POINTS", "").split())
    outline = tuple((x / size[0], y / size[1]) for x, y in zip(points, points, strict=True))
    return TrueLine(page, text, box, outline=outline)


def _root(path: Path) -> Element:
    return ElementTree.parse(path).getroot()  # noqa: S314 - the sets are ours


def _all(element: Element, name: str):
    return (each for each in element.iter() if _name(each) == name)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
