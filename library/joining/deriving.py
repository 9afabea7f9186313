"""The other side of what the reader made: the region of a passage, the passage of a region.

Told by the links as they are now; a better alignment tells better, and what the reader made
stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from library.alignment.quoting import find_quote
from library.joining.lighting import Lighting, Sureness
from library.joining.recognised import texts_of
from library.model.annotation import Annotation, Passage, Region, Target, passage_of
from library.model.document import Document, Version, VersionKind
from library.model.joined import Joined

_SHORTEST = 8  # characters of a quotation that is looked for in other texts


def derived(
    document: Document, joined: Joined, annotations: Iterable[Annotation]
) -> dict[str, tuple[Target, ...]]:
    """For each annotation, by its id, the targets that follow from those it was given."""
    deriving = _Deriving(document, joined)
    return {
        annotation.id: tuple(dict.fromkeys(deriving.of_all(annotation.targets)))
        for annotation in annotations
    }


class _Deriving:
    def __init__(self, document: Document, joined: Joined) -> None:
        self._lighting = Lighting(document, joined)
        self._joined = joined
        self._texts = texts_of(document, joined)

    def of_all(self, targets: Sequence[Target]) -> Iterator[Target]:
        """Nothing that the reader said anyway is said again."""
        versions = {target.version for target in targets if isinstance(target, Passage)}
        has_region = any(isinstance(target, Region) for target in targets)
        for target in targets:
            if isinstance(target, Region):
                yield from self._passages(target, versions)
                continue
            regions = [] if has_region else list(self._regions(target))
            yield from regions
            yield from self._elsewhere(target, regions, versions)

    def _regions(self, passage: Passage) -> Iterator[Region]:
        """Where the passage stands; only lines that are surely its own."""
        spots = self._lighting.spots(passage.version, passage.start, passage.end)
        sure = [spot for spot in spots if spot.sureness is not Sureness.LINE]
        for page, here in groupby(sure, key=lambda spot: spot.page):
            yield Region(page, tuple(spot.box for spot in here))

    def _passages(self, region: Region, known: set[str]) -> Iterator[Passage]:
        """The words under a region, in every text that is joined with the scan."""
        for version in self._texts:
            if version.id in known or version.kind is VersionKind.TRANSLATION:
                continue
            for start, end in self._lighting.words_in(version.id, region.page, region.boxes):
                yield passage_of(version.id, version.text, start, end)

    def _elsewhere(
        self, passage: Passage, regions: Sequence[Region], known: set[str]
    ) -> Iterator[Passage]:
        """The same words in other texts: by their place on the scan, else by the quotation."""
        for version in self._texts:
            if version.id in known:
                continue
            by_place = [
                found
                for region in regions
                for found in self._passages(region, known)
                if found.version == version.id
            ]
            yield from by_place or _quoted(version, passage)


def _quoted(version: Version, passage: Passage) -> Iterator[Passage]:
    """Where the quotation stands word for word, if it stands there once."""
    if len(passage.quote) < _SHORTEST:
        return
    places = find_quote(version.text, passage.quote)
    if len(places) == 1:
        yield passage_of(version.id, version.text, *places[0])
