"""What the list of facets shows, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from library.shelving.answer import FacetCount
from library.shelving.question import Facet

FEW = 6  # values of a facet, until more are asked for
MANY = 500

ORDER = (
    *(Facet.LANGUAGE, Facet.REPOSITORY, Facet.ARCHIVE_COLLECTION, Facet.PERSON, Facet.TAG),
    *(Facet.HAS, Facet.CHECKED, Facet.CLASSIFICATION, Facet.DECADE),
)
Counts = Mapping[Facet, Sequence[FacetCount]]
Chosen = Mapping[Facet, Set[str]]


@dataclass(frozen=True, slots=True)
class Heading:
    facet: Facet
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    facet: Facet
    value: str
    documents: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class More:
    """The line that shows more, or again fewer, values."""

    facet: Facet
    fewer: bool = False


FacetLine = Heading | FacetValue | More


def lines_of(
    counts: Counts, chosen: Chosen, opened: Set[Facet], folded: Set[Facet]
) -> Iterator[FacetLine]:
    """All lines.  `opened` facets show all their values, `folded` ones none."""
    for facet in ORDER:
        values = [*_values(facet, counts.get(facet, ()), chosen.get(facet, frozenset()))]
        if not values or _says_nothing(facet, values):
            continue
        yield Heading(facet, facet in folded)
        if facet in folded:
            continue
        many = len(values) > FEW + 1
        shown = values if facet in opened or not many else values[:FEW]
        yield from shown
        yield from (each for each in values[len(shown) :] if each.is_chosen)
        if many:
            yield More(facet, fewer=facet in opened)


def _values(facet: Facet, counts: Sequence[FacetCount], chosen: Set[str]) -> Iterator[FacetValue]:
    for count in counts:
        yield FacetValue(facet, count.value, count.documents, count.value in chosen)
    for value in sorted(chosen - {count.value for count in counts}):
        yield FacetValue(facet, value, 0, is_chosen=True)


def _says_nothing(facet: Facet, values: Sequence[FacetValue]) -> bool:
    """A library in which nothing was checked yet need not be asked what was."""
    return facet is Facet.CHECKED and [each.value for each in values] == ["none"]
