"""Where the places of one document are in another that is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from library.model.anchor import Anchor
from library.model.annotation import Passage, fits, passage_of
from library.model.document import Document, Version
from library.searching.words import words_of


@dataclass(frozen=True)
class Places:
    """Passages and pages of a document, as those of another.

    `pages` are by their number in the one, from 0.  A passage that is not surely found keeps
    its words and context; what became of it is among the `anchors`, by the new version's id.
    """

    pages: Mapping[int, int] = field(default_factory=dict)
    passages: Mapping[Passage, Passage] = field(default_factory=dict)
    anchors: Mapping[str, Mapping[Passage, Anchor]] = field(default_factory=dict)


def pages_of(gone: Document, kept: Document) -> dict[int, int]:
    """The pages of the one as those of the other: the very picture, else the same in the row."""
    pictures = {picture: number for number, picture in enumerate(_pictures(kept)) if picture[0]}
    row = dict(zip(gone.scan_pages, kept.scan_pages, strict=False))
    row = {number: number for number in range(min(len(gone.pages), len(kept.pages)))} | row
    found = {number: pictures.get(picture) for number, picture in enumerate(_pictures(gone))}
    return row | {number: page for number, page in found.items() if page is not None}


def partner_of(version: Version, kept: Document) -> Version | None:
    """The text of the other document that says the same; None where it has no text at all."""
    words = frozenset(words_of(version.text))

    def likely(other: Version) -> tuple[bool, bool, bool, float]:
        theirs = frozenset(words_of(other.text))
        return (
            other.text == version.text,
            (other.kind, other.language) == (version.kind, version.language),
            other.label == version.label,
            len(words & theirs) / max(1, len(words | theirs)),
        )

    return max(kept.versions, key=likely, default=None)


def placed(passage: Passage, anchor: Anchor, partner: Version, *, told: bool) -> Passage:
    """The passage as one of the partner's.

    Where its very words are surely found it stands there from now on; else it stays what it
    is, for what became of it to be kept beside.  `told`: the reader has said where it stands.
    """
    here = replace(passage, version=partner.id)
    place = anchor.place
    if fits(here, partner.text) or told or place is None or not anchor.is_sure:
        return here
    if partner.text[slice(*place)] != passage.quote:
        return here
    return passage_of(partner.id, partner.text, *place)


def _pictures(document: Document) -> Sequence[tuple[str, int]]:
    """Of each page: the digest of its file, and which page of that it is."""
    files = document.files
    return [(files[p.file].digest if p.file < len(files) else "", p.frame) for p in document.pages]
