"""The rows of the results: documents, some hits under each, and what is folded away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from enum import Enum, auto
from itertools import accumulate
from typing import NamedTuple

from library.searching.standing import Standing

SHOWN = 2  # hits under a document, unless it is unfolded


class Kind(Enum):
    DOCUMENT = auto()
    HIT = auto()
    MORE = auto()  # unfolds the rest of a document's hits
    SIMILAR = auto()  # unfolds what is similar
    SIMILAR_HIT = auto()


class Row(NamedTuple):
    """`document` is a place in the order of the documents; `nth` of its hits, or of the similar."""

    kind: Kind
    document: int = -1
    nth: int = 0


class Rows:
    """Says what stands in which row, however many there are."""

    def __init__(
        self,
        standing: Standing,
        unfolded: Collection[int] = (),
        similar: int = 0,
        *,
        similar_unfolded: bool = False,
    ) -> None:
        """`unfolded` are numbers of documents; `similar` is how many such hits there are to show,
        0 where there is nothing to tell of."""
        self.documents = standing.documents
        self._hits = [
            len(found) if number in unfolded else min(len(found), SHOWN)
            for number, found in standing.passages.items()
        ]
        more = (
            len(found) > shown
            for found, shown in zip(standing.passages.values(), self._hits, strict=True)
        )
        sizes = (1 + shown + folded for shown, folded in zip(self._hits, more, strict=True))
        self._starts = [*accumulate(sizes, initial=0)]
        self._similar = similar if similar_unfolded else 0
        self._tells_similar = similar > 0

    def __len__(self) -> int:
        return self._starts[-1] + self._tells_similar + self._similar

    def __getitem__(self, row: int) -> Row:
        end = self._starts[-1]
        if row >= end:
            return Row(Kind.SIMILAR_HIT, nth=row - end - 1) if row > end else Row(Kind.SIMILAR)
        document = bisect_right(self._starts, row) - 1
        nth = row - self._starts[document] - 1
        if nth < 0:
            return Row(Kind.DOCUMENT, document)
        return Row(Kind.HIT if nth < self._hits[document] else Kind.MORE, document, nth)

    def start(self, document: int) -> int:
        """The row of a document."""
        return self._starts[document]

    def row_of(self, row: Row) -> int:
        """Where this row stands."""
        if row.kind in (Kind.SIMILAR, Kind.SIMILAR_HIT):
            return self._starts[-1] + (row.nth + 1 if row.kind is Kind.SIMILAR_HIT else 0)
        return self._starts[row.document] + (0 if row.kind is Kind.DOCUMENT else row.nth + 1)
