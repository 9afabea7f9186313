"""What the style sheet promises the eye."""

import pytest
from PySide6.QtGui import QColor

from viewer.theme import DARK, LIGHT, Tokens


def contrast(one: str, other: str) -> float:
    """As WCAG 2 measures it, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_handle_of_a_scroll_bar_is_seen_on_every_ground(tokens: Tokens):
    for ground in (tokens.chrome, tokens.paper):
        assert contrast(tokens.handle, ground) >= 3
