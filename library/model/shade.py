"""The eight colours as they are shown (Zotero's): "#rrggbb"."""

from __future__ import annotations

from collections.abc import Mapping

from library.model.annotation import Colour

SHADES: Mapping[Colour, str] = {
    Colour.YELLOW: "#ffd400",
    Colour.RED: "#ff6666",
    Colour.GREEN: "#5fb236",
    Colour.BLUE: "#2ea8e5",
    Colour.PURPLE: "#a28ae5",
    Colour.MAGENTA: "#e56eee",
    Colour.ORANGE: "#f19837",
    Colour.GREY: "#aaaaaa",
}


def nearest_colour(shade: str) -> Colour:
    """Of a foreign "#rrggbb": the colour that looks most like it; yellow where it is none."""
    wanted = _parts(shade)
    if wanted is None:
        return Colour.YELLOW

    def distance(colour: Colour) -> int:
        ours = _parts(SHADES[colour]) or wanted
        return sum((one - other) ** 2 for one, other in zip(ours, wanted, strict=True))

    return min(SHADES, key=distance)


def _parts(shade: str) -> tuple[int, ...] | None:
    try:
        return tuple(bytes.fromhex(shade.removeprefix("#"))[:3]) if len(shade) == 7 else None
    except ValueError:
        return None
