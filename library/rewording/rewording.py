"""Replacing the text of a version: what the reader made in it follows, or is asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from library.alignment.anchoring.anchoring import Witness, anchoring, unseen
from library.alignment.anchoring.seeing import Seen
from library.errors import ChangedElsewhere
from library.model.anchor import Anchor, AnchorState
from library.model.annotation import Passage, fits
from library.model.change import Change
from library.model.document import Document, Version
from library.model.link import Alignment
from library.progress import Progress
from library.store.store import Store

_TRIES = 5  # notes may be made while others are being found again


@dataclass(frozen=True, slots=True)
class Rewording:
    """What came of replacing a text.  `change` is None where it said the same already."""

    change: Change | None
    anchors: Mapping[Passage, Anchor]  # of all passages of the version

    @property
    def counts(self) -> Mapping[AnchorState, int]:
        counted = Counter(anchor.state for anchor in self.anchors.values())
        return {state: counted[state] for state in AnchorState}


def replacing_text(
    store: Store,
    document_id: str,
    version: Version,
    alignment: Alignment | None = None,
    now: datetime | None = None,
) -> Generator[Progress, None, Rewording]:
    """Let the version with this id say what this one says, and find all passages in it again.

    One change, which undo takes back.  `alignment` joins the new text with the scan, where
    that is known: the scan then is a second witness.  Raises `VersionNotFound`.
    """
    for _ in range(_TRIES):
        anchors = yield from _anchored(store, document_id, version, alignment)
        try:
            return Rewording(store.texts.reword(version, anchors, now), anchors)
        except ChangedElsewhere:
            continue
    raise ChangedElsewhere


def replacing_texts(
    store: Store, document_id: str, again: Document
) -> Generator[Progress, None, list[tuple[Version, Rewording]]]:
    """Let the texts of a document say what they say in `again`, the same one read anew.

    Texts go together by their names and kinds, in order; what has no partner stays.
    """
    read = list(again.versions)
    found: list[tuple[Version, Rewording]] = []
    for version in store.document(document_id).versions:
        partner = next((each for each in read if _is_same(each, version)), None)
        if partner is not None:
            read.remove(partner)
            new = replace(partner, id=version.id)
            found.append((version, (yield from replacing_text(store, document_id, new))))
    return found


def anchoring_again(
    store: Store, document_id: str, alignments: Mapping[str, Alignment]
) -> Generator[Progress, None, None]:
    """Look again for passages of texts that were replaced, now that the scan is known better.

    `alignments` are of the texts as they are now, by the version's id.  Also finds what was
    made in a wording that was gone back from since.
    """
    for version in store.document(document_id).versions:
        texts = store.texts.texts(version.id)
        if len(texts) > 1:
            alignment = alignments.get(version.id)
            anchors = yield from _anchored(store, document_id, version, alignment)
            moved = {p: anchor for p, anchor in anchors.items() if not fits(p, version.text)}
            store.texts.keep_anchors(version.id, moved)


def _is_same(one: Version, other: Version) -> bool:
    return (one.label, one.kind) == (other.label, other.kind)


def _anchored(
    store: Store, document_id: str, version: Version, alignment: Alignment | None
) -> Generator[Progress, None, dict[Passage, Anchor]]:
    passages = store.texts.passages(version.id)
    former = [text for text in store.texts.texts(version.id) if text != version.text]
    witness = _witness(store, document_id, alignment)
    return (yield from anchoring(passages, version.text, former, witness))


def _witness(store: Store, document_id: str, alignment: Alignment | None) -> Witness:
    if alignment is None:
        return unseen
    regions = store.texts.regions(document_id)

    def seen(passage: Passage) -> Seen | None:
        return Seen(regions[passage], alignment) if passage in regions else None

    return seen
