"""Foreign annotations find their place in a document of this library.

By the text's id or name and the offsets where they still hold the quoted words; else by the
words themselves, with what stands before and after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from library.alignment.quoting import find_quote
from library.model.annotation import Annotation, AnnotationKind, Passage, Region, Target, passage_of
from library.model.document import Document, Version


def placed(
    annotation: Annotation, document: Document, labels: Mapping[str, str]
) -> tuple[Annotation, bool]:
    """The annotation as one of `document`, and whether all its targets have a place there.

    `labels` are the names that the file gives to its texts, by their ids.  What has no place
    stays as a note on the whole document, with the words that it was about.
    """
    found = [(target, _placed(target, document, labels)) for target in annotation.targets]
    targets = tuple(place for _, place in found if place is not None)
    lost = [target for target, place in found if place is None]
    moved = replace(annotation, document=document.id, targets=targets)
    if not lost:
        return moved, True
    words = [f"> {' '.join(t.quote.split())}" for t in lost if isinstance(t, Passage) and t.quote]
    note = "\n\n".join([*words, *([annotation.note] if annotation.note else [])])
    kind = annotation.kind if targets else AnnotationKind.DOCUMENT
    return replace(moved, note=note, kind=kind), False


def _placed(target: Target, document: Document, labels: Mapping[str, str]) -> Target | None:
    if isinstance(target, Region):
        return target if 0 <= target.page < len(document.pages) and target.boxes else None
    for version in _likely(target, document, labels):
        start, end = target.start, target.end
        if version.text[start:end] == target.quote and target.quote:
            return passage_of(version.id, version.text, start, end)
    for version in _likely(target, document, labels):
        place = _best(version.text, target)
        if place is not None:
            return passage_of(version.id, version.text, *place)
    return None


def _likely(passage: Passage, document: Document, labels: Mapping[str, str]) -> Sequence[Version]:
    """The texts in which the passage may be: the one it names first."""
    label = labels.get(passage.version)
    return sorted(
        document.versions,
        key=lambda version: (version.id != passage.version, version.label != label),
    )


def _best(text: str, passage: Passage) -> tuple[int, int] | None:
    """The place of the quotation whose surroundings are most like those it had."""
    places = find_quote(text, passage.quote)

    def likeness(place: tuple[int, int]) -> tuple[int, int]:
        start, end = place
        around = _common_end(text[:start], passage.before) + _common_start(
            text[end:], passage.after
        )
        return around, -abs(start - passage.start)

    return max(places, key=likeness, default=None)


def _common_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _common_end(one: str, other: str) -> int:
    return _common_start(one[::-1][: len(other)], other[::-1])
