"""Foreign annotations find their place in a document of this library.

By the text's id, where the passage is from a wording of it that is known; else by the quoted
words and what stood around them, in the text that they name and then in the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from library.alignment.anchoring.finding import Finder
from library.model.anchor import Anchor, AnchorState
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Passage,
    Region,
    Target,
    fits,
    passage_of,
)
from library.model.document import Document, Version

Texts = Callable[[str], Sequence[str]]  # all that a version has said, by its id


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation as one of a document.

    `anchors` are of those passages that say of their place what they said in the file, and do
    not, or not surely, stand there.  Where not all targets have a place, it is not `whole`.
    """

    annotation: Annotation
    whole: bool
    anchors: Mapping[Passage, Anchor] = field(default_factory=dict)

    @property
    def is_doubtful(self) -> bool:
        return not all(anchor.is_sure for anchor in self.anchors.values())


class Placing:
    """Places annotations in one document."""

    def __init__(self, document: Document, texts: Texts) -> None:
        self._document = document
        self._texts = texts
        self._finders: dict[str, Finder] = {}

    def placed(self, annotation: Annotation, labels: Mapping[str, str]) -> Placed:
        """`labels` are the names that the file gives to its texts, by their ids.

        What has no place stays as a note on the whole document, with the words that it was
        about.
        """
        anchors: dict[Passage, Anchor] = {}
        found = [(each, self._placed(each, labels, anchors)) for each in annotation.targets]
        targets = tuple(place for _, place in found if place is not None)
        lost = [target for target, place in found if place is None]
        moved = replace(annotation, document=self._document.id, targets=targets)
        if not lost:
            return Placed(moved, whole=True, anchors=anchors)
        return Placed(_with_words(moved, lost), whole=False, anchors=anchors)

    def _placed(
        self, target: Target, labels: Mapping[str, str], anchors: dict[Passage, Anchor]
    ) -> Target | None:
        if isinstance(target, Region):
            there = 0 <= target.page < len(self._document.pages) and target.boxes
            return target if there else None
        own = self._document.version(target.version)
        if own is not None and any(fits(target, text) for text in self._texts(own.id)):
            if not fits(target, own.text):
                anchors[target] = self._finder(own).anchor(target)
            return target  # as it was said of this very text
        return self._searched(target, labels, anchors)

    def _searched(
        self, passage: Passage, labels: Mapping[str, str], anchors: dict[Passage, Anchor]
    ) -> Passage | None:
        asked: list[tuple[Passage, Anchor]] = []
        for version, anchor in self._anchors(passage, labels):
            if anchor.is_sure and anchor.place:
                return passage_of(version.id, version.text, *anchor.place)
            if anchor.state is AnchorState.PLEASE_CHECK:
                asked.append((replace(passage, version=version.id), anchor))
        if not asked:
            return None
        kept, anchor = max(asked, key=lambda each: each[1].candidates[0].likeness)
        anchors[kept] = anchor
        return kept

    def _anchors(
        self, passage: Passage, labels: Mapping[str, str]
    ) -> Iterator[tuple[Version, Anchor]]:
        """In each text, the one that the passage names first."""
        label = labels.get(passage.version)
        for version in sorted(
            self._document.versions,
            key=lambda version: (version.id != passage.version, version.label != label),
        ):
            yield version, self._finder(version).anchor(passage)

    def _finder(self, version: Version) -> Finder:
        if version.id not in self._finders:
            former = [text for text in self._texts(version.id) if text != version.text]
            self._finders[version.id] = Finder(version.text, former)
        return self._finders[version.id]


def _with_words(annotation: Annotation, lost: Sequence[Target]) -> Annotation:
    words = [f"> {' '.join(t.quote.split())}" for t in lost if isinstance(t, Passage) and t.quote]
    note = "\n\n".join([*words, *([annotation.note] if annotation.note else [])])
    kind = annotation.kind if annotation.targets else AnnotationKind.DOCUMENT
    return replace(annotation, note=note, kind=kind)
