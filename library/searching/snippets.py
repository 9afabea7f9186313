"""A hit with some of the text around it, on one line."""

from __future__ import annotations

from dataclasses import dataclass

AROUND = 70  # code points before and after the hit
LONGEST = 200  # code points of the hit itself


@dataclass(frozen=True, slots=True)
class Snippet:
    before: str
    hit: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.hit}{self.after}"


def snippet_of(text: str, start: int, end: int) -> Snippet:
    """The hit is `text[start:end]`; white space is folded, words are cut only if too long."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + (before.partition(" ")[2] or before)
    if end + AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    hit = text[start:end] if end - start <= LONGEST else text[start : start + LONGEST] + "…"
    return Snippet(_on_one_line(before), _on_one_line(hit), _on_one_line(after))


def _on_one_line(text: str) -> str:
    """As `" ".join(text.split())`, with a space kept at each end."""
    inside = " ".join(text.split())
    if not inside:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inside}{' ' * text[-1].isspace()}"
