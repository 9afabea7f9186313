"""A line of text with italics in it, as plain text and as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,]")


@dataclass(frozen=True, slots=True)
class Styled:
    """Runs of text; every other one, from the second on, is in italics."""

    runs: tuple[str, ...] = ("",)

    @property
    def plain(self) -> str:
        return "".join(self.runs)

    @property
    def html(self) -> str:
        """A fragment for a paragraph; addresses are links."""
        return "".join(
            f"<i>{_linked(run)}</i>" if nth % 2 else _linked(run)
            for nth, run in enumerate(self.runs)
            if run
        )

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __add__(self, more: Styled | str) -> Styled:
        other = more.runs if isinstance(more, Styled) else (more,)
        if len(self.runs) % 2:  # ends upright
            return Styled((*self.runs[:-1], self.runs[-1] + other[0], *other[1:]))
        return Styled((*self.runs, *other))

    def ends_with(self, marks: str) -> bool:
        return self.plain.rstrip("”’").endswith(tuple(marks))


def italic(text: str) -> Styled:
    return Styled(("", text, "")) if text else Styled()


def joined(parts: Iterable[Styled | str], by: str) -> Styled:
    """The parts that say something."""
    whole = Styled()
    for part in parts:
        if part:
            whole = whole + (by if whole else "") + part
    return whole


def sentences(parts: Iterable[Styled | str]) -> Styled:
    """The parts that say something, each ended by a full stop, unless it ends by itself."""
    whole = Styled()
    for part in parts:
        if not part:
            continue
        said = Styled() + part
        address = _ADDRESS.fullmatch(said.plain) is not None
        ended = said.ends_with(".?!") and not address
        whole = whole + (" " if whole else "") + said + ("" if ended else ".")
    return whole


def _linked(run: str) -> str:
    pieces, done = [], 0
    for match in _ADDRESS.finditer(run):
        address = escape(match[0])
        pieces += [escape(run[done : match.start()]), f'<a href="{address}">{address}</a>']
        done = match.end()
    return "".join((*pieces, escape(run[done:])))
