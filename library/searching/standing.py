"""Which passages are found, grouped by document: the best document first."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of passages of the index by the number of their document, each best first.

    A document that is found by its record's data alone, by its date say, has no passages.
    `is_whole` says whether there are no more.
    """

    passages: Mapping[int, array[int]] = field(default_factory=dict)  # arrays of type "q"
    is_whole: bool = False

    @property
    def documents(self) -> tuple[int, ...]:
        return tuple(self.passages)

    @property
    def places(self) -> int:
        return sum(map(len, self.passages.values()))


def grouped(passages: Iterable[int], shift: int) -> dict[int, array[int]]:
    """Documents in the order of their first passage; `passage >> shift` is the document's."""
    found: dict[int, array[int]] = {}
    for passage in passages:
        number = passage >> shift
        if number in found:
            found[number].append(passage)
        else:
            found[number] = array("q", (passage,))
    return found
