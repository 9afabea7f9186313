"""Targets as selectors of the W3C Web Annotation Data Model, and back.

Passages are told by a TextQuoteSelector and a TextPositionSelector (code points, as the
model requires); boxes by a FragmentSelector `xywh=percent:` (media fragments), several boxes
and polygons by an SvgSelector in a square of 100 units.  Rounding in these would lose what
the reader made, so the exact numbers stand beside them in terms of our own.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import Any

from library.model.annotation import Passage, Point, Region
from library.model.geometry import Box

Json = Mapping[str, Any]

BOXES, POLYGON = "diptych:boxes", "diptych:polygon"
_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
_XYWH = re.compile(r"xywh=percent:" + ",".join([r"(-?[\d.]+(?:[eE]-?\d+)?)"] * 4))
_NUMBER = r"-?\d+(?:\.\d+)?"
_RECT = re.compile(
    rf'<rect x="({_NUMBER})" y="({_NUMBER})" width="({_NUMBER})" height="({_NUMBER})"'
)
_POINTS = re.compile(r'<polygon points="([^"]*)"')
_DIGITS = 4  # of a hundredth of the page


def passage_selectors(passage: Passage) -> list[Json]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": passage.quote,
            "prefix": passage.before,
            "suffix": passage.after,
        },
        {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
    ]


def region_selector(region: Region) -> Json:
    exact: dict[str, Any] = {BOXES: [list(astuple(box)) for box in region.boxes]}
    if region.polygon:
        exact[POLYGON] = [list(point) for point in region.polygon]
    if region.polygon or len(region.boxes) != 1:
        return {"type": "SvgSelector", "value": _svg(region), **exact}
    (box,) = region.boxes
    edges = box.left, box.top, box.width, box.height
    value = "xywh=percent:" + ",".join(_percent(edge) for edge in edges)
    return {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": value, **exact}


def passage_of_selectors(version: str, selectors: Sequence[Json]) -> Passage | None:
    """None where the selectors tell no place in a text."""
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), None)
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), None)
    if quote is None and position is None:
        return None
    exact = str((quote or {}).get("exact", ""))
    start = _count((position or {}).get("start"))
    return Passage(
        version,
        start,
        _count((position or {}).get("end")) if position else start + len(exact),
        exact,
        str((quote or {}).get("prefix", "")),
        str((quote or {}).get("suffix", "")),
    )


def boxes_of_selectors(selectors: Iterable[Json]) -> tuple[tuple[Box, ...], tuple[Point, ...]]:
    """The boxes and the polygon that the first selector of a region tells; none where none does."""
    for selector in selectors:
        if BOXES in selector:
            corners = tuple((float(x), float(y)) for x, y in selector.get(POLYGON, ()))
            return tuple(Box(*map(float, edges)) for edges in selector[BOXES]), corners
        value = str(selector.get("value", ""))
        if selector.get("type") == "FragmentSelector" and (match := _XYWH.search(value)):
            return (_box(match.groups()),), ()
        if selector.get("type") == "SvgSelector":
            return _shapes(value)
    return (), ()


def _svg(region: Region) -> str:
    shapes = [
        f'<rect x="{_percent(box.left)}" y="{_percent(box.top)}" '
        f'width="{_percent(box.width)}" height="{_percent(box.height)}"/>'
        for box in (() if region.polygon else region.boxes)
    ]
    if region.polygon:
        points = " ".join(f"{_percent(x)},{_percent(y)}" for x, y in region.polygon)
        shapes.append(f'<polygon points="{points}"/>')
    body = "".join(shapes)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" '
        f'preserveAspectRatio="none">{body}</svg>'
    )


def _shapes(svg: str) -> tuple[tuple[Box, ...], tuple[Point, ...]]:
    """The rectangles of an SVG, or its first polygon and what encloses it.

    Read by patterns: a foreign SVG is never parsed as XML, nor drawn.
    """
    polygon = _POINTS.search(svg)
    if polygon is None:
        return tuple(_box(match) for match in _RECT.findall(svg)), ()
    numbers = [float(number) / 100 for number in re.findall(_NUMBER, polygon[1])]
    corners = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    if not corners:
        return (), ()
    (xs, ys) = zip(*corners, strict=True)
    return (Box.between(min(xs), min(ys), max(xs), max(ys)),), corners


def _box(numbers: Sequence[str]) -> Box:
    left, top, width, height = (float(number) / 100 for number in numbers)
    return Box.between(left, top, left + width, top + height)


def _percent(part: float) -> str:
    return f"{part * 100:.{_DIGITS}f}".rstrip("0").rstrip(".")


def _count(value: object) -> int:
    return max(value, 0) if isinstance(value, int) else 0
