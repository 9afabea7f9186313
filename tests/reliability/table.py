"""Tables on standard output."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(heads: Sequence[str], lines: Sequence[Sequence[object]]) -> None:
    texts = [list(map(str, line)) for line in (heads, *lines)]
    widths = [max(len(line[column]) for line in texts) for column in range(len(heads))]
    for line in texts:
        print("  ".join(text.rjust(width) for text, width in zip(line, widths, strict=True)))
