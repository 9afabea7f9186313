"""What texts said and say, and how the reader's passages fare from one wording to the next.

A text is replaced by an edit like any other, which undo takes back.  Every wording that it
had is kept, so that passages can be carried from theirs to any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from library.errors import ChangedElsewhere, VersionNotFound
from library.model.anchor import Anchor, Anchors
from library.model.annotation import Passage, Region, fits
from library.model.change import Change, Edit
from library.model.correction import Correction
from library.model.document import Version
from library.model.placement import Placement
from library.model.wording import Wording
from library.store.anchors import anchors_of, kept_anchors, passages_of, save_anchors
from library.store.annotations import annotations_of
from library.store.change_log import log_change
from library.store.changes import apply_change
from library.store.connection import Connection
from library.store.corrections import CORRECTIONS
from library.store.derived import derived_of
from library.store.index_keeping import IndexKeeping
from library.store.own_links import OWN_LINKS
from library.store.placements import PLACEMENTS
from library.store.rows import storable
from library.store.wording import keep_wording, texts_of, wording_of

Regions = Mapping[Passage, tuple[Region, ...]]


class TextHistory:
    """The texts of a library over time, and what the reader corrects in them."""

    def __init__(self, library: Connection, keeping: IndexKeeping) -> None:
        self._library = library
        self._keeping = keeping

    def corrections(self, document_id: str) -> tuple[Correction, ...]:
        """What the reader corrected in the document, without what was taken back."""
        with self._library.reading() as db:
            return CORRECTIONS.current(db, document_id)

    def placements(self, document_id: str) -> tuple[Placement, ...]:
        """Where the reader says that passages stand, without what was taken back."""
        with self._library.reading() as db:
            return PLACEMENTS.current(db, document_id)

    def anchors(self, document_id: str) -> Anchors:
        """Where the passages of the document stand in its texts as they are now."""
        with self._library.reading() as db:
            return anchors_of(db, document_id)

    def texts(self, version_id: str) -> tuple[str, ...]:
        """Every text that the version had: what it is now first, then the newest."""
        with self._library.reading() as db:
            return texts_of(db, version_id)

    def passages(self, version_id: str) -> tuple[Passage, ...]:
        """All passages of the version that anything points at, what is in the trash too."""
        with self._library.reading() as db:
            return passages_of(db, version_id)

    def regions(self, document_id: str) -> Regions:
        """Where passages stand on the scan, as the reader said, or the links when they fitted."""
        with self._library.reading() as db:
            derived, links = derived_of(db, document_id), OWN_LINKS.current(db, document_id)
            annotations = annotations_of(db, document_id)
        found: dict[Passage, tuple[Region, ...]] = {}
        for annotation in annotations:
            passages = [each for each in annotation.targets if isinstance(each, Passage)]
            told = (*annotation.targets, *derived.get(annotation.id, ()))
            regions = tuple(each for each in told if isinstance(each, Region))
            if len(passages) == 1 and regions:
                found[passages[0]] = regions
        return found | {link.passage: (link.region,) for link in links}

    def reword(
        self, version: Version, anchors: Mapping[Passage, Anchor], now: datetime | None = None
    ) -> Change | None:
        """Let the version with this id say what this one says, and log it; None if it does.

        `anchors` tell where passages stand in the new text.  Raises `ChangedElsewhere` where
        one is missing, made in the meantime, and `VersionNotFound`.
        """
        version = replace(version, text=str(storable(version.text)))
        with self._library.writing() as db:
            before = wording_of(db, version.id)
            if before is None:
                raise VersionNotFound(version.label)
            moved = [each for each in passages_of(db, version.id) if not fits(each, version.text)]
            if not all(passage in anchors for passage in moved):
                raise ChangedElsewhere
            after = Wording(version.id, before.document, keep_wording(db, version))
            if after == before:
                return None
            change = Change("Replace Text", (Edit(before, after),))
            apply_change(db, change)
            save_anchors(db, version.id, after.digest, {each: anchors[each] for each in moved})
            log_change(db, change, now or datetime.now(UTC))
        self._keeping.follow(change)
        return change

    def keep_anchors(self, version_id: str, anchors: Mapping[Passage, Anchor]) -> None:
        """Keep where these passages stand in the text as it is now.

        It is no change of the reader's.  What is known of other passages stays.
        """
        with self._library.writing() as db:
            wording = wording_of(db, version_id)
            if wording is not None:
                known = kept_anchors(db, version_id, wording.digest)
                save_anchors(db, version_id, wording.digest, {**known, **anchors})
