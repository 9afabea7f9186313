"""One table of what was measured, beside what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

BINS = 0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01

Judged = Sequence[tuple[float, bool]]  # of links: how sure they are said to be, whether right


@dataclass
class Table:
    rows: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def at_least(self, what: str, found: float, wanted: float) -> None:
        shown = f"≥ {wanted:g}" if wanted else ""
        self._add(what, f"{found:.4f}", shown, good=found >= wanted)

    def at_most(self, what: str, found: float, wanted: float, unit: str = "") -> None:
        shown = f"{found:d}" if isinstance(found, int) else f"{found:.4f}"
        self._add(what, f"{shown}{unit}", f"≤ {wanted:g}{unit}", good=found <= wanted)

    def note(self, what: str, found: str) -> None:
        """What nothing is wanted of."""
        self._add(what, found, "", good=True)

    def _add(self, what: str, found: str, wanted: str, *, good: bool) -> None:
        self.rows.append((what, found, wanted, good))
        print(f"{what:<56} {found:>12}  {wanted:<10} {'' if good else '← falls short'}", flush=True)


def print_reliability(name: str, judged: Judged) -> None:
    print(f"\ncertainty, {name:<12} links     right")
    for low, high in pairwise(BINS):
        here = [right for said, right in judged if low <= said < high]
        right = f"{sum(here) / len(here):9.5f}" if here else "        –"
        print(f"   {low:.2f} – {min(high, 1):.2f} {len(here):9} {right}")


def share_right(judged: Judged, certainty: float) -> float:
    """Of the links that are said to be so sure or more."""
    sure = [right for said, right in judged if said >= certainty]
    return sum(sure) / max(len(sure), 1)
